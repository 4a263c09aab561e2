// Added by `mkdocs serve` to each page: reloads it when what its address shows has changed.
{
  const script = /** @type {HTMLElement} */ (document.currentScript);
  const address = script.dataset.address ?? "";
  let seen = script.dataset.version ?? "";
  let page = location.pathname;
  let asked = new AbortController();

  const ask = async () => {
    const mine = new AbortController();
    asked.abort();
    asked = mine;
    if (page !== location.pathname) {
      // Another page was put in place of this one: what it shows is as new as the request.
      page = location.pathname;
      seen = "";
    }
    while (!mine.signal.aborted) {
      try {
        const answer = await fetch(`${address}?${new URLSearchParams({ page, seen })}`, { signal: mine.signal });
        const version = answer.ok ? await answer.text() : "";
        if (seen && version && version !== seen) return location.reload();
        seen = version || seen;
      } catch {
        // The server is away: it ended, or begins anew after a mistake.
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };
  const askWhileVisible = () => (document.visibilityState === "visible" ? ask() : asked.abort());

  document.addEventListener("visibilitychange", askWhileVisible);
  window.addEventListener("pagehide", () => asked.abort());
  window.addEventListener("pageshow", askWhileVisible);
  // Not in every browser; without it a page that was put in place of another is asked for after half a minute.
  /** @type {any} */ (window).navigation?.addEventListener("navigatesuccess", askWhileVisible);
}
