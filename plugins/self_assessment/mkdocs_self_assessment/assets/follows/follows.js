// @ts-check
/**
 * Follow-ups: on screen only while they are asked. One that appears is announced, since it appears out of sight
 * of those who don't see the page.
 */
/** @import { Item, View } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { fieldsetOf, nameOf } from "../form/form.js";

/** @param {View} view @param {Item[]} asked @param {boolean} announce */
export function showFollowUps({ root, form, model, words }, asked, announce) {
  const appeared = [];
  for (const item of model.items) {
    if (!item.follows) continue;
    const fieldset = fieldsetOf(form, item);
    const hidden = !asked.includes(item);
    if (fieldset.hidden && !hidden) appeared.push(nameOf(form, item));
    fieldset.hidden = hidden;
  }
  if (announce) {
    const text = appeared.length > 0 ? words.t("form.appeared", { list: words.list(appeared) }) : "";
    part(root, ".sa-announcement").textContent = text;
  }
}
