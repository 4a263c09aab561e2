// A round: what is added, set apart, moved, removed and merged; and the figures of a team, worked out by hand.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";

import { GROUPS } from "#self-assessment/team/code.js";
import { lackingStyles, levelVotes, styleCounts, teamPoints } from "#self-assessment/team/kinds.js";
import {
  addFound,
  agreeOn,
  beginRound,
  countAll,
  mergeRounds,
  moveSheet,
  readRound,
  removeOne,
  roundFile,
} from "#self-assessment/team/round.js";
import {
  dimensionFigures,
  figuresFor,
  isHeld,
  standouts,
  statementFigures,
  widestFirst,
} from "#self-assessment/team/statistics.js";
import { roundTable } from "#self-assessment/team/taking-along.js";
import "./kinds.js";
import { item, model } from "./vectors.js";
import { ECHO } from "./words.js";

const NOW = "2026-11-29T12:00:00.000Z";
const MODEL = model({
  id: "culture",
  version: "v1",
  dimensions: ["trust", "room"].map((id) => ({ id, title: id, bands: [], conditions: [], good: "high", target: null })),
  items: [
    item("t1", { dimension: "trust" }),
    item("t2", { dimension: "trust", reverse: true }),
    item("r1", { dimension: "room" }),
  ],
  conditions: [],
});
const { leader, employees } = GROUPS;
const begin = (groups = [leader, employees], code = "7K3") =>
  beginRound(MODEL, { code, name: " Team\nA ", groups, labels: {}, begun: NOW });
let count = 0;
const sheet = (answers, group = 0, more = {}) => {
  count += 1;
  const name = String(count).padStart(5, "0");
  return { round: "7K3", group, sheet: name, answers, by: "link", excerpt: name, ...more };
};
const plain = { round: "", group: 0, sheet: "" };
const add = (round, ...found) => addFound(round, found, NOW);
const answersIn = ({ sheets }) => sheets.map(({ answers }) => answers);
const reasonsIn = ({ apart }) => apart.map(({ refused }) => refused.problem);

describe("a round", () => {
  test("takes sheets into their groups, one that it doesn't have into none", () => {
    const { round, report } = add(begin(), sheet({ t1: 1 }, leader), sheet({ t1: 2 }, employees), sheet({ t1: 3 }, 7));
    assert.deepEqual(report, { added: 3, same: 0, replaced: 0, apart: 0 });
    assert.deepEqual(
      round.sheets.map(({ number, group }) => [number, group]),
      [
        [1, leader],
        [2, employees],
        [3, 0],
      ],
    );
    assert.equal(round.name, "Team A");
    assert.ok(Object.isFrozen(round));
  });

  test("the same sheet counts once; another one by the same phone takes its place, and can be brought back", () => {
    const [first, alike] = [sheet({ t1: 1 }, employees), sheet({ t1: 1 }, employees)];
    const { round, report } = add(begin(), first, alike, first, { ...first, by: "code" });
    assert.deepEqual(report, { added: 2, same: 2, replaced: 0, apart: 0 });
    const later = add(round, { ...first, answers: { t1: 5 } });
    assert.deepEqual(later.report, { added: 0, same: 0, replaced: 1, apart: 0 });
    assert.deepEqual(answersIn(later.round), [{ t1: 5 }, { t1: 1 }]);
    assert.deepEqual(reasonsIn(later.round), ["replaced"]);
    const back = countAll(later.round, later.round.apart[0].number, NOW);
    assert.deepEqual(answersIn(back), [{ t1: 5 }, { t1: 1 }, { t1: 1 }]);
    assert.equal(new Set(back.sheets.map(({ number }) => number)).size, 3);
  });

  test("of two with the same answers, one without origin is set apart and can be counted", () => {
    const { round, report } = add(begin([]), sheet({ t1: 1 }, 0, plain), sheet({ t1: 1 }, 0, plain));
    assert.deepEqual([report.added, report.same, reasonsIn(round)], [1, 1, ["same"]]);
    const both = countAll(round, round.apart[0].number, NOW);
    assert.deepEqual([both.sheets.length, both.apart.length], [2, 0]);
    const known = add(begin(), sheet({ t1: 1 }, 0, plain), sheet({ t1: 1 }, leader)).round;
    assert.deepEqual([known.sheets.length, known.sheets[0].group, reasonsIn(known)], [1, leader, ["same"]]);
  });

  test("another round, and what can't be read, is set apart with the reason, once", () => {
    const other = sheet({ t1: 1 }, leader, { round: "AAA" });
    const wrong = { problem: "damaged", excerpt: "x" };
    const { round, report } = add(begin(), other, wrong, other, wrong);
    assert.deepEqual([report.apart, reasonsIn(round)], [2, ["other-round", "damaged"]]);
    const taken = countAll(round, round.apart[0].number, NOW);
    assert.deepEqual([answersIn(taken), reasonsIn(taken)], [[{ t1: 1 }], ["damaged"]]);
    assert.equal(countAll(taken, taken.apart[0].number, NOW), taken);
  });

  test("sheets are moved and removed", () => {
    const { round } = add(begin(), sheet({ t1: 1 }, leader), sheet({ t1: 2 }));
    assert.equal(moveSheet(round, 2, employees).sheets[1].group, employees);
    assert.deepEqual(answersIn(removeOne(round, 1)), [{ t1: 2 }]);
    assert.equal(round.sheets.length, 2);
  });

  test("two facilitators' rounds become one, whatever both have", () => {
    const both = sheet({ t1: 1 }, employees);
    const mine = add(begin(), both, sheet({ t1: 2 }, leader)).round;
    const theirs = add(begin([employees], "AAA"), sheet({ t1: 3 }, employees, { round: "AAA" })).round;
    const shared = add(theirs, both);
    const counted = countAll(shared.round, shared.round.apart[0].number, NOW);
    const { round, report } = mergeRounds(mine, counted, NOW);
    assert.deepEqual(report, { added: 1, same: 1, replaced: 0, apart: 0 });
    assert.deepEqual(answersIn(round), [{ t1: 1 }, { t1: 2 }, { t1: 3 }]);
    const late = add(round, sheet({ t1: 4 }, employees, { round: "AAA" }));
    assert.equal(late.report.added, 1);
  });

  test("saved and restored", () => {
    const { round } = add(begin(), sheet({ t1: 1, r1: 4 }, leader), sheet({ t2: 2 }, employees, { by: "code" }));
    const other = sheet({ t1: 1 }, leader, { round: "AAA", excerpt: "x" });
    const wrong = { problem: "wrong", misread: { at: 3, found: "A", expected: "B" }, excerpt: "7K3" };
    const whole = agreeOn(add(round, other, wrong).round);
    const restored = readRound(MODEL, roundFile(whole, new Date(NOW)));
    assert.deepEqual(JSON.parse(JSON.stringify(restored)), JSON.parse(JSON.stringify(whole)));
  });

  test("a file of something else, or that was tampered with, is refused with the reason", () => {
    const text = roundFile(add(begin(), sheet({ t1: 1 }, leader)).round, new Date(NOW));
    const changed = (change) => JSON.stringify({ ...JSON.parse(text), ...change });
    const cases = {
      damaged: [
        "",
        "[]",
        text.slice(1),
        changed({ sheets: [{ answers: { t1: 99 } }] }),
        changed({ code: "<b>" }),
        '{"format":1,"id":"culture","version":"v1","code":"7K3","groups":[],"sheets":[{"answers":{"__proto__":{"t1":1}}}]}',
      ],
      newer: [changed({ format: 2 })],
      foreign: [changed({ id: "other" })],
      version: [changed({ version: "v2" })],
      large: [" ".repeat(5_000_000)],
    };
    for (const [problem, texts] of Object.entries(cases))
      for (const one of texts) assert.deepEqual(readRound(MODEL, one), { problem });
    const odd = readRound(
      MODEL,
      changed({ groups: [1, 1, 99, "x"], labels: { 1: "\u202ebad\n" }, others: ["<", "AAA"] }),
    );
    assert.deepEqual([odd.groups, odd.labels, odd.others], [[1], { 1: "bad" }, ["AAA"]]);
  });

  test("nothing is lost: what is added is counted, the same, or set apart", () => {
    const found = fc.record({
      round: fc.constantFrom("7K3", "AAA", ""),
      sheet: fc.constantFrom("00001", "00002", ""),
      group: fc.nat(7),
      answers: fc.constantFrom({ t1: 1 }, { t1: 2 }, { t1: 1, r1: 2 }),
    });
    fc.assert(
      fc.property(fc.array(found, { maxLength: 20 }), (all) => {
        const { round, report } = add(begin(), ...all.map((one, n) => ({ ...one, by: "link", excerpt: `${n}` })));
        const { added, same, replaced, apart } = report;
        assert.equal(added + same + replaced + apart, all.length);
        assert.equal(round.sheets.length, added);
        const numbers = [...round.sheets, ...round.apart].map(({ number }) => number);
        assert.equal(new Set(numbers).size, numbers.length);
        const again = readRound(MODEL, roundFile(round, new Date(NOW)));
        assert.deepEqual(answersIn(again), answersIn(round));
      }),
    );
  });
});

describe("figures", () => {
  test("of some values", () => {
    // 10 + 20 + 60 + 90 = 180, 180 / 4 = 45; (20 + 60) / 2 = 40; (35 + 25 + 15 + 45) / 4 = 30
    assert.deepEqual(figuresFor([90, 10, 60, 20]), { n: 4, mean: 45, median: 40, low: 10, high: 90, spread: 30 });
    assert.deepEqual(figuresFor([7]), { n: 1, mean: 7, median: 7, low: 7, high: 7, spread: 0 });
    assert.deepEqual(figuresFor([1, 100, 4]).median, 4);
    assert.equal(figuresFor([]), null);
  });

  // Trust of a sheet: t1 1 to 5, t2 reversed. (t1 - 1 + 5 - t2) / 8.
  const SHEETS = [
    [{ t1: 5, t2: 1, r1: 3 }, leader], // trust 100, room 50
    [{ t1: 3, t2: 3, r1: 3 }, employees], // trust 50, room 50
    [{ t1: 2, t2: 4, r1: 1 }, employees], // trust 25, room 0
    [{ t1: 3, t2: 1, r1: 4 }, employees], // trust 75, room 75
  ];
  const filled = (more = []) =>
    add(begin(), ...[...SHEETS, ...more].map(([answers, group]) => sheet(answers, group))).round;

  test("of dimensions, with the gap of two groups, the widest first", () => {
    const all = dimensionFigures(MODEL, filled());
    const [trust, room] = widestFirst(all.filter(({ id }) => id));
    // Employees: trust (50 + 25 + 75) / 3 = 50, room (50 + 0 + 75) / 3 = 41.67
    assert.deepEqual([trust.id, trust.gap], ["trust", { high: leader, low: employees, size: 50 }]);
    assert.deepEqual([room.id, room.gap], ["room", { high: leader, low: employees, size: 8 }]);
    assert.equal(trust.whole.figures.mean, 62.5);
    assert.equal(all.at(-1).id, "");
  });

  test("with fewer than five sheets, four beside a leader, single answers are held back until all agree", () => {
    const group = (round, number) => dimensionFigures(MODEL, round)[0].groups.find((one) => one.group === number);
    const four = filled([[{ t1: 1, t2: 1, r1: 1 }, employees]]);
    assert.deepEqual([isHeld(filled()), isHeld(four), isHeld(agreeOn(filled()))], [true, false, false]);
    assert.deepEqual([group(filled(), employees).held, group(four, employees).held], [true, false]);
    const without = (n) =>
      add(begin([]), ...Array.from({ length: n }, (_, m) => sheet({ t1: 1, t2: 1, r1: 1 + (m % 5) }))).round;
    assert.deepEqual([isHeld(without(4)), isHeld(without(5))], [true, false]);
    const two = add(begin(), ...SHEETS.slice(0, 2).map(([answers, number]) => sheet(answers, number))).round;
    assert.deepEqual([group(two, leader).shown, group(two, employees).shown], [true, false]);
    assert.equal(dimensionFigures(MODEL, two)[0].gap, null);
  });

  test("of statements: what the team is divided about, and what it agrees on", () => {
    const low = { ...MODEL, dimensions: MODEL.dimensions.map((one) => ({ ...one, good: "low" })) };
    const rows = [
      { t1: 1, t2: 5, r1: 5 },
      { t1: 5, t2: 5, r1: 4 },
      { t1: 1, t2: 4, r1: 4 },
      { t1: 5, t2: 3, r1: 5 },
    ];
    const { round } = add(begin([]), ...rows.map((answers) => sheet(answers)));
    const figures = statementFigures(MODEL, round);
    // t1: 0, 100, 0, 100; t2 reversed: 0, 0, 25, 50; r1: 100, 75, 75, 100
    assert.deepEqual(
      figures.map(({ item: { id }, whole, weak, strong }) => [id, whole.mean, whole.spread, weak, strong]),
      [
        ["t1", 50, 50, 0.5, 0.5],
        ["t2", 18.75, 18.75, 0.75, 0],
        ["r1", 87.5, 12.5, 0, 1],
      ],
    );
    const ids = (statements) => {
      const { divided, weak, strong } = standouts(statements, 3);
      return [divided, weak, strong].map((list) => list.map(({ item: { id } }) => id));
    };
    assert.deepEqual(ids(figures), [["t1"], ["t2"], ["r1"]]);
    assert.deepEqual(ids(statementFigures(low, round)), [["t1"], ["r1"], ["t2"]]);
  });
});

test("a table has one row a sheet, with neither name nor time nor the order in which they came", () => {
  const items = { t1: "1. Trust", t2: "2. Blame", r1: "3. =Room" };
  const rows = [
    { t1: 5, t2: 1, r1: 3 },
    { t1: 1, t2: 5 },
    { t1: 3, t2: 3, r1: 1 },
  ];
  const table = (order) => {
    const found = order.map((n) => sheet(rows[n], n === 0 ? leader : employees));
    return roundTable({ model: MODEL, words: ECHO, items }, addFound(begin(), found, NOW).round);
  };
  const text = table([0, 1, 2]);
  assert.equal(text, table([2, 1, 0]));
  assert.ok(!text.includes("Team A") && !text.includes("2026"));
  const [, ...lines] = text.trim().split("\r\n");
  // Scores of trust and room, then the answers; too few for a score of room.
  assert.deepEqual(
    lines.map((line) => line.split("keep.csv-separator")),
    [
      ["team.group-1", "100", "50", "5", "1", "3"],
      ["team.group-2", "0", "", "1", "5", ""],
      ["team.group-2", "50", "0", "3", "3", "1"],
    ],
  );
});

describe("kinds without a score", () => {
  const roundOf = (asked, rows) =>
    addFound(
      beginRound(asked, { code: "7K3", name: "", groups: [], labels: {}, begun: NOW }),
      rows.map((answers) => sheet(answers)),
      NOW,
    ).round;

  test("styles: what is chosen, and what the team lacks", () => {
    const actions = [0, 1].map((style) => ({ style, effect: style }));
    const items = [0, 1, 1].map((fittingStyle, n) => item(`s${n}`, { values: [0, 1], fittingStyle, actions }));
    const styles = ["direct", "delegate"].map((id) => ({ id, title: id }));
    const asked = model({ kind: "scenarios", items, styles, flexibility: [], effectiveness: [], conditions: [] });
    const counts = styleCounts(
      asked,
      roundOf(asked, [
        { s0: 0, s1: 0, s2: 1 },
        { s0: 0, s1: 0, s2: 0 },
      ]),
    );
    assert.deepEqual(
      counts.map(({ style, chosen, missed }) => [style.id, chosen, missed]),
      [
        ["direct", 5, 0],
        ["delegate", 1, 3],
      ],
    );
    assert.deepEqual(lackingStyles(counts), [counts[1]]);
    assert.deepEqual(lackingStyles([{ ...counts[0] }]), []);
  });

  test("levels: votes for today and for the target", () => {
    const levels = ["one", "two", "three"].map((title) => ({ title }));
    const dimension = { id: "a", title: "a", levels, by: "level", bands: [], conditions: [] };
    const of = (id, optional) => item(id, { dimension: "a", values: [1, 2, 3], optional });
    const asked = model({
      kind: "maturity",
      dimensions: [dimension],
      items: [of("a", false), of("a--target", true)],
      bands: [],
    });
    const [votes] = levelVotes(asked, roundOf(asked, [{ a: 1, "a--target": 3 }, { a: 1 }, { a: 2, "a--target": 3 }]));
    assert.deepEqual(
      [votes.today, votes.target],
      [
        [2, 1, 0],
        [0, 0, 2],
      ],
    );
  });

  test("points in a square", () => {
    const quadrants = ["low", "high"].flatMap((x) =>
      ["low", "high"].map((y) => ({ id: `${x}-${y}`, title: "", x, y })),
    );
    const dimensions = ["x", "y"].map((id) => ({ id, title: id, bands: [], conditions: [] }));
    const items = [item("a", { dimension: "x" }), item("b", { dimension: "y" })];
    const asked = model({ kind: "two-factor", dimensions, items, square: { x: "x", y: "y", cut: 50, quadrants } });
    const points = teamPoints(asked, roundOf(asked, [{ a: 5, b: 1 }, { a: 1 }, { a: 2, b: 4 }]));
    assert.deepEqual(
      points.map(({ number, x, y, quadrant }) => [number, x, y, quadrant.id]),
      [
        [1, 100, 0, "high-low"],
        [3, 25, 75, "low-high"],
      ],
    );
  });
});
