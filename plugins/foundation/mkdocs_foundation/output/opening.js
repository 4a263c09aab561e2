// Runs the modules of a site that was opened from the disk: browsers load neither modules nor data from there. The texts of
// both are above this, in `onDisk.files`; modules name each other by `"on-disk:PATH"`, with paths from the folder of the site.
(() => {
  const state = /** @type {{ files: Record<string, string>, [name: string]: unknown }} */ (
    /** @type {any} */ (globalThis).onDisk
  );
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL(".", script.src || document.baseURI).href;
  /** @type {Map<string, string>} */
  const made = new Map();

  /**
   * The path of an address in the folder of the site.
   *
   * @param {string | URL} address
   */
  function pathOf(address) {
    const { href } = new URL(address, document.baseURI);
    return href.startsWith(root) ? decodeURI(href.slice(root.length).replace(/[?#].*$/, "")) : "";
  }

  /**
   * The address of a module that the browser does load.
   *
   * @param {string} path
   */
  function moduleAt(path) {
    const text = state.files[path];
    if (text === undefined) return root + path;
    let address = made.get(path);
    if (!address) {
      const code = text.replace(/"on-disk:([^"\n]+)"/g, (_, other) => JSON.stringify(moduleAt(other)));
      address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      made.set(path, address);
    }
    return address;
  }

  state.url = (/** @type {string} */ path) => root + path;
  state.load = (/** @type {string} */ from, /** @type {string} */ to) =>
    import(moduleAt(pathOf(new URL(to, from ? root + from : document.baseURI))));

  const fetchElsewhere = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const text = state.files[pathOf(input instanceof Request ? input.url : input)];
    return text === undefined ? fetchElsewhere(input, options) : new Response(text);
  };

  // A browser shows the list of a folder, where a server sends the page in it.
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.href.startsWith(root) && link.pathname.endsWith("/")) link.pathname += "index.html";
    },
    true,
  );

  document.addEventListener("DOMContentLoaded", async () => {
    for (const { dataset } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-on-disk]"))) {
      await import(moduleAt(dataset.onDisk ?? "")).catch(() => {});
    }
  });
})();
