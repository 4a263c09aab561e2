// @ts-check
/**
 * Runs while the page is read, before any of the self-assessment is painted: where the other script is about to show
 * something else than its beginning, the element waits for that, so that nothing moves. A classic script, as a module runs
 * after the first paint. Its names of what is kept are those of `storage/keys.js`, earlier ones included.
 */
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = /** @type {HTMLElement} */ (script.parentElement);
  // No module runs from a file; and in a page that a theme has fetched and shown, it is too late.
  if (script.src.startsWith("http") && document.readyState === "loading") {
    let waits = location.hash !== "";
    try {
      const { pathname } = new URL("../../..", script.src);
      const names = [`${decodeURI(pathname).replaceAll(":", "%3A")}:`, ""].map(
        (site) => `self-assessment:${site}${script.dataset.id}:`,
      );
      waits ||= Object.keys(localStorage).some((key) => names.some((name) => key.startsWith(name)));
    } catch {} // nothing can be kept here
    root.toggleAttribute("data-waits", waits);
    // By then the other script has run, or is lost.
    addEventListener("load", () => root.matches(":defined") || root.removeAttribute("data-waits"));
  }
}
