// @ts-check
/**
 * Hits that match the whole query. For a word that is not in the index Pagefind takes a shorter one that the word begins with
 * ("an" for "anspråk"), or leaves the word out. Readers are informed of that, and other spellings come first.
 */
import { apart, inWords, wordsOf } from "./characters.js";
import { ask } from "./engine.js";
import { bare, explains, termsOf } from "./matching.js";
import { spellings } from "./spelling.js";

/** Hits that are shown at a time; each is fetched. */
export const PAGE = 5;

/**
 * The hits of a query, or of `other`, the nearest query with hits.
 * @param {import("./engine.js").Engine} engine
 * @param {string} query
 * @param {import("./engine.js").Chosen} chosen
 */
export async function seek(engine, query, chosen) {
  const first = await ask(engine, query, chosen);
  const nothing = { ...first, results: [], other: "" };
  if (!first.results.length && first.unfiltered) return nothing;
  const missing = await missed(engine, query, first.results, PAGE);
  if (first.results.length && !missing.length) return { ...first, other: "" };
  for (const other of [...spellings(query), inWords(query)]) {
    const answer = await ask(engine, other, chosen);
    if (answer.results.length && !(await missed(engine, other, answer.results, 1)).length) return { ...answer, other };
  }
  const rest = query.split(" ").filter((word) => !missing.includes(bare(word)));
  if (!first.results.length || rest.length === 0 || rest.length === query.split(" ").length) {
    return { ...nothing, counts: {} };
  }
  return { ...(await ask(engine, rest.join(" "), chosen)), other: rest.join(" ") };
}

/**
 * The words of a query that are in none of the first hits, nor anywhere in the index.
 * @param {import("./engine.js").Engine} engine
 * @param {string} query
 * @param {import("./engine.js").Result[]} results
 * @param {number} size
 */
async function missed(engine, query, results, size) {
  const hits = await Promise.all(results.slice(0, size).map((result) => result.data()));
  const found = hits.flatMap(({ raw_content, locations, meta }) => {
    const words = wordsOf(raw_content);
    const located = locations.map((location) => words[location] ?? "");
    return [...located, ...`${meta.title} ${meta.description ?? ""}`.split(/\s+/)];
  });
  const unexplained = termsOf(query).filter((term) => !found.some((word) => explains(term, word)));
  const indexed = await Promise.all(unexplained.map((term) => isIndexed(engine, term)));
  return unexplained.filter((_, n) => !indexed[n]);
}

/**
 * Whether a word is in the index in any of its forms: for a word in quotation marks Pagefind takes no other one. It knows
 * forms that have no letters in common. What it needs for that has been fetched for the search.
 * @param {import("./engine.js").Engine} engine
 * @param {string} term
 */
async function isIndexed(engine, term) {
  return (await engine.search(`"${apart(term)}"`, { filters: {} })).unfilteredResultCount > 0;
}
