// @ts-check
/**
 * Earlier results: how each score has changed since last time, and the list from which single ones can be deleted.
 */
/** @import { HistoryEntry, Visit } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { change, figuresOf } from "../keeping/figures.js";
import { buttonOf, dateOf, figure, signed, tableOf } from "../keeping/showing.js";
import { lineOf } from "./chart.js";

export class HistoryView {
  /** @param {Visit} visit @param {import("./history.js").History} history @param {() => void} changed */
  constructor(visit, history, changed) {
    this.visit = visit;
    this.history = history;
    this.changed = changed;
    this.details = part(visit.root, ".sa-history");
  }

  render() {
    const { words: { t }, root } = this.visit;
    const entries = this.history.entries();
    const comparable = this.history.comparable();
    this.details.hidden = entries.length === 0;
    part(this.details, ".sa-history__count").textContent = `(${entries.length})`;
    part(this.details, ".sa-history__trend").replaceChildren(...(comparable.length > 1 ? [this.#trend(comparable)] : []));
    part(this.details, ".sa-history__list").replaceChildren(...entries.reverse().map((entry) => this.#row(entry)));
    const since = part(root, ".sa-keep__since");
    const [before, now] = comparable.slice(-2);
    const delta = now ? change(before.overall, now.overall) : null;
    since.hidden = delta === null;
    const { lang } = this.visit.model;
    if (before) since.textContent = t("keep.since", { date: dateOf(before.saved, lang), change: signed(delta, lang) });
  }

  /** @param {HistoryEntry[]} entries of one version, oldest first */
  #trend(entries) {
    const { model, words } = this.visit;
    const { t } = words;
    const all = entries.map(({ answers }) => figuresOf(model, answers, words));
    const [before, now] = entries.slice(-2).map(({ saved }) => dateOf(saved, model.lang));
    return tableOf(
      t("keep.trend", { before, now }),
      [t("keep.area"), t("keep.before"), t("keep.now"), t("keep.change")],
      all[0].map(({ title }, index) => {
        const values = all.map((figures) => figures[index].value);
        const list = values.map((value) => figure(value, words)).join(", ");
        const [last, latest] = values.slice(-2);
        return [
          element("span", "sa-history__area", title, lineOf(values, t("keep.line", { name: title, list }))),
          figure(last, words),
          figure(latest, words),
          signed(change(last, latest), model.lang),
        ];
      }),
    );
  }

  /** @param {HistoryEntry} entry */
  #row(entry) {
    const { model, words } = this.visit;
    const { t } = words;
    const date = dateOf(entry.saved, model.lang, true);
    const remove = buttonOf(t("keep.delete"), () => this.#remove(entry), t("keep.delete-name", { date }));
    const score = element("span", "sa-history__score", figure(entry.overall, words));
    const row = element("li", "", element("span", "", date), " ", score, " ", remove);
    if (entry.version !== model.version) row.append(element("p", "sa-keep__text", this.#difference(entry.version)));
    return row;
  }

  /** @param {string} version @returns {string} why its results cannot be compared with today's */
  #difference(version) {
    const { t } = this.visit.words;
    const changes = Object.entries(this.history.changesSince(version) ?? {}).filter(([, n]) => n > 0);
    return [t("keep.earlier"), ...changes.map(([kind, n]) => t(`keep.changed-${kind}`, { n }))].join(" ");
  }

  /** @param {HistoryEntry} entry */
  #remove(entry) {
    this.history.remove(entry);
    this.changed();
    const next = this.details.hidden ? part(this.visit.root, ".sa-result__title") : part(this.details, "summary");
    next.focus();
  }
}
