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
