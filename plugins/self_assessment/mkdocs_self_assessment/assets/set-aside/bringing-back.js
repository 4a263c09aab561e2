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
 * removed once that is saved, any other stays.
 *
 * @param {Model} model
 * @param {import("../storage/storage.js").AnswerStore} store
 * @param {import("../history/history.js").ResultHistory} history
 * @param {Answers} own
 * @returns {number} how many answers and results came back
 */
export function bringBack(model, store, history, own) {
  let count = 0;
  let answers = own;
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
      const missing = Object.keys(fitting).filter((id) => !Object.hasOwn(answers, id));
      const all = { ...fitting, ...answers };
      if (missing.length > 0) store.save(all);
      if (missing.length > 0 && !store.works) continue;
      answers = all;
      count += missing.length;
      whole = !given.damaged && unfit.length === 0;
    }
    if (whole) attempt(() => localStorage.removeItem(key));
  }
  return count;
}
