// @ts-check
/**
 * The notices above the form. Each has a cause of its own, and goes only when that is gone.
 */

import { part } from "../dom/dom.js";

/**
 * Shows the notice of a cause in place of its former one, or removes that. One that says the same stays as it is: it may
 * hold focus, and screen readers would read it again.
 *
 * @param {HTMLElement} root
 * @param {string} cause
 * @param {HTMLElement | null} notice
 * @returns {HTMLElement | null} the notice that is shown
 */
export function notify(root, cause, notice) {
  const name = `js-notice-${cause}`;
  const place = part(root, ".js-notices");
  const former = /** @type {HTMLElement | null} */ (place.querySelector(`:scope > .${name}`));
  if (notice && former?.textContent === notice.textContent) return former;
  former?.remove();
  if (!notice) return null;
  notice.classList.add(name);
  place.append(notice);
  return notice;
}
