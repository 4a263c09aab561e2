// @ts-check
/** The filters by kind and topic. */

export class Filters {
  /**
   * @param {HTMLElement} root
   * @param {import("./dialog.js").Words} words
   * @param {(n: number) => string} number
   * @param {() => void} changed
   */
  constructor(root, words, number, changed) {
    this.root = root;
    this.number = number;
    this.words = words;
    this.selects = [...root.querySelectorAll("select")];
    root.addEventListener("change", changed);
  }

  /** What is chosen, by filter. @returns {Record<string, string>} */
  get chosen() {
    return Object.fromEntries(this.selects.filter((s) => s.value).map((s) => [String(s.dataset.filter), s.value]));
  }

  clear() {
    for (const select of this.selects) select.value = "";
  }

  /**
   * Offer the values with hits, and the chosen ones; nothing while all hits have the same one.
   * @param {Record<string, import("./engine.js").Count>} counts
   */
  show(counts) {
    const begun = Object.keys(this.chosen).length > 0;
    for (const select of this.selects) {
      const filter = select.dataset.filter === "kind" ? "kind" : "topic";
      const { values, all } = counts[filter] ?? { values: {}, all: 0 };
      const chosen = select.value;
      const offered = Object.entries(values).filter(([value, count]) => count || value === chosen);
      const options = offered.map(([value, count]) => this.#option(filter, value, count));
      const any = new Option(this.words[`any-${filter}`].replace("{n}", this.number(all)), "");
      select.replaceChildren(any, ...options);
      select.value = chosen;
      const isChoice = begun || offered.some(([, count]) => count < all);
      /** @type {HTMLElement} */ (select.parentElement).hidden = !offered.length || !isChoice;
    }
    this.root.hidden = this.selects.every((select) => select.parentElement?.hidden);
  }

  /**
   * @param {string} filter
   * @param {string} value
   * @param {number} count
   */
  #option(filter, value, count) {
    const name = (filter === "kind" && this.words[`kinds-many.${value}`]) || value;
    return new Option(`${name} (${this.number(count)})`, value);
  }
}
