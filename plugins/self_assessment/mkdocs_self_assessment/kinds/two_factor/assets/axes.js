// @ts-check
/** @import { View } from "../../../assets/types/types.js" */

/** @param {View} view @returns {[string, string]} the names of the two axes of a square */
export function axesOf({ model }) {
  const { square, dimensions } = model;
  const titleOf = (/** @type {string | undefined} */ axis) => dimensions.find(({ id }) => id === axis)?.title ?? "";
  return [titleOf(square?.x), titleOf(square?.y)];
}
