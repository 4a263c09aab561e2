// Lets the service worker keep each page that the reader opens, with everything that it needs.

const serviceWorker = navigator.serviceWorker;

/** @returns {Promise<unknown>} once the page that the reader waits for is there: it comes first */
function loaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

async function keep() {
  try {
    await loaded();
    const script = new URL("../../../offline-worker.js", import.meta.url);
    const { installing, waiting, active } = await serviceWorker.register(script, { updateViaCache: "none" });
    // The newest one: it brings what is kept up to date, also while an older one still answers for open pages.
    (installing ?? waiting ?? active)?.postMessage(location.href);
    const list = document.querySelector("[data-kept-pages]");
    if (list) (await import("./kept.js")).showKept(list);
  } catch {
    // A browser that allows no worker, as in some private windows, shows the site as it does without one.
  }
}

/** The end of one page: themes may put the content of another in its place. */
class Opened extends HTMLElement {
  connectedCallback() {
    keep();
    addEventListener("online", keep);
  }

  disconnectedCallback() {
    removeEventListener("online", keep);
  }
}

if (serviceWorker) customElements.define("ml-opened", Opened);
