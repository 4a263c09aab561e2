// @ts-check
/** The dialog: its field, its hits, opening and closing. */
import { connect, reached } from "./engine.js";
import { Filters } from "./filters.js";
import { hitItem } from "./hits.js";
import { PAGE, seek } from "./seeking.js";
import { SETTING } from "./setting.js";
import { tidy } from "./spelling.js";
import { completions, Suggestions } from "./suggestions.js";
import { vocabularyOf } from "./vocabulary.js";

/**
 * The dialog's words in the language of the page. Kinds have words too, where the site has them.
 *
 * @typedef {Record<"hint" | "searching" | "none" | "filtered" | "failed" | "nothing" | "meant" | "respelled"
 *   | "any-kind" | "any-topic" | "pages.other", string> & Partial<Record<string, string>>} Words
 */

/** Address of the site. */
const HOME = new URL("../../..", import.meta.url);

/** Milliseconds without a key press, after which the search starts. */
const SILENCE = 250;

/** @type {Promise<SearchDialog> | null} */
let made = null;

/**
 * @param {string} locale
 * @param {string} overview
 * @param {string} query
 */
export async function openSearch(locale, overview, query) {
  made ??= fetchDialog(locale, overview);
  try {
    (await made).open(query);
  } catch (error) {
    made = null;
    throw error;
  }
}

/**
 * @param {string} locale
 * @param {string} overview
 */
async function fetchDialog(locale, overview) {
  const answer = await fetch(new URL(`${locale}.json`, new URL("./", import.meta.url)), {
    // Its name stays while its words change with the scripts, and browsers keep files for a while.
    cache: "no-cache",
  });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const { html, words, lang, pages } = await answer.json();
  const template = document.createElement("template");
  template.innerHTML = html;
  const root = /** @type {HTMLDialogElement} */ (template.content.querySelector("dialog"));
  const style = /** @type {HTMLLinkElement} */ (root.querySelector("link"));
  const styled = new Promise((resolve, reject) => {
    style.addEventListener("load", resolve);
    style.addEventListener("error", reject);
  });
  style.href = new URL(style.dataset.path ?? "", HOME).href;
  document.body.append(root);
  await styled.catch((error) => {
    root.remove();
    throw error;
  });
  return new SearchDialog(root, { words, lang, pages }, locale, overview);
}

class SearchDialog {
  /** @type {Promise<import("./engine.js").Engine> | null} */
  #engine = null;
  /** @type {import("./engine.js").Result[]} */
  #results = [];
  /** Counts searches, so that a slow one doesn't overwrite a later one. */
  #turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /**
   * @param {HTMLDialogElement} root
   * @param {{ words: Words, lang: string, pages: number }} data words, their language, and how many pages there are
   * @param {string} locale
   * @param {string} overview
   */
  constructor(root, { words, lang, pages }, locale, overview) {
    this.root = root;
    this.words = words;
    this.vocabulary = () => vocabularyOf(locale);
    this.plural = new Intl.PluralRules(lang);
    const { format } = new Intl.NumberFormat(lang);
    this.number = format;
    this.pages = pages;
    this.query = this.#part("query", HTMLInputElement);
    this.status = this.#part("status", HTMLElement);
    this.wayOut = this.#part("way-out", HTMLElement);
    this.hits = this.#part("hits", HTMLElement);
    this.more = this.#part("more", HTMLButtonElement);
    this.start = this.#part("start", HTMLElement);
    const starts = this.#part("starts", HTMLElement);
    const suggestions = this.#part("suggestions", HTMLElement);
    // The words around may be in another language than the pages.
    for (const list of [this.hits, starts, suggestions]) {
      list.lang = document.documentElement.lang;
      list.dir = getComputedStyle(document.body).direction;
    }
    for (const link of starts.querySelectorAll("a")) link.href = new URL(link.dataset.path ?? "", HOME).href;
    const form = this.#part("form", HTMLFormElement);
    this.filters = new Filters(this.#part("filters", HTMLElement), words, format, () => this.#search());
    this.suggestions = new Suggestions(this.query, suggestions, (text) => {
      this.query.value = text;
      this.query.focus();
      this.#search();
    });
    /** @type {HTMLAnchorElement} */ (this.wayOut.querySelector("a")).href = overview;
    this.query.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#search(), SILENCE);
    });
    this.query.addEventListener("keydown", (event) => {
      if (this.suggestions.takes(event)) event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#goToHits();
    });
    this.more.addEventListener("click", () => this.#showMore());
    this.#part("close", HTMLButtonElement).addEventListener("click", () => root.close());
    root.addEventListener("click", (event) => {
      if (event.target === root) root.close();
      else this.#follow(event);
    });
    root.addEventListener("close", () => remember(""));
    // Under navigation.instant another page comes without this script being started again.
    /** @type {any} */ (window).document$?.subscribe(() => root.close());
    this.#offerSetting();
  }

  /**
   * @template {HTMLElement} T
   * @param {string} name
   * @param {new () => T} kind
   */
  #part(name, kind) {
    const found = this.root.querySelector(`[data-search=${name}]`);
    if (!(found instanceof kind)) throw new Error(`No data-search=${name}`);
    return found;
  }

  /** @param {string} query */
  open(query) {
    if (!this.root.open) this.root.showModal();
    this.query.focus();
    this.query.select();
    if (query) this.query.value = query;
    this.#connected().catch(() => {});
    this.#search();
  }

  #connected() {
    this.#engine ??= connect().catch((error) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  async #search() {
    clearTimeout(this.#waiting);
    const turn = ++this.#turn;
    const query = tidy(this.query.value);
    this.start.hidden = query !== "" || !this.start.querySelector("a");
    if (!query || !this.pages) {
      this.filters.clear();
      this.filters.root.hidden = true;
      await this.#list([], turn);
      this.#say(this.pages ? this.words.hint : this.words.nothing, !this.pages);
      return;
    }
    if (!this.#results.length) this.#say(this.words.searching, false);
    try {
      await this.#answer(await this.#connected(), query, turn);
    } catch {
      this.#engine = null;
      if (turn !== this.#turn) return;
      await this.#list([], turn);
      this.#say(this.words.failed, true);
    }
  }

  /**
   * @param {import("./engine.js").Engine} engine
   * @param {string} query
   * @param {number} turn
   */
  async #answer(engine, query, turn) {
    const chosen = this.filters.chosen;
    const { results, counts, other, how, near } = await seek(engine, query, chosen, this.vocabulary);
    if (!results.length || other) await reached();
    if (turn !== this.#turn) return;
    this.filters.show(counts);
    const hits = await this.#list(results, turn);
    if (turn !== this.#turn) return;
    this.suggestions.show(how === "meant" ? [other, ...near] : completions(other || query, hits));
    this.start.hidden = results.length > 0 || !this.start.querySelector("a");
    const values = { n: this.number(results.length), query: how === "same" ? other || query : query, other };
    this.#say(this.#sentence(results.length, how), !results.length, values);
  }

  /**
   * What is said of a number of hits: of the query itself or the same in other letters, of what may be meant, or of the rest.
   * @param {number} count
   * @param {import("./seeking.js").Found["how"]} how
   */
  #sentence(count, how) {
    if (!count) return Object.keys(this.filters.chosen).length ? this.words.filtered : this.words.none;
    if (how === "meant") return this.words.meant;
    if (how === "rest") return this.words.respelled;
    return this.words[`pages.${this.plural.select(count)}`] ?? this.words["pages.other"];
  }

  /**
   * @param {import("./engine.js").Result[]} results
   * @param {number} turn
   */
  async #list(results, turn) {
    const hits = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
    if (turn !== this.#turn) return [];
    this.#results = results;
    this.hits.replaceChildren(...hits.map((hit) => hitItem(hit, this.words)));
    if (!hits.length) this.suggestions.show([]);
    this.#offerMore();
    return hits;
  }

  #offerMore() {
    this.hits.hidden = !this.hits.children.length;
    this.more.hidden = this.#results.length <= this.hits.children.length;
  }

  async #showMore() {
    const shown = this.hits.children.length;
    const turn = this.#turn;
    const hits = await Promise.all(this.#results.slice(shown, shown + PAGE).map((result) => result.data()));
    if (turn !== this.#turn) return;
    this.hits.append(...hits.map((hit) => hitItem(hit, this.words)));
    this.#offerMore();
    this.hits.children[shown]?.querySelector("a")?.focus();
  }

  /**
   * @param {string} text
   * @param {boolean} stuck
   * @param {Record<string, string>} [values] what replaces `{name}`; each may run in another direction than the text
   */
  #say(text, stuck, values = {}) {
    const said = filled(text, values);
    if (this.status.textContent !== said.textContent) this.status.replaceChildren(said);
    this.wayOut.hidden = !stuck;
  }

  #goToHits() {
    if (this.hits.children.length) this.hits.querySelector("a")?.focus();
    else this.#search();
  }

  /** A hit on this page closes the dialog; for another page the query is kept, for the back button. */
  #follow(/** @type {MouseEvent} */ event) {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.pathname === location.pathname) this.root.close();
    else remember(tidy(this.query.value));
  }

  /** Single-key shortcuts must have a way to be switched off (WCAG 2.1.4). */
  #offerSetting() {
    const box = this.#part("shortcut", HTMLInputElement);
    try {
      box.checked = localStorage.getItem(SETTING) !== "off";
    } catch {
      /** @type {HTMLElement} */ (box.parentElement).hidden = true;
    }
    box.addEventListener("change", () => {
      try {
        if (box.checked) localStorage.removeItem(SETTING);
        else localStorage.setItem(SETTING, "off");
      } catch {
        // The storage is full: the setting is what it was.
        box.checked = true;
      }
    });
  }
}

/**
 * @param {string} text
 * @param {Record<string, string>} values
 */
function filled(text, values) {
  const parts = text.split(/\{(\w+)\}/).map((part, n) => {
    if (n % 2 === 0) return part;
    const value = document.createElement("bdi");
    value.textContent = values[part] ?? "";
    return value;
  });
  const fragment = document.createDocumentFragment();
  fragment.append(...parts);
  return fragment;
}

/** Kept in the browser's history state: in the address the query would reach the server. @param {string} query */
function remember(query) {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  history.replaceState({ ...history.state, search: query }, "", address);
}
