// @ts-check
/**
 * Earlier results: what has changed since last time, each score over time, and the list from which single ones can be
 * deleted.
 */
/** @import { Answers, HistoryEntry, Visit } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { nth } from "../lists/lists.js";
import { change, headlineOf, rowsOf } from "../result-tools/rows.js";
import { buttonOf, signed, tableOf, timeOf } from "../result-tools/tables.js";
import { pointsFor } from "../scoring/points.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { lineOf } from "./chart.js";
import { sameDay } from "./history.js";
import { markLast } from "./last.js";
import { sinceOf } from "./since.js";

export class HistoryView {
  /** @param {Visit} visit @param {import("./history.js").ResultHistory} history @param {() => void} changed */
  constructor(visit, history, changed) {
    this.visit = visit;
    this.history = history;
    this.changed = changed;
    this.since = part(visit.root, ".js-since");
    this.details = part(visit.root, ".js-history");
  }

  /** @param {Answers} answers the result on the page @param {boolean} borrowed whether it came by a link */
  render(answers, borrowed) {
    const entries = this.history.entries();
    const comparable = this.history.comparable();
    this.details.hidden = borrowed || entries.length === 0;
    part(this.details, ".js-history-count").textContent = `(${this.visit.words.number(entries.length)})`;
    part(this.details, ".js-history-trend").replaceChildren(
      ...(comparable.length > 1 ? [this.#trend(comparable)] : []),
    );
    part(this.details, ".js-history-list").replaceChildren(...entries.reverse().map((entry) => this.#row(entry)));
    this.#showSince(borrowed ? undefined : this.history.previous(), answers);
  }

  /** @param {HistoryEntry | undefined} previous @param {Answers} answers */
  #showSince(previous, answers) {
    const { model, words } = this.visit;
    const date = previous ? this.#when(previous.saved, new Date()) : "";
    const found = previous ? sinceOf(model, words, previous.answers, answers, date) : null;
    const rows = previous ? rowsOf(model, previous.answers, words) : [];
    markLast(this.visit.root, rows, words.t("keep.last", { date }));
    this.since.hidden = found === null;
    if (!found) return;
    part(this.since, ".js-since-sentence").textContent = found.sentence;
    part(this.since, ".js-since-list").replaceChildren(...found.lines.map((line) => element("li", "", line)));
  }

  /** @param {string} moment @param {Date} other @returns {string} its day, with the time where the other is of the same day */
  #when(moment, other) {
    const date = new Date(moment);
    if (Number.isNaN(date.getTime())) return timeOf("", this.visit.model.dates);
    return sameDay(date, other) ? timeOf(moment, this.visit.model.dates) : this.visit.words.date(date);
  }

  /** @param {HistoryEntry[]} entries of one version, oldest first */
  #trend(entries) {
    const { model, words } = this.visit;
    const { t } = words;
    const all = entries.map(({ answers }) => rowsOf(model, answers, words));
    const first = nth(entries, entries.length - 2).saved;
    const second = nth(entries, entries.length - 1).saved;
    const before = this.#when(first, new Date(second));
    const now = this.#when(second, new Date(first));
    return tableOf(
      t("keep.trend", { before, now }),
      [t("keep.area"), t("keep.before"), t("keep.now"), t("keep.change")],
      nth(all, 0).map(({ title }, index) => {
        const rows = all.map((of) => nth(of, index));
        const list = rows.map(({ shown }) => shown).join(", ");
        const line = lineOf(
          rows.map(({ value }) => value),
          t("keep.line", { name: title, list }),
        );
        const last = nth(rows, rows.length - 2);
        const latest = nth(rows, rows.length - 1);
        return [
          element("span", "sa-history__area", title, line),
          last.shown,
          latest.shown,
          signed(change(last, latest), words),
        ];
      }),
    );
  }

  /** @param {HistoryEntry} entry */
  #row(entry) {
    const { model, words } = this.visit;
    const { t } = words;
    const date = timeOf(entry.saved, model.dates);
    const remove = buttonOf(t("keep.delete"), () => this.#remove(entry));
    remove.setAttribute("aria-label", t("keep.delete-name", { date }));
    const score = element("span", "sa-history__score", this.#overall(entry));
    const row = element("li", "", element("span", "", date), " ", score, " ", remove);
    if (entry.version !== model.version) row.append(element("p", "sa-keep__text", this.#difference(entry.version)));
    else if (entry.overall === null) row.append(...this.#partsOf(entry));
    return row;
  }

  /** @param {HistoryEntry} entry @returns {string} its figure of the whole; the points of another version are unknown */
  #overall({ overall, version }) {
    const { model, words } = this.visit;
    if (overall === null) return "";
    if (!model.points) return words.number(overall);
    if (version !== model.version) return words.t("out-of", { score: overall });
    return words.t("points", { n: pointsFor(overall, model.points) });
  }

  /** @param {HistoryEntry} entry @returns {Node[]} what represents a result that has no figure of the whole */
  #partsOf({ answers }) {
    const { model, words } = this.visit;
    const headline = headlineOf(model, scoreAssessment(model, answers), words);
    const parts = rowsOf(model, answers, words).map(({ title, shown }) =>
      element("li", "", `${title}: `, element("span", "sa-history__score", shown)),
    );
    return [
      ...(headline ? [element("p", "sa-history__headline", headline)] : []),
      element("ul", "sa-history__parts", ...parts),
    ];
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
    const next = this.details.hidden ? part(this.visit.root, ".js-result-title") : part(this.details, "summary");
    next.focus();
  }
}
