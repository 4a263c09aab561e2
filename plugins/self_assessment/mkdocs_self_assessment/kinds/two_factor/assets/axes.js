// @ts-check
/** @import { View } from "../../../assets/types/types.js" */

/** @param {View} view @returns {string[]} the names of the two axes of a square */
export function axesOf({ model }) {
  const { square, dimensions } = model;
  return [square?.x, square?.y].map((axis) => dimensions.find(({ id }) => id === axis)?.title ?? "");
}
