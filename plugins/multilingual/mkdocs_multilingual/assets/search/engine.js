// @ts-check
/** The interface to Pagefind. */
import { apart, phrasesOf } from "./characters.js";

/**
 * @typedef {object} Section
 * @property {string} title
 * @property {string} url
 * @property {unknown[]} locations
 * @property {{ element: string }} [anchor]
 *
 * @typedef {object} Hit
 * @property {string} url
 * @property {string} content
 * @property {string} raw_content
 * @property {number[]} locations
 * @property {string} excerpt
 * @property {{ title: string, description?: string, kind?: string }} meta
 * @property {Record<string, string[]>} filters
 * @property {Section[]} sub_results
 *
 * @typedef {Record<string, string>} Chosen
 * @typedef {{ id: string, data: () => Promise<Hit> }} Result
 * @typedef {{ values: Record<string, number>, all: number }} Count
 * @typedef {object} Answer
 * @property {Result[]} results
 * @property {number} unfilteredResultCount
 * @property {Record<string, Record<string, number>>} filters
 *
 * @typedef {object} Engine
 * @property {(term: string, options: { filters: Chosen }) => Promise<Answer>} search
 * @property {() => Promise<Record<string, Record<string, number>>>} filters
 */

/** What a language asks of Pagefind. @param {string} lang */
export function settings(lang) {
  return {
    // In these languages å, ä and ö or が and ば are letters; in others a mark may be left out.
    exactDiacritics: /^(?:da|sv|nb|nn|no|fi|is|fo|ja)\b/.test(lang),
    // In words; in these languages, in characters.
    excerptLength: /^(?:zh|ja|th|lo|my|km)\b/.test(lang) ? 70 : 24,
  };
}

/** Loads Pagefind and its list of words; the index comes in pieces, with the searches. @returns {Promise<Engine>} */
export async function connect() {
  // @ts-expect-error: the file is made when the site is built.
  const { createInstance } = await import("../pagefind/pagefind.js");
  const home = new URL("../../..", import.meta.url).pathname;
  // A worker would be another 11 KB, for searches that take a few milliseconds.
  const engine = createInstance({ ...settings(document.documentElement.lang), baseUrl: home, noWorker: true });
  await engine.init();
  await engine.filters();
  return engine;
}

/**
 * The hits with the chosen filters, and for each filter how many there would be with each of its other values.
 * @param {Engine} engine
 * @param {string} query
 * @param {Chosen} chosen
 */
export async function ask(engine, query, chosen) {
  const { results, unfilteredResultCount } = await find(engine, query, chosen);
  /** @type {Record<string, Count>} */
  const counts = {};
  for (const filter of ["kind", "topic"]) {
    const others = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== filter));
    const answer = await find(engine, query, others);
    counts[filter] = { values: answer.filters[filter] ?? {}, all: answer.results.length };
  }
  return { results, counts, unfiltered: unfilteredResultCount };
}

/**
 * The pages with all words of a query. What is written without spaces must be on the page as it was typed: Pagefind finds that
 * in quotation marks, but doesn't put the best pages first then.
 * @param {Engine} engine
 * @param {string} query
 * @param {Chosen} filters
 * @returns {Promise<Answer>}
 */
async function find(engine, query, filters) {
  const answer = await engine.search(apart(query), { filters });
  const exact = await Promise.all(phrasesOf(query).map((phrase) => engine.search(`"${phrase}"`, { filters })));
  const [first] = exact;
  if (!first) return answer;
  const byId = exact.map(({ results }) => new Map(results.map((result) => [result.id, result])));
  const results = answer.results.filter(({ id }) => byId.every((found) => found.has(id)));
  // Counts of several phrases are those of the rarest.
  const rarest = exact.reduce((a, b) => (b.unfilteredResultCount < a.unfilteredResultCount ? b : a), first);
  return {
    ...rarest,
    results: results.map((result) => (exact.length > 1 ? result : byId[0]?.get(result.id)) ?? result),
  };
}

/** Throws where the site can't be reached: Pagefind treats a piece of the index that it couldn't fetch as empty. */
export async function reached() {
  const address = new URL("../pagefind/pagefind-entry.json", import.meta.url);
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
}
