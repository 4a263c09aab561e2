// @ts-check
/**
 * Fills the frame of the result. Its texts are the bands of the scoring key, which the page already holds.
 */
/** @import { Answers, Item, Model, Score, Words } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
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
    this.section = part(this.root, ".sa-result");
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
    this.reveal(answers);
    part(this.root, ".sa-result__title").focus();
  }

  /** @param {Answers} answers shown without moving focus */
  reveal(answers) {
    this.render(answers);
    this.section.hidden = false;
  }

  /** @param {Answers} answers */
  render(answers) {
    const scores = scoreAssessment(this.model, answers);
    const { overall, dimensions } = scores;
    const parts = this.divided ? dimensions : [];
    const weakestFirst = sortScores(parts, "lowest");
    this.#overall(overall);
    this.#profile(sortScores(parts, "highest"));
    this.#next([...weakestFirst, overall]);
    this.#details(weakestFirst);
    this.#complete(overall, answers);
    this.root.dispatchEvent(new CustomEvent("self-assessment:result", { detail: { model: this.model, answers, scores, words: this.words } }));
  }

  /** @param {Score} score */
  #overall(score) {
    const { t, number } = this.words;
    const { answered, applicable } = score;
    const figure = part(this.root, ".sa-overall__number");
    figure.hidden = score.value === null;
    figure.textContent = score.value === null ? "" : number(score.value);
    part(this.root, ".sa-overall__sentence").textContent = score.value === null
      ? this.#reason(score, "overall-")
      : `${t("overall", { score: score.value })} ${t("basis", { answered, total: applicable, n: applicable })}`;
    part(this.root, ".sa-overall__bar").replaceChildren(drawing(score.value, this.model.bands));
    part(this.root, ".sa-overall__band").replaceChildren(...copiesOf(this.#band(score)));
  }

  /** @param {Score[]} scores */
  #profile(scores) {
    const { t } = this.words;
    part(this.root, ".sa-profile").hidden = scores.length === 0;
    const bars = part(this.root, ".sa-bars");
    bars.replaceChildren(
      ...scores.map((score) => {
        const { title, bands } = this.#dimension(score);
        return barOf(title, this.#figure(score), score.value, bands);
      }),
    );
    const list = scores.map((score) => `${this.#dimension(score).title}: ${this.#figure(score)}`).join("; ");
    bars.setAttribute("aria-label", t("bars", { list }));
    part(this.root, ".sa-figures tbody").replaceChildren(
      ...scores.map((score) => {
        const name = element("th", "", this.#dimension(score).title);
        name.setAttribute("scope", "row");
        const { answered, applicable } = score;
        const of = this.words.t("answered", { answered, total: applicable });
        return element("tr", "", name, element("td", "", this.#figure(score)), element("td", "", of));
      }),
    );
  }

  /** @param {Score[]} scores in the order in which their links are offered */
  #next(scores) {
    /** @type {Map<string, HTMLElement>} */
    const entries = new Map();
    for (const score of scores) {
      for (const link of this.#band(score)?.querySelectorAll("a[href]") ?? []) {
        const href = link.getAttribute("href") ?? "";
        if (entries.has(href) || entries.size === MOST_LINKS) continue;
        const entry = element("li", "", link.cloneNode(true));
        if (score.id !== this.model.id) {
          const reason = `${this.#dimension(score).title}: ${this.#figure(score)}`;
          entry.append(" ", element("span", "sa-next__reason", reason));
        }
        entries.set(href, entry);
      }
    }
    part(this.root, ".sa-next").hidden = entries.size === 0;
    part(this.root, ".sa-next__list").replaceChildren(...entries.values());
  }

  /** @param {Score[]} scores */
  #details(scores) {
    part(this.root, ".sa-details").hidden = scores.length === 0;
    part(this.root, ".sa-details__list").replaceChildren(
      ...scores.map((score) => {
        const { value } = score;
        const outOf = value === null ? "" : this.words.t("out-of", { score: value });
        const figure = element("span", "sa-detail__figure", outOf);
        const heading = element("h4", "", this.#dimension(score).title, " ", figure);
        const text = value === null ? [element("p", "", this.#reason(score))] : copiesOf(this.#band(score));
        return element("section", "sa-detail", heading, ...text);
      }),
    );
  }

  /** @param {Score} overall @param {Answers} answers */
  #complete(overall, answers) {
    const { t } = this.words;
    const missing = this.model.items.filter((item) => !Object.hasOwn(answers, item.id));
    const skipped = overall.total - overall.applicable;
    const sentences = [missing.length === 0 ? t("complete") : t("missing", { n: missing.length })];
    if (skipped > 0) sentences.push(t("skipped", { n: skipped }));
    part(this.root, ".sa-complete__text").textContent = sentences.join(" ");
    part(this.root, ".sa-complete__missing").replaceChildren(...missing.map((item) => linkToItem(this.form, item)));
  }

  /** @param {Score} score */
  #figure({ value, reason }) {
    return value === null ? this.words.t(reason === "too-few" ? "few" : "none") : this.words.number(value);
  }

  /** @param {Score} score @param {string} prefix of the string's key */
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
