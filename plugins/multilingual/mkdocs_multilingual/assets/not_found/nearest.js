// @ts-check
/** The pages that are near to an address that isn't found, and its words in the field of the search. */
import { likeness, wordsIn } from "./likeness.js";

const SHOWN = 4;
/** The least likeness of a page that is shown. */
const LEAST = 0.5;

/** @param {string} base path of the site */
export async function showNearest(base) {
  const page = /** @type {HTMLElement} */ (document.querySelector("[data-not-found]"));
  const near = /** @type {HTMLElement} */ (page.querySelector("[data-near]"));
  const field = page.querySelector("input");
  const words = wordsIn(location.pathname.slice(base.length));
  if (field) field.value = words;
  if (!words) return;
  const answer = await fetch(page.dataset.notFound ?? "", { cache: "no-cache" });
  /** @type {[string, string, string][]} */
  const pages = answer.ok ? await answer.json() : [];
  const like = pages.map(([url, title, key]) => {
    const score = Math.max(...[wordsIn(url), title, wordsIn(key)].map((text) => likeness(words, text)));
    return { url, title, score };
  });
  like.sort((a, b) => b.score - a.score);
  for (const { url, title } of like.filter(({ score }) => score >= LEAST).slice(0, SHOWN)) {
    const link = document.createElement("a");
    link.href = base + url;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    near.querySelector("ul")?.append(item);
    near.hidden = false;
  }
  // The search, where there is one, adds its own.
  field?.dispatchEvent(new CustomEvent("search-near", { bubbles: true, detail: { query: words, near } }));
}
