// @ts-check
/**
 * The texts of a result, which the scoring key on the page already holds.
 */

/**
 * @param {HTMLElement} root
 * @param {"about" | "band" | "style" | "quadrant" | "reason" | "level" | "first-step" | "questions"} kind
 * @param {string} name
 * @returns {Element | null}
 */
export function textOf(root, kind, name) {
  return root.querySelector(`[data-${kind}="${CSS.escape(name)}"] .js-band-text`);
}

/** What is for a team only, which who reads a result is not. */
const FOR_OTHERS = '[data-for="team"]';

/** @param {Element} part of a text @returns {boolean} whether it is for other readers than that of a result */
export function isForOthers(part) {
  return part.closest(FOR_OTHERS) !== null;
}

/**
 * Copies of what an element holds for who reads a result, without ids, which must stay unique.
 *
 * @param {Element | null} source
 * @returns {Node[]}
 */
export function copiesOf(source) {
  if (!source) return [];
  const copy = /** @type {Element} */ (source.cloneNode(true));
  for (const others of copy.querySelectorAll(FOR_OTHERS)) others.remove();
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  return [...copy.childNodes];
}
