// @ts-check
/**
 * The first step as an entry for next Monday, and another for a look at what has changed. Fetched when it is asked for.
 */
/** @import { View } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { pageAddress } from "../dom/fragment.js";
import { calendarOf, mondayAfter, threeMonthsAfter } from "./calendar.js";

/** @param {View} view that shows the step @returns {Blob} */
export function calendarFor({ root, model, words }) {
  const now = new Date();
  const monday = mondayAfter(now);
  const address = pageAddress();
  const step = part(root, ".js-step-text").innerText.trim();
  const of = part(root, ".js-step-title").textContent || model.title;
  const entries = [
    { day: monday, title: `${words.t("result.first-step")}: ${of}`, text: `${step}\n\n${address}` },
    { day: threeMonthsAfter(monday), title: words.t("result.again", { title: model.title }), text: address },
  ].map((entry) => ({ ...entry, uid: [...crypto.getRandomValues(new Uint32Array(4))].join("-"), address }));
  return new Blob([calendarOf(entries, now)], { type: "text/calendar" });
}
