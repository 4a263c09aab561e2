// @ts-check
/**
 * A QR code of a text (ISO/IEC 18004, model 2): bytes as UTF-8, error correction level M, versions 1 to 20. Pure.
 *
 * Written here since a site with this plugin is built without npm, and nothing is vendored; the tests compare each module
 * of it with an independent encoder.
 */

import { nth } from "../lists/lists.js";

/** For each version from 1 on: check bytes of a block, and blocks. */
const BLOCKS = [
  [10, 1],
  [16, 1],
  [26, 1],
  [18, 2],
  [24, 2],
  [16, 4],
  [18, 4],
  [22, 4],
  [22, 5],
  [26, 5],
  [30, 5],
  [22, 8],
  [22, 9],
  [24, 9],
  [24, 10],
  [28, 10],
  [28, 11],
  [26, 13],
  [26, 14],
  [26, 16],
];

/** @type {((x: number, y: number) => number)[]} what a mask turns over, where it is 0 */
const MASKS = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** @typedef {(boolean | undefined)[][]} Modules rows, dark where true; undefined where data goes */

/**
 * @param {string} text
 * @param {number} [mask] 0 to 7; by default the one that the standard prefers
 * @returns {boolean[][] | null} rows of modules, dark where true, without the quiet zone; `null` where it is too long
 */
export function qrOf(text, mask) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = BLOCKS.findIndex((_, index) => bytes.length <= roomOf(index + 1)) + 1;
  if (version === 0) return null;
  const frame = frameOf(version);
  const order = placesOf(frame);
  const data = interleaved(version, dataOf(version, bytes));
  const masks = mask === undefined ? MASKS.map((_, index) => index) : [mask];
  const all = masks.map((one) => withData(frame, order, data, one));
  const penalties = all.map(penaltyOf);
  return nth(all, penalties.indexOf(Math.min(...penalties)));
}

/** @param {number} version @returns {number} bytes of data and checks */
function bytesOfVersion(version) {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const taken = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return Math.floor(((16 * version + 128) * version + 64 - taken - (version < 7 ? 0 : 36)) / 8);
}

/** @param {number} version @returns {{checks: number, blocks: number, data: number}} */
function shapeOf(version) {
  const [checks = 0, blocks = 0] = nth(BLOCKS, version - 1);
  return { checks, blocks, data: bytesOfVersion(version) - checks * blocks };
}

/** @param {number} version @returns {number} bytes of text that it has room for */
function roomOf(version) {
  return shapeOf(version).data - (version < 10 ? 2 : 3);
}

/** @param {number} version @param {number[]} bytes @returns {number[]} mode, length, text, end and padding */
function dataOf(version, bytes) {
  const length = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, "0");
  const bits = `0100${length}${bytes.map((byte) => byte.toString(2).padStart(8, "0")).join("")}0000`;
  const written = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const { data } = shapeOf(version);
  return Array.from({ length: data }, (_, at) => written[at] ?? ((at - written.length) % 2 ? 0x11 : 0xec));
}

/** @param {number} a @param {number} b @returns {number} in GF(256), with the polynomial 0x11d */
function times(a, b) {
  let found = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    found = (found << 1) ^ (found & 128 ? 0x11d : 0);
    if ((b >> bit) & 1) found ^= a;
  }
  return found & 255;
}

/** @param {number} degree @returns {number[]} the generator's coefficients, the highest first, without the leading 1 */
function generatorOf(degree) {
  const found = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let power = 0; power < degree; power += 1) {
    found.forEach((value, at) => {
      found[at] = times(value, root) ^ (found[at + 1] ?? 0);
    });
    root = times(root, 2);
  }
  return found;
}

/** @param {number} version @param {number[]} data @returns {number[]} of all blocks by turns, then their checks by turns */
function interleaved(version, data) {
  const { checks, blocks, data: total } = shapeOf(version);
  const short = Math.floor(total / blocks);
  const generator = generatorOf(checks);
  let at = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const length = short + (index >= blocks - (total % blocks) ? 1 : 0);
    at += length;
    const part = data.slice(at - length, at);
    const rest = Array(checks).fill(0);
    for (const byte of part) {
      const factor = byte ^ rest.shift();
      rest.push(0);
      generator.forEach((value, place) => {
        rest[place] ^= times(value, factor);
      });
    }
    return { part, rest };
  });
  const byTurns = (/** @type {number[][]} */ lists, /** @type {number} */ length) =>
    Array.from({ length }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
  const all = parts.map(({ part }) => part);
  return [
    ...byTurns(all, short + 1),
    ...byTurns(
      parts.map(({ rest }) => rest),
      checks,
    ),
  ];
}

/** @param {number} version @returns {Modules} with what doesn't depend on the text; where the format goes, it is light */
function frameOf(version) {
  const size = 4 * version + 17;
  /** @type {Modules} */
  const rows = Array.from({ length: size }, () => Array(size).fill(undefined));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ isDark) => {
    if (rows[y] && x >= 0 && x < size) rows[y][x] = isDark;
  };
  const ringsAt = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ reach,
    /** @type {number[]} */ light,
  ) => {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [x, y] of /** @type {[number, number][]} */ ([
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ]))
    ringsAt(x, y, 4, [2, 4]);
  const places = alignmentOf(version);
  const last = places.length - 1;
  places.forEach((x, column) => {
    places.forEach((y, row) => {
      const isCorner = (!column && !row) || (!column && row === last) || (column === last && !row);
      if (!isCorner) ringsAt(x, y, 2, [1]);
    });
  });
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false);
  set(8, size - 8, true);
  if (version >= 7) {
    const bits = (version << 12) | remainder(version, 12, 0x1f25);
    for (let bit = 0; bit < 18; bit += 1) {
      const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(far, near, Boolean((bits >> bit) & 1));
      set(near, far, Boolean((bits >> bit) & 1));
    }
  }
  return rows;
}

/** @param {number} version @returns {number[]} */
function alignmentOf(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.ceil((4 * version + 4) / (2 * count - 2));
  const rest = Array.from({ length: count - 1 }, (_, index) => 4 * version + 10 - index * step);
  return [6, ...rest.reverse()];
}

/** @param {number} value @param {number} length @param {number} divisor @returns {number} of the BCH code */
function remainder(value, length, divisor) {
  let rest = value;
  for (let step = 0; step < length; step += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) & 1 ? divisor : 0);
  return rest;
}

/** @param {number} size @returns {[number, number][][]} the two places of each bit of the format, the lowest first */
function formatPlaces(size) {
  return Array.from({ length: 15 }, (_, bit) => {
    const first = bit < 6 ? [8, bit] : bit < 8 ? [8, bit + 1] : bit === 8 ? [7, 8] : [14 - bit, 8];
    const second = bit < 8 ? [size - 1 - bit, 8] : [8, size - 15 + bit];
    return /** @type {[number, number][]} */ ([first, second]);
  });
}

/** @param {Modules} frame @returns {[number, number][]} where data goes, in its order */
function placesOf(frame) {
  const size = frame.length;
  /** @type {[number, number][]} */
  const found = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is left out
    const column = right <= 6 ? right - 1 : right;
    const isUpward = ((column + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [column, column - 1]) if (frame[y]?.[x] === undefined) found.push([x, y]);
    }
  }
  return found;
}

/** @param {Modules} frame @param {[number, number][]} order @param {number[]} data @param {number} mask @returns {boolean[][]} */
function withData(frame, order, data, mask) {
  const rows = frame.map((row) => row.map(Boolean));
  const turns = nth(MASKS, mask);
  order.forEach(([x, y], at) => {
    const bit = ((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    nth(rows, y)[x] = Boolean(bit) !== (turns(x, y) === 0);
  });
  // Level M is 0
  const format = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  formatPlaces(rows.length).forEach((places, bit) => {
    for (const [x, y] of places) nth(rows, y)[x] = Boolean((format >> bit) & 1);
  });
  return rows;
}

/** @param {boolean[][]} rows @returns {number} how hard it is to read, as the standard counts */
function penaltyOf(rows) {
  const size = rows.length;
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => nth(row, x)))].map((line) =>
    line.map(Number).join(""),
  );
  let found = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) found += run.length - 2;
    found += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 0; y + 1 < size; y += 1) {
    for (let x = 0; x + 1 < size; x += 1) {
      const [above, below] = [nth(rows, y), nth(rows, y + 1)];
      if (above[x] === above[x + 1] && above[x] === below[x] && above[x] === below[x + 1]) found += 3;
    }
  }
  const dark = rows.flat().filter(Boolean).length;
  return found + 10 * Math.floor(Math.abs((20 * dark) / size ** 2 - 10));
}
