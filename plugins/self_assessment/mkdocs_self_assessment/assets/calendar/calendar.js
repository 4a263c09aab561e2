// @ts-check
/**
 * Days for a calendar program, as iCalendar (RFC 5545). Pure.
 */

/** Octets that a line may have. */
const LONGEST_LINE = 75;

/** @typedef {{uid: string, day: Date, title: string, text: string, address: string}} Entry a whole day, in local time */

/** @param {Entry[]} entries @param {Date} now @returns {string} a calendar with them */
export function calendarOf(entries, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = entries.flatMap(({ uid, day, title, text, address }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-self-assessment//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {Date} day @returns {Date} the first Monday after it */
export function mondayAfter(day) {
  return moved(day, 0, (8 - day.getDay()) % 7 || 7);
}

/** @param {Date} day @returns {Date} the first Monday that is at least three months later */
export function threeMonthsAfter(day) {
  return mondayAfter(moved(day, 3, -1));
}

/** @param {Date} day @param {number} months @param {number} days */
function moved(day, months, days) {
  return new Date(day.getFullYear(), day.getMonth() + months, day.getDate() + days);
}

/** @param {Date} day */
function dateOf(day) {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** @param {string} line @returns {string} in lines that are short enough; no character is divided */
function folded(line) {
  const octets = new TextEncoder();
  let length = 0;
  return [...line]
    .map((character) => {
      const size = octets.encode(character).length;
      const fits = length + size <= LONGEST_LINE;
      length = fits ? length + size : 1 + size;
      return fits ? character : `\r\n ${character}`;
    })
    .join("");
}
