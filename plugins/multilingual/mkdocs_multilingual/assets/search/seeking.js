// @ts-check
/**
 * Hits that match the whole query. For a word that is not in the index Pagefind takes a shorter one that the word begins with
 * ("an" for "anspråk"), or leaves the word out. Then words of the index that the reader may have meant come first.
 */
import { apart, hasCharacters, inWords, wordsOf } from "./characters.js";
import { ask } from "./engine.js";
import { bare, explains, likest, termsOf } from "./matching.js";
import { forms } from "./spelling.js";

/** Hits that are shown at a time; each is fetched. */
export const PAGE = 5;

/**
 * What the search answers. `other` is the query that the hits are about instead, "" for the query itself; it is the `same`
 * in other letters, or `meant`, or its other forms or words. `near` are more queries that may be meant.
 *
 * @typedef {Awaited<ReturnType<typeof ask>> & { other: string, how: "same" | "meant" | "rest", near: string[] }} Found
 */

/**
 * The hits of a query, or of the nearest query with hits.
 * @param {import("./engine.js").Engine} engine
 * @param {string} query
 * @param {import("./engine.js").Chosen} chosen
 * @param {() => Promise<import("./vocabulary.js").Vocabulary>} vocabulary asked for where the index lacks a word
 * @returns {Promise<Found>}
 */
export async function seek(engine, query, chosen, vocabulary) {
  const first = await ask(engine, query, chosen);
  const itself = /** @type {Found} */ ({ ...first, other: "", how: "same", near: [] });
  if (!first.results.length && first.unfiltered) return itself;
  const { missing, alike } = await missed(engine, query, first.results, PAGE);
  if (first.results.length && !missing.length) return itself;
  for (const other of [...forms(query), inWords(query)]) {
    const answer = await ask(engine, other, chosen);
    const isThere = answer.results.length && !(await missed(engine, other, answer.results, 1)).missing.length;
    if (isThere) return { ...answer, other, how: "rest", near: [] };
  }
  const meant = await mend(query, missing, vocabulary);
  for (const [n, { other, how }] of meant.entries()) {
    const answer = await ask(engine, other, chosen);
    const near = meant.slice(n + 1).filter(({ errors }) => errors === meant[n]?.errors);
    if (answer.unfiltered) return { ...answer, other, how, near: near.map((more) => more.other) };
  }
  if (first.results.length && alike) return { ...itself, other: alike, how: "rest" };
  const mended = meant[0]?.other ?? query;
  const words = mended.split(" ").filter((word) => bare(word) && !missing.includes(bare(word)));
  return (await fewer(engine, words, chosen)) ?? { ...itself, results: [], counts: {} };
}

/**
 * The hits of as many words as any page has together: those on the most pages, which say least, are left out first.
 * @param {import("./engine.js").Engine} engine
 * @param {string[]} words
 * @param {import("./engine.js").Chosen} chosen
 * @returns {Promise<Found | null>}
 */
async function fewer(engine, words, chosen) {
  const pages = await Promise.all(words.map((word) => engine.search(apart(word), { filters: {} })));
  const spread = new Map(words.map((word, n) => [word, pages[n]?.unfilteredResultCount ?? 0]));
  const rarest = [...new Set(words)].sort((a, b) => (spread.get(a) ?? 0) - (spread.get(b) ?? 0));
  for (let size = rarest.length; size > 0; size -= 1) {
    const kept = new Set(rarest.slice(0, size));
    const other = words.filter((word) => kept.has(word)).join(" ");
    const answer = await ask(engine, other, chosen);
    if (answer.unfiltered) return { ...answer, other, how: "rest", near: [] };
  }
  return null;
}

/**
 * The words of a query that are in none of the first hits, nor anywhere in the index; and the query with what is most `alike`
 * in the hits in their place, "" where nothing is.
 * @param {import("./engine.js").Engine} engine
 * @param {string} query
 * @param {import("./engine.js").Result[]} results
 * @param {number} size
 */
async function missed(engine, query, results, size) {
  const hits = await Promise.all(results.slice(0, size).map((result) => result.data()));
  const found = hits.flatMap(({ raw_content, locations }) => {
    const words = wordsOf(raw_content);
    return locations.map((location) => words[location] ?? "");
  });
  const titles = hits.map(({ meta }) => `${meta.title} ${meta.description ?? ""}`.toLowerCase());
  const unexplained = termsOf(query).filter(
    (term) => !found.some((word) => explains(term, word)) && !titles.some((title) => title.includes(term)),
  );
  const indexed = await Promise.all(unexplained.map((term) => isIndexed(engine, term)));
  const missing = unexplained.filter((_, n) => !indexed[n]);
  const likely = new Map(missing.map((term) => [term, likest(term, found)]));
  const words = query.split(" ").map((word) => likely.get(bare(word)) ?? word);
  return { missing, alike: words.every(Boolean) ? words.join(" ") : "" };
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

/**
 * The query with words of the index in place of those that it lacks, the likeliest first, and without those for which there
 * is none.
 * @param {string} query
 * @param {string[]} missing
 * @param {() => Promise<import("./vocabulary.js").Vocabulary>} vocabulary
 * @returns {Promise<{ other: string, how: Found["how"], errors: number }[]>}
 */
async function mend(query, missing, vocabulary) {
  if (!missing.length || missing.some(hasCharacters)) return [];
  const known = await vocabulary();
  const likely = new Map(missing.map((term) => [term, known.near(term)]));
  const isWhole = [...likely.values()].every((words) => words.length);
  const most = Math.max(...[...likely.values()].map((words) => words.length));
  return Array.from({ length: most }, (_, n) => {
    const taken = new Map([...likely].map(([term, words]) => [term, words[n] ?? words[0]]));
    const words = query.split(" ").map((word) => (taken.has(bare(word)) ? (taken.get(bare(word))?.word ?? "") : word));
    const errors = Math.max(...[...taken.values()].map((word) => word?.errors ?? 0));
    return { other: words.filter(Boolean).join(" "), how: !isWhole ? "rest" : errors ? "meant" : "same", errors };
  });
}
