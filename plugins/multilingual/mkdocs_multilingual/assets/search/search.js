// @ts-check
/**
 * The search button on every page. The search itself is asked for when a reader reaches for it.
 * Where it can't be had, the button leads where the link leads that stands in its place without JavaScript.
 */
const entry = /** @type {HTMLElement} */ (document.querySelector("[data-search-entry]"));
const link = /** @type {HTMLAnchorElement} */ (entry.querySelector("a"));
const button = /** @type {HTMLButtonElement} */ (entry.querySelector("button"));

/** @param {string} query */
async function search(query) {
  button.setAttribute("aria-busy", "true");
  try {
    const { openSearch } = await import("./dialog.js");
    await openSearch(String(entry.dataset.locale), link.href, query);
  } catch {
    location.assign(link.href);
  }
  button.removeAttribute("aria-busy");
}

/** Single keys only where none of them is typed or chosen with, and not where the reader has switched it off. */
function slash(/** @type {KeyboardEvent} */ event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const used = "input, select, textarea, button, summary, [role], [contenteditable]";
  if (event.target instanceof Element && event.target.closest(used)) return false;
  try {
    return localStorage.getItem("multilingual:slash") !== "off";
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
const asked = new URLSearchParams(location.search).get("q") || history.state?.search;
if (asked) search(asked);
