// @ts-check
/**
 * A round: what a facilitator has collected, as a frozen value. Pure; each function returns a new one.
 */
/** @import { Answers, Model } from "../types/types.js" */
/** @import { Found, FoundSheet, Refused, Source } from "./paste.js" */

import { isAnswer, isLater, isMoment, isRecord, parseRecord } from "../storage/reading.js";
import { GROUPS, plainLabel } from "./code.js";

export const ROUND_FORMAT = 1;
/** Largest file of a round in characters: a thousand sheets with sixty answers each. */
export const LARGEST_ROUND = 4_000_000;
/** What is set aside is to be looked at: nobody looks at more. */
const MOST_APART = 500;
const MOST_SHEETS = 5000;

/**
 * @typedef {object} Sheet
 * @property {number} number by which the list names it
 * @property {number} group
 * @property {string} origin round and sheet, empty where it doesn't say
 * @property {Answers} answers
 * @property {string} added moment in ISO format
 * @property {Source} by
 */
/**
 * @typedef {object} Apart something that doesn't count, and why
 * @property {number} number by which the list names it
 * @property {Refused} refused
 * @property {string} added moment in ISO format
 * @property {Omit<Sheet, "number" | "added"> | null} sheet that can be counted all the same
 */
/**
 * @typedef {object} Round
 * @property {string} id of the self-assessment
 * @property {string} version
 * @property {string} code three letters
 * @property {string[]} others the letters of rounds that were merged into it
 * @property {string} name
 * @property {string} begun moment in ISO format
 * @property {number[]} groups none, or two or more of those in `GROUPS`
 * @property {Record<number, string>} labels of their own groups
 * @property {Sheet[]} sheets
 * @property {Apart[]} apart
 * @property {boolean} agreed whether everybody agreed that single answers are shown
 * @property {number} next number
 */
/** @typedef {Pick<Model, "id" | "version" | "items">} Asked */
/** @typedef {{added: number, same: number, replaced: number, apart: number}} Added how many of what was found */

/**
 * @param {Asked} model
 * @param {{code: string, name: string, groups: number[], labels: Record<number, string>, begun: string}} chosen
 * @returns {Round}
 */
export function beginRound({ id, version }, { code, name, groups, labels, begun }) {
  const round = { id, version, code, others: [], name: plainLabel(name), begun, groups, labels };
  return frozen({ ...round, sheets: [], apart: [], agreed: false, next: 1 });
}

/**
 * Adds what was found. A sheet that came before counts once; another one by the same phone takes the place of its former
 * one, which is set apart.
 *
 * @param {Round} round
 * @param {Found[]} found
 * @param {string} now moment in ISO format
 * @returns {{round: Round, report: Added}}
 */
export function addFound(round, found, now) {
  const report = { added: 0, same: 0, replaced: 0, apart: 0 };
  const sheets = new Map(round.sheets.map((sheet) => [sheet.number, sheet]));
  const byOrigin = new Map(round.sheets.flatMap((sheet) => (sheet.origin ? [[sheet.origin, sheet]] : [])));
  const byAnswers = new Map(round.sheets.map((sheet) => [answersKey(sheet.answers), sheet]));
  const apart = [...round.apart];
  const known = new Set(apart.map(apartKey));
  let { next } = round;

  /** @param {Refused} refused @param {Omit<Sheet, "number" | "added"> | null} sheet @returns {boolean} whether it is new */
  const setApart = (refused, sheet) => {
    const one = { number: next, refused, added: now, sheet };
    if (known.has(apartKey(one)) || apart.length >= MOST_APART) return false;
    known.add(apartKey(one));
    apart.push(one);
    next += 1;
    return true;
  };
  for (const one of found) {
    if ("problem" in one) {
      if (setApart(one, null)) report.apart += 1;
      continue;
    }
    const sheet = sheetOf(round, one);
    const { excerpt } = one;
    const key = answersKey(sheet.answers);
    const twin = byAnswers.get(key);
    // Of two with the same answers, only their origins tell whether they are one.
    const former = byOrigin.get(sheet.origin) ?? (sheet.origin && twin?.origin ? undefined : twin);
    if (one.round && ![round.code, ...round.others].includes(one.round)) {
      if (setApart({ problem: "other-round", excerpt }, sheet)) report.apart += 1;
    } else if (former && answersKey(former.answers) === key && (!sheet.origin || former.origin)) {
      report.same += 1;
      // Two people may have answered alike, and nothing in their links says so.
      if (!sheet.origin) setApart({ problem: "same", excerpt }, sheet);
    } else if (!former && sheets.size >= MOST_SHEETS) {
      if (setApart({ problem: "full", excerpt }, null)) report.apart += 1;
    } else {
      if (former) setApart({ problem: former.origin ? "replaced" : "same", excerpt }, withoutNumber(former));
      if (former && twin !== former) byAnswers.delete(answersKey(former.answers));
      report[former ? "replaced" : "added"] += 1;
      const counted = { ...sheet, number: former?.number ?? next, added: now };
      if (!former) next += 1;
      sheets.set(counted.number, counted);
      if (counted.origin) byOrigin.set(counted.origin, counted);
      byAnswers.set(key, counted);
    }
  }
  return { round: frozen({ ...round, sheets: [...sheets.values()], apart, next }), report };
}

/** @param {Round} round @param {number} number of what is set apart and counts from now on @param {string} now @returns {Round} */
export function countAll(round, number, now) {
  const one = round.apart.find((apart) => apart.number === number);
  if (!one?.sheet) return round;
  // It has lost its origin, so that it can stand beside the sheet that has it.
  const taken = round.sheets.some(({ origin }) => origin && origin === one.sheet?.origin);
  const sheet = { ...one.sheet, origin: taken ? "" : one.sheet.origin, number, added: now };
  const apart = round.apart.filter((other) => other !== one);
  return frozen({ ...round, apart, sheets: [...round.sheets, sheet] });
}

/** @param {Round} round @param {number} number @param {number} group @returns {Round} */
export function moveSheet(round, number, group) {
  const sheets = round.sheets.map((sheet) => (sheet.number === number ? { ...sheet, group } : sheet));
  return frozen({ ...round, sheets });
}

/** @param {Round} round @param {number} number of a sheet, or of what is set apart @returns {Round} */
export function removeOne(round, number) {
  const isOther = (/** @type {{number: number}} */ one) => one.number !== number;
  return frozen({ ...round, sheets: round.sheets.filter(isOther), apart: round.apart.filter(isOther) });
}

/** @param {Round} round @returns {Round} everybody agreed that single answers are shown */
export function agreeOn(round) {
  return frozen({ ...round, agreed: true });
}

/**
 * The round of another facilitator, added to this one: its sheets, its groups, and what comes to it later.
 *
 * @param {Round} round
 * @param {Round} other of the same version
 * @param {string} now
 * @returns {{round: Round, report: Added}}
 */
export function mergeRounds(round, other, now) {
  const groups = [...new Set([...round.groups, ...other.groups])].sort((a, b) => a - b);
  const others = [...new Set([...round.others, other.code, ...other.others])].filter((code) => code !== round.code);
  const labels = { ...other.labels, ...round.labels };
  /** @type {FoundSheet[]} */
  const found = other.sheets.map(({ origin, group, answers, by }) => {
    const [from = "", sheet = ""] = origin.split("-");
    return { round: from, group, sheet, answers, by, excerpt: "" };
  });
  const merged = frozen({ ...round, groups, others, labels, agreed: round.agreed && other.agreed });
  return addFound(merged, found, now);
}

/**
 * @param {Round} round
 * @param {Date} now
 * @param {number} [indent] for people who open the file
 * @returns {string} JSON; `round-1.schema.json` describes it
 */
export function roundFile(round, now, indent = 1) {
  const $schema = new URL("round-1.schema.json", import.meta.url).href;
  return `${JSON.stringify({ $schema, format: ROUND_FORMAT, saved: now.toISOString(), ...round }, null, indent)}\n`;
}

/** @param {string} text @returns {boolean} whether it claims to be a round that was saved */
export function isRoundFile(text) {
  const data = text.trimStart().startsWith("{") && text.length <= LARGEST_ROUND ? parseRecord(text) : null;
  return data !== null && Array.isArray(data.sheets);
}

/**
 * @param {Asked} model
 * @param {string} text from anywhere
 * @returns {Round | {problem: "large" | "damaged" | "newer" | "foreign" | "version"}} only sheets that the model offers
 */
export function readRound(model, text) {
  if (text.length > LARGEST_ROUND) return { problem: "large" };
  const data = parseRecord(text);
  if (!data) return { problem: "damaged" };
  const { format, id, version, code, others, name, begun, groups, labels, sheets, apart, agreed } = data;
  if (isLater(format, ROUND_FORMAT)) return { problem: "newer" };
  if (format !== ROUND_FORMAT || typeof id !== "string" || typeof version !== "string") return { problem: "damaged" };
  if (id !== model.id) return { problem: "foreign" };
  if (version !== model.version) return { problem: "version" };
  if (!isCode(code) || !Array.isArray(groups) || !Array.isArray(sheets) || sheets.length > MOST_SHEETS)
    return { problem: "damaged" };
  const named = isRecord(labels) ? labels : {};
  const known = [...new Set(groups.filter((group) => Number.isInteger(group) && group > 0 && group < 8))];
  const round = beginRound(model, {
    code,
    name: typeof name === "string" ? name : "",
    begun: isMoment(begun) ? begun : new Date(0).toISOString(),
    groups: known,
    labels: Object.fromEntries(
      known.flatMap((group) => (typeof named[group] === "string" ? [[group, plainLabel(`${named[group]}`)]] : [])),
    ),
  });
  const read = sheets.map((sheet) => readSheet(model, round, sheet));
  if (read.some((sheet) => sheet === null)) return { problem: "damaged" };
  const aside = Array.isArray(apart) ? apart.slice(0, MOST_APART).flatMap((one) => readApart(model, round, one)) : [];
  const all = read.flatMap((sheet, index) => (sheet ? [{ ...sheet, number: index + 1 }] : []));
  return frozen({
    ...round,
    others: Array.isArray(others) ? others.filter(isCode).slice(0, 100) : [],
    sheets: all,
    apart: aside.map((one, index) => ({ ...one, number: all.length + index + 1 })),
    agreed: agreed === true,
    next: all.length + aside.length + 1,
  });
}

/** @param {Asked} model @param {Round} round @param {unknown} data @returns {Omit<Apart, "number">[]} none where it can't be read: it doesn't count */
function readApart(model, round, data) {
  if (!isRecord(data) || !isRecord(data.refused)) return [];
  const { refused, added, sheet } = data;
  const { problem, excerpt, misread, length, expected } = refused;
  if (typeof problem !== "string" || !/^[a-z-]{1,20}$/.test(problem) || typeof excerpt !== "string") return [];
  const read = readSheet(model, round, sheet);
  const { at, found, expected: right } = isRecord(misread) ? misread : {};
  const isMisread = typeof at === "number" && typeof found === "string" && typeof right === "string";
  return [
    {
      refused: {
        problem,
        excerpt: plainLabel(excerpt),
        ...(isMisread && { misread: { at, found: found.slice(0, 2), expected: right.slice(0, 2) } }),
        ...(typeof length === "number" && typeof expected === "number" && { length, expected }),
      },
      added: isMoment(added) ? added : round.begun,
      sheet: read && withoutNumber(read),
    },
  ];
}

/** @param {Asked} model @param {Round} round @param {unknown} data @returns {Omit<Sheet, "number"> | null} */
function readSheet(model, round, data) {
  if (!isRecord(data) || !isRecord(data.answers)) return null;
  const { group, origin, answers, added, by } = data;
  const given = model.items.filter(({ id }) => Object.hasOwn(answers, id));
  if (given.length === 0 || given.length < Object.keys(answers).length) return null;
  if (!given.every((item) => isAnswer(answers[item.id], item.values))) return null;
  return {
    group: typeof group === "number" && round.groups.includes(group) ? group : GROUPS.none,
    origin: typeof origin === "string" && /^[0-9A-Z]{3}-[0-9A-Z]{5}$/.test(origin) ? origin : "",
    answers: /** @type {Answers} */ (Object.fromEntries(given.map(({ id }) => [id, answers[id]]))),
    added: isMoment(added) ? added : round.begun,
    by: by === "code" || by === "file" ? by : "link",
  };
}

/** @param {unknown} code @returns {code is string} */
function isCode(code) {
  return typeof code === "string" && /^[0-9A-Z]{3}$/.test(code);
}

/** @param {Round} round @param {FoundSheet} found @returns {Omit<Sheet, "number" | "added">} */
function sheetOf(round, { round: from, group, sheet, answers, by }) {
  const origin = from && sheet ? `${from}-${sheet}` : "";
  return { group: round.groups.includes(group) ? group : GROUPS.none, origin, answers, by };
}

/** @param {Omit<Sheet, "number">} sheet @returns {Omit<Sheet, "number" | "added">} */
function withoutNumber({ group, origin, answers, by }) {
  return { group, origin, answers, by };
}

/** @param {Answers} answers @returns {string} the same for the same answers in any order */
function answersKey(answers) {
  return JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param {Pick<Apart, "refused" | "sheet">} apart @returns {string} */
function apartKey({ refused: { problem, excerpt }, sheet }) {
  return JSON.stringify([problem, excerpt, sheet && [sheet.origin, answersKey(sheet.answers)]]);
}

/** @param {Round} round @returns {Round} */
function frozen(round) {
  return Object.freeze(round);
}
