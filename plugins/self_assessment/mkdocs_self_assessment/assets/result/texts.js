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

/**
 * Copies of what an element holds, without ids, which must stay unique.
 *
 * @param {Element | null} source
 * @returns {Node[]}
 */
export function copiesOf(source) {
  if (!source) return [];
  const copy = /** @type {Element} */ (source.cloneNode(true));
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  return [...copy.childNodes];
}
