// @ts-check
/**
 * Fills the frame of the result. Its texts are the bands of the scoring key, which the page already holds.
 *
 * @typedef {import("../scoring/scoring.js").Answers} Answers
 * @typedef {import("../scoring/scoring.js").Item} Item
 * @typedef {import("../scoring/scoring.js").Model} Model
 * @typedef {import("../scoring/scoring.js").Score} Score
 * @typedef {import("../strings/strings.js").Words} Words
 */

import { linkToItem } from "../form/form.js";
import { scoreAssessment, sortScores } from "../scoring/scoring.js";
import { barOf, drawing } from "./bars.js";

const MOST_LINKS = 3;

export class ResultView {
  /**
   * @param {HTMLElement} root the self-assessment
   * @param {HTMLFormElement} form
   * @param {Model} model
   * @param {Words} words
   */
  constructor(root, form, model, words) {
    this.root = root;
    this.form = form;
    this.model = model;
    this.words = words;
    this.section = this.#part(".sa-result");
    /** Whether the dimensions say anything that the whole does not. */
    this.divided = model.dimensions.some((dimension) => dimension.id !== model.id);
  }

  get shown() {
    return !this.section.hidden;
  }

  hide() {
    this.section.hidden = true;
  }

  /** @param {Answers} answers */
  show(answers) {
    this.render(answers);
    this.section.hidden = false;
    this.#part(".sa-result__title").focus();
  }

  /** @param {Answers} answers */
  render(answers) {
    const { overall, dimensions } = scoreAssessment(this.model, answers);
    const parts = this.divided ? dimensions : [];
    const weakestFirst = sortScores(parts, "lowest");
    this.#overall(overall);
    this.#profile(sortScores(parts, "highest"));
    this.#next([...weakestFirst, overall]);
    this.#details(weakestFirst);
    this.#complete(overall, answers);
  }

  /** @param {Score} score */
  #overall(score) {
    const { t, number } = this.words;
    const figure = this.#part(".sa-overall__number");
    figure.hidden = score.value === null;
    figure.textContent = score.value === null ? "" : number(score.value);
    this.#part(".sa-overall__sentence").textContent = score.value === null
      ? this.#reason(score, "overall-")
      : `${t("overall", { score: score.value })} ${this.#basis(score)}`;
    this.#part(".sa-overall__bar").replaceChildren(drawing(score.value, this.model.bands));
    this.#part(".sa-overall__band").replaceChildren(...copiesOf(this.#band(score)));
  }

  /** @param {Score[]} scores */
  #profile(scores) {
    const { t } = this.words;
    this.#part(".sa-profile").hidden = scores.length === 0;
    const bars = this.#part(".sa-bars");
    bars.replaceChildren(
      ...scores.map((score) => {
        const { title, bands } = this.#dimension(score);
        return barOf(title, this.#figure(score), score.value, bands);
      }),
    );
    const list = scores.map((score) => `${this.#dimension(score).title}: ${this.#figure(score)}`).join("; ");
    bars.setAttribute("aria-label", t("bars", { list }));
    this.#part(".sa-figures tbody").replaceChildren(
      ...scores.map((score) => {
        const row = element("tr", element("th", this.#dimension(score).title));
        row.firstElementChild?.setAttribute("scope", "row");
        row.append(element("td", this.#figure(score)), element("td", this.#answered(score)));
        return row;
      }),
    );
  }

  /** @param {Score[]} scores in the order in which their links are offered */
  #next(scores) {
    /** @type {Map<string, HTMLLIElement>} */
    const entries = new Map();
    for (const score of scores) {
      for (const link of this.#band(score)?.querySelectorAll("a[href]") ?? []) {
        const href = link.getAttribute("href") ?? "";
        if (entries.has(href) || entries.size === MOST_LINKS) continue;
        const entry = /** @type {HTMLLIElement} */ (element("li", link.cloneNode(true)));
        if (score.id !== this.model.id) {
          const reason = element("span", `${this.#dimension(score).title}: ${this.#figure(score)}`);
          reason.className = "sa-next__reason";
          entry.append(" ", reason);
        }
        entries.set(href, entry);
      }
    }
    this.#part(".sa-next").hidden = entries.size === 0;
    this.#part(".sa-next__list").replaceChildren(...entries.values());
  }

  /** @param {Score[]} scores */
  #details(scores) {
    this.#part(".sa-details").hidden = scores.length === 0;
    this.#part(".sa-details__list").replaceChildren(
      ...scores.map((score) => {
        const figure = element("span", score.value === null ? "" : this.#outOf(score.value));
        figure.className = "sa-detail__figure";
        const block = element("section", element("h4", this.#dimension(score).title, " ", figure));
        block.className = "sa-detail";
        if (score.value === null) block.append(element("p", this.#reason(score)));
        block.append(...copiesOf(this.#band(score)));
        return block;
      }),
    );
  }

  /**
   * @param {Score} overall
   * @param {Answers} answers
   */
  #complete(overall, answers) {
    const { t } = this.words;
    const missing = this.model.items.filter((item) => !Object.hasOwn(answers, item.id));
    const skipped = overall.total - overall.applicable;
    const sentences = [missing.length === 0 ? t("complete") : t("missing", { n: missing.length })];
    if (skipped > 0) sentences.push(t("skipped", { n: skipped }));
    this.#part(".sa-complete__text").textContent = sentences.join(" ");
    this.#part(".sa-complete__missing").replaceChildren(...missing.map((item) => linkToItem(this.form, item)));
  }

  /** @param {Score} score */
  #figure({ value, reason }) {
    return value === null ? this.words.t(reason === "too-few" ? "few" : "none") : this.words.number(value);
  }

  /** @param {number} value */
  #outOf(value) {
    return this.words.t("out-of", { score: value });
  }

  /** @param {Score} score */
  #answered({ answered, applicable }) {
    return this.words.t("answered", { answered, total: applicable });
  }

  /** @param {Score} score */
  #basis({ answered, applicable }) {
    return this.words.t("basis", { answered, total: applicable, n: applicable });
  }

  /**
   * @param {Score} score
   * @param {string} prefix of the string's key
   */
  #reason({ reason, answered, applicable }, prefix = "") {
    const needed = Math.max(1, Math.ceil((this.model.minimum * applicable) / 100));
    return this.words.t(`${prefix}${reason}`, { answered, total: applicable, needed, n: applicable });
  }

  /** @param {Score} score */
  #dimension(score) {
    const dimension = this.model.dimensions.find(({ id }) => id === score.id);
    if (!dimension) throw new Error(`No dimension "${score.id}"`);
    return dimension;
  }

  /**
   * The text of the band that a score has reached.
   *
   * @param {Score} score
   * @returns {Element | null}
   */
  #band({ id, band }) {
    if (band === null) return null;
    const owner = id === this.model.id ? "" : id;
    return this.root.querySelector(`[data-band="${CSS.escape(owner)}:${band}"] .sa-band__text`);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #part(selector) {
    const part = this.root.querySelector(selector);
    if (!(part instanceof HTMLElement)) throw new Error(`No ${selector}`);
    return part;
  }
}

/**
 * @param {string} name
 * @param {...(string | Node)} children
 * @returns {HTMLElement}
 */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/**
 * Copies of what an element holds, without ids, which must stay unique.
 *
 * @param {Element | null} source
 * @returns {Node[]}
 */
function copiesOf(source) {
  if (!source) return [];
  const copy = /** @type {Element} */ (source.cloneNode(true));
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  return [...copy.childNodes];
}
