// @ts-check
/** The first hits of the search for what a page's own field holds, added to a list of links. */
import { connect } from "./engine.js";
import { seek } from "./seeking.js";
import { tidy } from "./spelling.js";
import { vocabularyOf } from "./vocabulary.js";

const SHOWN = 3;

/**
 * @param {{ query: string, near: HTMLElement }} asked the element with the list is hidden while that is empty
 * @param {string} locale
 */
export async function addHits({ query, near }, locale) {
  const { results, how } = await seek(await connect(), tidy(query), {}, () => vocabularyOf(locale));
  if (how === "rest") return;
  const hits = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  for (const { url, meta } of hits) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = meta.title;
    if ([...near.querySelectorAll("a")].some(({ pathname }) => pathname === link.pathname)) continue;
    const item = document.createElement("li");
    item.append(link);
    near.querySelector("ul")?.append(item);
    near.hidden = false;
  }
}
