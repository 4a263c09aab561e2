// @ts-check
/**
 * Follow-ups: on screen only while they are active. One that appears is announced, since it appears out of sight
 * of those who don't see the page.
 */
/** @import { Item, View } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { fieldsetOf, nameOf } from "../form/form.js";

/** @param {View} view @param {Item[]} active @param {boolean} announce */
export function showFollowUps({ root, form, model, words }, active, announce) {
  const appeared = [];
  for (const item of model.items) {
    if (!item.condition) continue;
    const fieldset = fieldsetOf(form, item);
    const hidden = !active.includes(item);
    if (fieldset.hidden && !hidden) appeared.push(nameOf(form, item));
    fieldset.hidden = hidden;
  }
  if (announce) {
    const text = appeared.length > 0 ? words.t("form.appeared", { list: words.list(appeared) }) : "";
    part(root, ".js-announcement").textContent = text;
  }
}
