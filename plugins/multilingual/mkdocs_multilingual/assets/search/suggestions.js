// @ts-check
/** Completions of the word that is being typed, taken from the first hits: words of their texts, and titles. */
import { hasCharacters } from "./characters.js";

const WORDS = 4;
const TITLES = 2;

/**
 * @param {string} query
 * @param {import("./engine.js").Hit[]} hits
 * @returns {string[]}
 */
export function completions(query, hits) {
  const small = query.toLocaleLowerCase();
  const begun = /[\p{L}\p{N}]+$/u.exec(small)?.[0] ?? "";
  if (begun.length < 2) return [];
  const before = query.slice(0, query.length - begun.length);
  /** @type {Map<string, number>} */
  const counts = new Map();
  // Without spaces between words, what follows what is typed is the rest of a sentence.
  const texts = hasCharacters(begun) ? [] : hits.map(({ content }) => content.toLocaleLowerCase());
  for (const text of texts)
    for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? [])
      if (word.startsWith(begun) && word !== begun) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, WORDS);
  const titles = hits
    .map((hit) => hit.meta.title)
    .filter((title) => {
      const parts = title.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return title.toLocaleLowerCase() !== small && parts.some((part) => part.startsWith(begun));
    });
  const taken = words.map(([word]) => before + word);
  const others = titles.filter((title) => !taken.includes(title.toLocaleLowerCase()));
  return [...new Set([...taken, ...others.slice(0, TITLES)])];
}

/** A combobox's list: the field keeps the focus, and the arrows move over the list. */
export class Suggestions {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   * @param {(text: string) => void} choose
   */
  constructor(field, list, choose) {
    this.field = field;
    this.list = list;
    this.choose = choose;
    this.at = -1;
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element && target.closest("li");
      if (option) this.choose(String(option.textContent));
    });
  }

  /** @param {string[]} texts */
  show(texts) {
    const options = texts.map((text, index) => {
      const option = document.createElement("li");
      option.id = `ml-search-suggestion-${index}`;
      option.role = "option";
      option.ariaSelected = "false";
      option.textContent = text;
      return option;
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !texts.length;
    this.field.setAttribute("aria-expanded", String(texts.length > 0));
    this.move(-1);
  }

  /** @param {number} index */
  move(index) {
    this.at = index;
    [...this.list.children].forEach((option, n) => {
      option.setAttribute("aria-selected", String(n === index));
    });
    const active = this.list.children[index];
    if (active) this.field.setAttribute("aria-activedescendant", active.id);
    else this.field.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  /** Handle a key; returns whether it was for the list. @param {KeyboardEvent} event */
  takes(event) {
    const size = this.list.children.length;
    if (!size || event.isComposing) return false;
    if (event.key === "ArrowDown") this.move(this.at + 1 < size ? this.at + 1 : -1);
    else if (event.key === "ArrowUp") this.move(this.at < 0 ? size - 1 : this.at - 1);
    else if (event.key === "Escape" && this.at >= 0) this.move(-1);
    else if (event.key === "Enter" && this.at >= 0) this.choose(String(this.list.children[this.at]?.textContent));
    else return false;
    return true;
  }
}
