// @ts-check
/**
 * Brings back what can be read of stored data that was set aside. No page, no words.
 */
/** @import { Answers, Model } from "../types/types.js" */

import { parseHistory } from "../history/reading.js";
import { attempt } from "../storage/keys.js";
import { parseStored, sortOut } from "../storage/reading.js";

/**
 * Answers fill in what the reader has not answered since; results join the earlier ones. A copy that was read whole is
 * removed, any other stays.
 *
 * @param {Model} model
 * @param {import("../storage/storage.js").AnswerStore} store
 * @param {import("../history/history.js").ResultHistory} history
 * @param {Answers} own
 * @returns {{answers: Answers, count: number}} all answers from now on, and how many answers and results came back
 */
export function bringBack(model, store, history, own) {
  let answers = own;
  let count = 0;
  for (const key of store.setAside()) {
    const text = localStorage.getItem(key) ?? "";
    const results = parseHistory(text);
    const given = parseStored(text);
    let whole = false;
    if (results && results.stored.id === model.id) {
      count += history.restore(results.stored);
      whole = !results.damaged && history.works;
    } else if (given && given.stored.id === model.id) {
      const { fitting, unfit } = sortOut(given.stored, model);
      count += Object.keys(fitting).filter((id) => !Object.hasOwn(answers, id)).length;
      answers = { ...fitting, ...answers };
      whole = !given.damaged && unfit.length === 0;
    }
    if (whole) attempt(() => localStorage.removeItem(key));
  }
  return { answers, count };
}
