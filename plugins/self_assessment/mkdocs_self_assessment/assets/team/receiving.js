// @ts-check
/**
 * A new round from its form, and what files bring to a round.
 */
/** @import { Model } from "../types/types.js" */
/** @import { Added, Round } from "./round.js" */

import { newRound, plainLabel } from "./code.js";
import { readPasted } from "./paste.js";
import { addFound, beginRound, isRoundFile, mergeRounds, readRound } from "./round.js";

/** @typedef {{name: string, text: string | null}} Received `null` for what is too large to be read */

/** @param {Model} model @param {HTMLFormElement} form @param {string} begun @returns {Round} */
export function roundFrom(model, form, begun) {
  const data = new FormData(form);
  const written = data.getAll("own").map((label) => plainLabel(`${label}`));
  const chosen = `${data.get("groups") ?? ""}`.split(" ").filter(Boolean).map(Number);
  const labels = Object.fromEntries(
    chosen.includes(5) ? chosen.flatMap((group, index) => (written[index] ? [[group, written[index]]] : [])) : [],
  );
  const named = chosen.includes(5) ? chosen.filter((group) => labels[group]) : chosen;
  const groups = named.length > 1 ? named : [];
  return beginRound(model, { code: newRound(), name: `${data.get("name") ?? ""}`, groups, labels, begun });
}

/**
 * @param {Model} model
 * @param {Round} round
 * @param {Received[]} files with sheets, or with another facilitator's round
 * @param {string} now
 * @returns {{round: Round, report: Added}}
 */
export function addFiles(model, round, files, now) {
  const report = { added: 0, same: 0, replaced: 0, apart: 0 };
  let whole = round;
  for (const file of files) {
    const step = addFile(model, whole, file, now);
    whole = step.round;
    for (const key of /** @type {const} */ (["added", "same", "replaced", "apart"])) report[key] += step.report[key];
  }
  return { round: whole, report };
}

/** @param {Model} model @param {Round} round @param {Received} file @param {string} now */
function addFile(model, round, { name, text }, now) {
  const refused = (/** @type {string} */ problem) => addFound(round, [{ problem, excerpt: plainLabel(name) }], now);
  if (text === null) return refused("large");
  const other = isRoundFile(text) ? readRound(model, text) : null;
  if (other) return "problem" in other ? refused(other.problem) : mergeRounds(round, other, now);
  const found = readPasted(model, text);
  return found.length > 0 ? addFound(round, found, now) : refused("damaged");
}
