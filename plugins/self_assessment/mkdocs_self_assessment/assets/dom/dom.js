// @ts-check

/** Class that hides on screen, never in print. */
export const AWAY = "sa-away";

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} which the template promises */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`No ${selector}`);
  return found;
}

/** @param {string} fragment of the page's address, or of a link within it @returns {Element | null} what it names */
export function named(fragment) {
  const id = fragment.slice(1);
  return id ? (document.getElementById(id) ?? document.getElementById(decoded(id))) : null;
}

/** @returns {Element | null} what the address names */
export function addressed() {
  return named(location.hash);
}

/** @param {string} id as written in an address */
function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * Moves focus to a heading that is not focusable, and brings what follows it into view.
 *
 * @param {HTMLElement} heading
 */
export function arriveAt(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

/** @param {string | Node} content @param {"row" | "col"} scope @returns {HTMLElement} */
export function headerCell(content, scope) {
  const made = element("th", "", content);
  made.setAttribute("scope", scope);
  return made;
}

/** @param {string} name @param {string} className @param {...(string | Node)} children @returns {HTMLElement} */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
