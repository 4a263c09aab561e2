/**
 * Vectors: scores worked out by hand, with their arithmetic. Each has a model and answers in a short form, and the
 * expected scores. Without imports from node, so that the tests in a browser use it too.
 */

/** Default bands of a vector. */
export const BANDS = [
  { low: 0, high: 40 },
  { low: 40, high: 70 },
  { low: 70, high: 100 },
];

/** An item with default values. */
export function item(id, { dimension = "", condition = null, ...rest } = {}) {
  const scale = { values: [1, 2, 3, 4, 5], weight: 1, reverse: false, notRelevant: false };
  return {
    id,
    dimensions: dimension.split(" ").filter(Boolean),
    section: "",
    ...scale,
    must: false,
    condition: comparison(condition),
    ...rest,
  };
}

/** A condition of a vector, in which a single comparison names its item. */
function comparison(condition) {
  if (!condition?.item) return condition;
  const { item: id, ...rest } = condition;
  return { id, measure: "answer", ...rest };
}

/** A model with default values. */
export function model(rest) {
  const { kind = "statements" } = rest;
  const usual = { id: "whole", kind, version: "v", minimum: 80, dimensions: [], items: [], bands: BANDS };
  return { ...usual, hasWhole: kind === "statements", comparesPeople: kind !== "scenarios", ...rest };
}

/** The vectors of a file, each with what they share, which is at the file's top level. */
export function vectorsIn({ vectors, ...shared }) {
  return vectors.map((vector) => ({ ...shared, ...vector }));
}

/** By the folder of a kind: what one of its vectors expects, and those parts of the scores that it names. */
export const OUTCOMES = { statements: scoring, scenarios: styles, two_factor: square, maturity };

function scoring(vector, score) {
  const { rules = {}, minimum = 80, missing = [] } = vector;
  const scores = score(
    model({
      minimum,
      dimensions: Object.keys(vector.dimensions).map((id) => ({ id, title: id, bands: BANDS, ...rules[id] })),
      items: Object.entries(vector.items).map(([id, rest]) => item(id, rest)),
    }),
    vector.answers,
  );
  const scored = { overall: scores.overall, ...Object.fromEntries(scores.dimensions.map((one) => [one.id, one])) };
  const named = Object.entries({ overall: vector.overall, ...vector.dimensions });
  return outcome(
    { ...Object.fromEntries(named.map(([id, one]) => [id, { reason: null, ...one }])), missing },
    {
      ...scored,
      missing: scores.missing,
    },
  );
}

function styles(vector, score) {
  const items = [];
  const answers = {};
  for (const [asked, chosen, times] of vector.choices) {
    for (let n = 0; n < times; n += 1) {
      const id = `s${items.length}`;
      const actions = vector.effects[asked].map((effect, style) => ({ style, effect }));
      items.push(item(id, { values: actions.map((_, value) => value), fittingStyle: asked, actions }));
      if (chosen !== null) answers[id] = chosen;
    }
  }
  const named = Object.values(vector.effects)[0].map((_, style) => ({ id: `${style}`, title: `${style}` }));
  const bands = { flexibility: BANDS, effectiveness: BANDS };
  const scores = score(model({ kind: "scenarios", items, styles: named, ...bands }), answers);
  return outcome({ styles: vector.styles, overall: { value: null, ...vector.overall } }, scores);
}

function square(vector, score) {
  const items = ["x1", "x2", "y1", "y2"].map((id) =>
    item(id, { dimension: id[0], notRelevant: true, ...vector.items?.[id] }),
  );
  const quadrants = ["low", "high"].flatMap((x) => ["low", "high"].map((y) => ({ id: `${x}-${y}`, title: "", x, y })));
  const scores = score(
    model({
      kind: "two-factor",
      dimensions: ["x", "y"].map((id) => ({ id, title: id, bands: [] })),
      items,
      square: { x: "x", y: "y", cut: vector.cut, quadrants },
    }),
    vector.answers,
  );
  const point = scores.point && {
    ...scores.point,
    quadrant: scores.point.quadrant.id,
    neighbours: scores.point.neighbours.map(({ id }) => id),
  };
  return { expected: { point: vector.point, value: null }, found: { point, value: scores.overall.value } };
}

function maturity(vector, score) {
  const counts = { a: 4, b: 4, c: 3 };
  const ranges = (...pairs) => pairs.map(([low, high]) => ({ low, high }));
  const texts = {
    a: { by: "level", bands: ranges([1, 1], [2, 3], [4, 4]) },
    b: { by: "distance", bands: ranges([0, 0], [1, 1], [2, 3]) },
    c: { by: "level", bands: [] },
  };
  const ladders = Object.entries(counts).map(([id, count]) => {
    const values = Array.from({ length: count }, (_, index) => index + 1);
    return { id, values, levels: values.map((value) => ({ title: `${value}` })), ...texts[id] };
  });
  const answers = {};
  for (const [id, given] of Object.entries(vector.answers)) {
    const [today, target = null] = [given].flat();
    if (today !== null) answers[id] = today;
    if (target !== null) answers[`${id}--target`] = target;
  }
  const scores = score(
    model({
      kind: "maturity",
      minimum: 60,
      dimensions: ladders.map(({ id, levels, by, bands }) => ({ id, title: id, levels, by, bands })),
      items: ladders.flatMap(({ id, values }) => [
        item(id, { dimension: id, values, optional: false }),
        item(`${id}--target`, { dimension: id, values, optional: true }),
      ]),
      bands: ranges([1, 1], [2, 3]),
    }),
    answers,
  );
  const found = scores.ladders.map(({ id, today, target, distance, band }) => [id, [today, target, distance, band]]);
  return {
    expected: { ladders: vector.ladders, levels: vector.levels, found: vector.levels !== null, value: null },
    found: {
      ladders: Object.fromEntries(found),
      levels: scores.levels,
      found: scores.found,
      value: scores.overall.value,
    },
  };
}

function outcome(expected, scores) {
  return { expected, found: partOf(expected, scores) };
}

function partOf(expected, found) {
  if (!isRecord(expected) || !isRecord(found)) return found;
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, partOf(value, found[key])]));
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
