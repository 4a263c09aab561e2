// @ts-check
/**
 * Where the reader chooses which two results to compare, and brings in more of them by link or file. A style profile
 * compares a person with themself: one that is brought in is shown alone, never beside the reader's own.
 */
/** @import { Answers, Candidate, Decoded, Visit } from "../types/types.js" */

import { encodeAnswers } from "../codec/codec.js";
import { element, part } from "../dom/dom.js";
import { LARGEST, readFile } from "../exchange/exchange.js";
import { nth } from "../lists/lists.js";
import { timeOf } from "../result-tools/tables.js";
import { readLink } from "../sharing/sharing.js";
import { comparisonOf } from "./comparison.js";

export class ComparisonView {
  /**
   * @param {Visit} visit
   * @param {import("../history/history.js").ResultHistory} history
   * @param {{use: (answers: Answers) => void, open: (answers: Answers) => void}} actions
   */
  constructor(visit, history, { use, open }) {
    this.visit = visit;
    this.history = history;
    this.open = open;
    this.alone = !visit.model.comparesPeople;
    this.details = part(visit.root, ".js-compare");
    this.status = part(this.details, ".js-compare-status");
    this.sides = [...this.details.querySelectorAll(".js-compare-side")].map((side) => ({
      select: /** @type {HTMLSelectElement} */ (part(side, "select")),
      name: side.querySelector("input"),
    }));
    this.pair = part(this.details, ".js-compare-pair");
    this.useButton = part(this.details, "[data-keep=use]");
    /** @type {Candidate[]} that came by link or file; gone with the page, as are the names */
    this.brought = [];
    /** @type {Candidate[]} in the order of the options */
    this.candidates = [];
    /** @type {string[] | null} of the candidates that the reader has chosen */
    this.keys = null;

    const link = /** @type {HTMLInputElement} */ (part(this.details, "#sa-compare-link"));
    const file = /** @type {HTMLInputElement} */ (part(this.details, "[type=file]"));
    part(this.details, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#bring(readLink(visit.model, link.value));
      link.value = "";
    });
    file.addEventListener("change", () => this.#open(file));
    // One that was chosen while this script was on its way
    this.#open(file);
    this.details.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLSelectElement) this.keys = this.sides.map(({ select }) => select.value);
      this.#compare();
    });
    this.useButton.addEventListener("click", () => use(nth(this.#chosen(), 1).answers));
  }

  /** @param {Answers} answers the result on the page @param {boolean} borrowed whether it came by a link */
  render(answers, borrowed) {
    const {
      model,
      words: { t },
    } = this.visit;
    const code = encodeAnswers(model, answers);
    const kept = this.history
      .comparable()
      .filter((entry) => encodeAnswers(model, entry.answers) !== code)
      .reverse()
      .map(({ number, saved, answers }) => ({
        key: `kept ${number}`,
        label: timeOf(saved, model.dates),
        answers,
        others: false,
      }));
    this.candidates = [{ key: "", label: t("keep.shown"), answers, others: borrowed }, ...kept, ...this.brought];
    // Unless the reader has chosen: the latest of the others, then the one on the page, which is how time runs.
    const [first, second] = this.keys ?? [this.candidates.at(1)?.key, ""];
    this.#choose(first, second);
  }

  /** Everything is erased: what was brought in too. */
  forget() {
    this.brought = [];
    this.keys = null;
    for (const { name } of this.sides) if (name) name.value = "";
    this.status.textContent = "";
  }

  /** @param {HTMLInputElement} input */
  async #open(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > LARGEST ? null : await file.text();
    this.#bring(text === null ? { problem: "large" } : readFile(text, this.visit.model));
    input.value = "";
  }

  /** @param {Decoded & {saved?: string}} found */
  #bring(found) {
    const {
      model,
      words: { t },
    } = this.visit;
    if ("problem" in found) {
      this.status.textContent = t(`keep.refused-${found.problem}`);
      return;
    }
    if (this.alone) {
      this.status.textContent = "";
      return this.open(found.answers);
    }
    this.visit.tellUnfit(found.unfit ?? [], "brought");
    const n = this.brought.length + 1;
    const date = found.saved ? ` (${timeOf(found.saved, model.dates)})` : "";
    const label = t("keep.brought", { number: n }) + date;
    const candidate = { key: `brought ${n}`, label, answers: found.answers, others: true };
    this.brought.push(candidate);
    this.candidates.push(candidate);
    this.status.textContent = label;
    this.#choose(this.brought.at(-2)?.key ?? "", candidate.key);
    this.keys = this.sides.map(({ select }) => select.value);
  }

  /** @param {(string | undefined)[]} keys of the candidates, the first side's first */
  #choose(...keys) {
    this.sides.forEach(({ select }, index) => {
      select.replaceChildren(...this.candidates.map(({ key, label }) => new Option(label, key)));
      select.value = this.candidates.some(({ key }) => key === keys[index]) ? (keys[index] ?? "") : "";
    });
    this.#compare();
  }

  /** @returns {Candidate[]} */
  #chosen() {
    return this.sides.map(
      ({ select }) => this.candidates.find(({ key }) => key === select.value) ?? nth(this.candidates, 0),
    );
  }

  #compare() {
    const chosen = this.#chosen();
    const [first, second] = [nth(chosen, 0), nth(chosen, 1)];
    const different = first !== second;
    const named = (/** @type {Candidate} */ candidate, /** @type {number} */ side) => ({
      ...candidate,
      label: nth(this.sides, side).name?.value.trim() || candidate.label,
    });
    this.pair.hidden = this.candidates.length < 2;
    if (!this.alone) part(this.details, ".js-compare-people").hidden = !(different && (first.others || second.others));
    this.useButton.hidden = second.key === "" || !second.others;
    part(this.details, ".js-compare-content").replaceChildren(
      ...(different
        ? comparisonOf(this.visit, [named(first, 0), named(second, 1)])
        : [element("p", "", this.visit.words.t(this.pair.hidden ? "keep.alone" : "keep.choose"))]),
    );
  }
}
