/** Helpers for lists. Pure. */

/**
 * The item at an index that is known to exist; throws where two lists that belong together differ in length.
 *
 * @template T
 * @param {readonly T[]} values
 * @param {number} index
 * @returns {T}
 */
export function nth(values, index) {
  const value = values[index];
  if (value === undefined) throw new RangeError(`No value at ${index} of ${values.length}`);
  return value;
}
