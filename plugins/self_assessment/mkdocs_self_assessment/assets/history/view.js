// @ts-check
/**
 * Earlier results: what has changed since last time, each score over time, and the list from which single ones can be
 * deleted.
 */
/** @import { Answers, HistoryEntry, Visit } from "../types/types.js" */

import { acrossOf } from "../charts/svg.js";
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
    this.details = /** @type {HTMLDetailsElement} */ (part(visit.root, ".js-history"));
    /** Whether it has been opened for the reader, who may close it. */
    this.unfolded = false;
  }

  /** @param {Answers} answers the result on the page @param {boolean} borrowed whether it came by a link */
  render(answers, borrowed) {
    const entries = this.history.entries();
    const comparable = this.history.comparable();
    this.details.hidden = borrowed || entries.length === 0;
    part(this.details, ".js-history-count").textContent = `(${this.visit.words.number(entries.length)})`;
    part(this.details, ".js-history-trend").replaceChildren(...(comparable.length > 1 ? this.#trend(comparable) : []));
    part(this.details, ".js-history-list").replaceChildren(...entries.reverse().map((entry) => this.#row(entry)));
    // From the third result on there is a development to see.
    if (comparable.length > 2 && !this.unfolded) {
      this.details.open = true;
      this.unfolded = true;
    }
    this.#showSince(borrowed ? undefined : this.history.previous(), answers);
  }

  /** @param {HistoryEntry | undefined} previous @param {Answers} answers */
  #showSince(previous, answers) {
    const { model, words } = this.visit;
    const date = previous ? this.#when(previous.saved, new Date()) : "";
    const found = previous ? sinceOf(model, words, previous.answers, answers, date) : null;
    const rows = previous ? rowsOf(model, previous.answers, words) : [];
    markLast(this.visit.root, rows, words.t("keep.last", { date }));
    part(this.visit.root, ".js-overall-since").textContent = found?.change
      ? words.t("keep.since-short", { change: found.change, date })
      : "";
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

  /** @param {HistoryEntry[]} entries of one version, oldest first @returns {Node[]} */
  #trend(entries) {
    const { model, words, root } = this.visit;
    const { t } = words;
    const all = entries.map(({ answers }) => rowsOf(model, answers, words));
    const dates = entries.map(({ saved }, index) => {
      const other = nth(entries, index === 0 ? 1 : index - 1);
      return this.#when(saved, new Date(other.saved));
    });
    const across = acrossOf(root);
    const last = entries.length - 1;
    const [before, now] = [nth(dates, last - 1), nth(dates, last)];
    const series = nth(all, 0).map(({ title }, index) => {
      const rows = all.map((of) => nth(of, index));
      const [former, latest] = [nth(rows, last - 1), nth(rows, last)];
      return { title, rows, former, latest, by: signed(change(former, latest), words) };
    });
    const charts = series.map(({ title, rows, latest, by }) => {
      const list = rows.map(({ shown }, index) => `${shown} (${dates[index]})`).join(", ");
      const ends = element("p", "sa-history__dates", ...[0, last].map((end) => element("span", "", nth(dates, end))));
      const figure = element("strong", "sa-history__score", latest.shown);
      const head = element("p", "sa-history__name", title, " ", figure, ` (${by})`);
      const chart = element("div", "sa-history__chart", head, lineOf(rows, dates, words, across), ends);
      chart.role = "img";
      chart.ariaLabel = t("keep.line", { name: title, list });
      return chart;
    });
    const table = tableOf(
      t("keep.trend", { before, now }),
      [t("keep.area"), t("keep.before"), t("keep.now"), t("keep.change")],
      series.map(({ title, former, latest, by }) => [title, former.shown, latest.shown, by]),
    );
    return [element("div", "sa-history__charts", ...charts), table];
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
    else if (entry.overall === null) {
      const headline = headlineOf(model, scoreAssessment(model, entry.answers), words);
      if (headline) row.append(element("p", "sa-history__headline", headline));
    }
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
