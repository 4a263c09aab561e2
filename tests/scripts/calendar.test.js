// Days for a calendar program.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { calendarOf, mondayAfter, threeMonthsAfter } from "#self-assessment/calendar/calendar.js";

/** A day of September to March around 2026, in local time. */
const day = (month, date, year = 2026) => new Date(year, month - 1, date);
const shown = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-");

describe("days", () => {
  test("the next Monday, never today", () => {
    assert.equal(shown(mondayAfter(day(11, 29))), "2026-11-30"); // a Sunday
    assert.equal(shown(mondayAfter(day(11, 30))), "2026-12-7"); // a Monday
    assert.equal(shown(mondayAfter(day(12, 29))), "2027-1-4");
  });

  test("three months later, on a Monday", () => {
    assert.equal(shown(threeMonthsAfter(day(11, 30))), "2027-3-8"); // 30 February is 2 March
    assert.equal(shown(threeMonthsAfter(day(10, 12))), "2027-1-18"); // 12 January is a Tuesday
    assert.equal(shown(threeMonthsAfter(day(9, 7))), "2026-12-7"); // a Monday itself
  });
});

describe("a calendar", () => {
  const entry = { uid: "1", day: day(1, 5), title: "Step", text: "", address: "https://a.b/c/#result" };
  const lines = (more) => calendarOf([{ ...entry, ...more }], new Date("2026-01-02T03:04:05.678Z")).split("\r\n");

  test("has what a program needs, in lines that end as the standard says", () => {
    assert.deepEqual(lines({ text: "Text" }), [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//mkdocs-self-assessment//EN",
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTAMP:20260102T030405Z",
      "DTSTART;VALUE=DATE:20260105",
      "SUMMARY:Step",
      "DESCRIPTION:Text",
      "URL:https://a.b/c/#result",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("text is escaped", () => {
    assert.ok(lines({ text: "a, b; c\\d\ne\r\nf" }).includes("DESCRIPTION:a\\, b\\; c\\\\d\\ne\\nf"));
  });

  test("long lines are folded at 75 octets, and no character is divided", () => {
    for (const text of ["x".repeat(400), "æøå→".repeat(60), "👩‍👧 שלום 日本".repeat(30)]) {
      const all = lines({ text });
      assert.ok(all.every((line) => Buffer.byteLength(line) <= 75));
      const start = all.findIndex((line) => line.startsWith("DESCRIPTION:"));
      const end = all.findIndex((line, index) => index > start && !line.startsWith(" "));
      const [first, ...rest] = all.slice(start, end);
      assert.equal([first, ...rest.map((line) => line.slice(1))].join(""), `DESCRIPTION:${text}`);
    }
  });
});
