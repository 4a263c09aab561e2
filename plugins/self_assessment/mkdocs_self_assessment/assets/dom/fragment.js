// @ts-check
/** The fragment of the address, which themes write too. */

/** How the fragment of a link to a result begins. */
export const MARK = "#r=";

/** @returns {string} of the page, without query and fragment */
export function pageAddress() {
  return location.href.replace(/[?#].*$/s, "");
}

/** @returns {string} of the page, without fragment */
export function plainAddress() {
  return pageAddress() + location.search;
}

/**
 * Themes may write the heading that is read into the address while the reader scrolls, or nothing at its top. What the
 * address alone knows, that a result is shown and which, is written there again; whoever follows a link within the page
 * is left to it.
 *
 * @param {() => string | null} wanted the fragment; `null` while it may be anything
 * @param {AbortSignal} signal
 */
export function keepFragment(wanted, signal) {
  const write = () => {
    const fragment = wanted();
    if (fragment && location.hash !== fragment) history.replaceState(history.state, "", fragment);
  };
  if ("navigation" in window) {
    const replaced = (/** @type {Event} */ event) => {
      if (!("navigationType" in event) || event.navigationType === "replace") write();
    };
    /** @type {EventTarget} */ (window.navigation).addEventListener("currententrychange", replaced, { signal });
    return;
  }
  // Without that event: when scrolling has ended and the theme has written. Long enough for a theme, short for a reader.
  let waiting = 0;
  const scrolled = () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 500);
  };
  addEventListener("scroll", scrolled, { signal, passive: true });
}
