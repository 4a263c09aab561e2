// @ts-check
/**
 * The search button on every page. The search itself is loaded on first use.
 * Where it can't be loaded, the button opens the target of the link that replaces it without JavaScript.
 */
import { SETTING } from "./setting.js";

const entry = /** @type {HTMLElement} */ (document.querySelector("[data-search-entry]"));
const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
const button = /** @type {HTMLButtonElement} */ (entry.querySelector("button"));

// Under navigation.instant the address of the page changes, and the link in its header stays.
const overview = link.href;

/** @param {string} query */
async function search(query) {
  button.setAttribute("aria-busy", "true");
  try {
    const { openSearch } = await import("./dialog.js");
    await openSearch(String(entry.dataset.locale), overview, query);
  } catch {
    location.assign(overview);
  }
  button.removeAttribute("aria-busy");
}

/** The single key is ignored in fields and selections, and where the reader has switched it off. */
function slash(/** @type {KeyboardEvent} */ event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const used = "input, select, textarea, button, summary, [role], [contenteditable]";
  if (event.target instanceof Element && event.target.closest(used)) return false;
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true;
  }
}

link.hidden = true;
button.hidden = false;
button.addEventListener("click", () => search(""));
addEventListener(
  "keydown",
  (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === "k";
    if (!control && !slash(event)) return;
    event.preventDefault();
    search("");
  },
  { capture: true },
);
// A field of a page's own, such as that for addresses which aren't found.
addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.searchHere === undefined) return;
  event.preventDefault();
  search(form.q.value);
});
addEventListener("search-near", async (event) => {
  const { addHits } = await import("./near.js");
  await addHits(/** @type {CustomEvent} */ (event).detail, String(entry.dataset.locale));
});
const query = new URLSearchParams(location.search).get("q") || history.state?.search;
if (query) search(query);
