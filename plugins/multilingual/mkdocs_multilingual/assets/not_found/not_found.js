// @ts-check
/**
 * A host serves the page at the top of the site for every address that isn't found. This goes to the page of the language
 * that the address is in, which then shows the address again. It is loaded in the head, before anything is shown.
 */

function enter() {
  const { base = "/", own = "", prefixes = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const { pathname, search, hash } = location;
  const asked = hash.slice(1);
  const isSent = own && pathname.startsWith(`${base}${own}404`) && asked.startsWith(base) && !asked.startsWith("//");
  if (isSent) history.replaceState(history.state, "", asked);
  const isHere = (/** @type {string} */ prefix) => `${location.pathname}/`.startsWith(`${base}${prefix}`);
  const prefix = prefixes.split(" ").find((each) => each && isHere(each)) ?? "";
  if (prefix !== own && !isSent) location.replace(`${base}${prefix}404.html#${pathname}${search}`);
  else {
    // What only a script can fill is shown, and the other languages are not.
    document.documentElement.classList.add("ml-not-found-script");
    addEventListener("DOMContentLoaded", () => import("./nearest.js").then(({ showNearest }) => showNearest(base)));
  }
}

enter();
