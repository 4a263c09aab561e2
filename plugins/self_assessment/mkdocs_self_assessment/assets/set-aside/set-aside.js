// @ts-check
/**
 * Stored data that could not be read, and was set aside: the reader brings back what can be read of it, saves it as a
 * file, or erases it.
 */
/** @import { Visit } from "../types/types.js" */

import { element } from "../dom/dom.js";
import { download } from "../exchange/exchange.js";
import { ResultHistory } from "../history/history.js";
import { notify } from "../notices/notices.js";
import { buttonOf } from "../result-tools/tables.js";
import { attempt } from "../storage/keys.js";
import { bringBack } from "./bringing-back.js";

/** @param {Visit} visit @returns {HTMLElement} */
export function setAsideNotice(visit) {
  const { model, store, words } = visit;
  const { t } = words;
  const restore = buttonOf(t("keep.set-aside-restore"), () => {
    const history = new ResultHistory(model, store.prefix);
    const count = bringBack(model, store, history, visit.own());
    visit.restore();
    const text = element("p", "sa-note", t("keep.set-aside-restored", { number: count }));
    const shown = notify(visit.root, "restored", text) ?? text;
    shown.tabIndex = -1;
    shown.focus();
  });
  const save = buttonOf(t("keep.set-aside-save"), () => {
    const texts = Object.fromEntries(store.setAside().map((key) => [key, localStorage.getItem(key)]));
    download(`${model.id}-set-aside.json`, "application/json", `${JSON.stringify(texts, null, 2)}\n`);
  });
  const erase = buttonOf(t("keep.set-aside-erase"), () => {
    attempt(() => {
      for (const key of store.setAside()) localStorage.removeItem(key);
    });
    visit.restore();
    visit.root.tabIndex = -1;
    visit.root.focus();
  });
  const buttons = element("p", "sa-buttons", restore, save, erase);
  return element("div", "sa-note sa-set-aside", element("p", "", t("keep.set-aside")), buttons);
}
