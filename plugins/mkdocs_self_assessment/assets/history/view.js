// @ts-check
/**
 * Earlier results: how each score has changed since last time, and the list from which single ones can be deleted.
 */
/** @import { HistoryEntry, Visit } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { change, rowsOf } from "../keeping/figures.js";
import { buttonOf, figure, signed, tableOf, timeOf } from "../keeping/showing.js";
import { lineOf } from "./chart.js";

export class HistoryView {
  /** @param {Visit} visit @param {import("./history.js").ResultHistory} history @param {() => void} changed */
  constructor(visit, history, changed) {
    this.visit = visit;
    this.history = history;
    this.changed = changed;
    this.details = part(visit.root, ".sa-history");
  }

  render() {
    const { root, words } = this.visit;
    const { t } = words;
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
    if (delta !== null) {
      const date = words.date(new Date(before.saved));
      since.textContent = t("keep.since", { date, change: words.signed(delta) });
    }
  }

  /** @param {HistoryEntry[]} entries of one version, oldest first */
  #trend(entries) {
    const { model, words } = this.visit;
    const { t } = words;
    const all = entries.map(({ answers }) => rowsOf(model, answers, words));
    const [before, now] = entries.slice(-2).map(({ saved }) => words.date(new Date(saved)));
    return tableOf(
      t("keep.trend", { before, now }),
      [t("keep.area"), t("keep.before"), t("keep.now"), t("keep.change")],
      all[0].map(({ title }, index) => {
        const values = all.map((rows) => rows[index].value);
        const list = values.map((value) => figure(value, words)).join(", ");
        const [last, latest] = values.slice(-2);
        return [
          element("span", "sa-history__area", title, lineOf(values, t("keep.line", { name: title, list }))),
          figure(last, words),
          figure(latest, words),
          signed(change(last, latest), words),
        ];
      }),
    );
  }

  /** @param {HistoryEntry} entry */
  #row(entry) {
    const { model, words } = this.visit;
    const { t } = words;
    const date = timeOf(entry.saved, model.lang);
    const remove = buttonOf(t("keep.delete"), () => this.#remove(entry));
    remove.setAttribute("aria-label", t("keep.delete-name", { date }));
    const score = element("span", "sa-history__score", entry.overall === null ? "" : words.number(entry.overall));
    const row = element("li", "", element("span", "", date), " ", score, " ", remove);
    if (entry.version !== model.version) row.append(element("p", "sa-keep__text", this.#difference(entry.version)));
    else if (entry.overall === null) row.append(element("p", "sa-keep__text", this.#parts(entry)));
    return row;
  }

  /** @param {HistoryEntry} entry @returns {string} what stands for a result that has no figure of the whole */
  #parts({ answers }) {
    const { model, words } = this.visit;
    return words.list(rowsOf(model, answers, words).map(({ title, value }) => `${title}: ${figure(value, words)}`));
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
