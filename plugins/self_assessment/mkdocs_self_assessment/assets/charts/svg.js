// @ts-check

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/**
 * @param {number} x
 * @param {number} y both in percent of the drawing
 * @param {string} words centred there
 * @param {number} [beside] so many pixels to the right of it, or to the left if negative
 * @returns {SVGElement}
 */
export function wordsAt(x, y, words, beside = 0) {
  const anchor = ["end", "middle", "start"][1 + Math.sign(beside)];
  const made = shape("text", { x: `${x}%`, y: `${y}%`, dx: beside, "text-anchor": anchor ?? "" });
  made.textContent = words;
  return made;
}

/** @param {Element} element @returns {(x: number) => number} where something is, in percent, as its language is read */
export function acrossOf(element) {
  const leftwards = getComputedStyle(element).direction === "rtl";
  return (x) => (leftwards ? 100 - x : x);
}
