// @ts-check
/** A QR code as a drawing. */

import { shape } from "../charts/svg.js";
import { qrOf } from "../qr/qr.js";

/** Modules of the quiet zone. */
const QUIET = 4;

/** @param {string} text @param {string} [label] what it is, for those who don't see it @returns {SVGElement | null} `null` where the text is too long */
export function qrDrawing(text, label = "") {
  const rows = qrOf(text);
  if (!rows) return null;
  const size = rows.length + 2 * QUIET;
  const runs = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map((run) => ({ x: run.index, y, length: run[0].length })),
  );
  const path = runs.map(({ x, y, length }) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`).join("");
  // Dark on light in every scheme: many readers know nothing else.
  return shape(
    "svg",
    { class: "sa-qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label },
    shape("rect", { width: size, height: size, fill: "#fff" }),
    shape("path", { d: path, fill: "#000" }),
  );
}
