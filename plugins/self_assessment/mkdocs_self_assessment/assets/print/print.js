// @ts-check
/**
 * Prints the result alone; the browser's own command prints the form and the scoring key with it.
 */

const ALONE = "sa-result-alone";

export function printResult() {
  const { classList } = document.documentElement;
  classList.add(ALONE);
  addEventListener("afterprint", () => classList.remove(ALONE), { once: true });
  print();
}

/** Opens the folds that belong on paper while the page is printed. @param {HTMLElement} root @param {AbortSignal} signal */
export function unfoldOnPaper(root, signal) {
  /** @type {Element[]} */
  let opened = [];
  const toggle = (/** @type {boolean} */ open) => {
    for (const fold of opened) fold.toggleAttribute("open", open);
  };
  const before = () => {
    opened = [...root.querySelectorAll("details[data-paper]:not([open])")];
    toggle(true);
  };
  addEventListener("beforeprint", before, { signal });
  addEventListener("afterprint", () => toggle(false), { signal });
}
