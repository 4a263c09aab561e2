// @ts-check

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement} which the template promises */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`No ${selector}`);
  return found;
}

/** @param {string} name @param {string} className @param {...(string | Node)} children @returns {HTMLElement} */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
