/** What lists need beyond their own methods. Pure. */

/**
 * A value that is known to be there. Where it isn't, two lists that belong together don't: that shows here, not later.
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
