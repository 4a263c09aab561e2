// @ts-check
/** The interface to Pagefind. */

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
 * @typedef {{ data: () => Promise<Hit> }} Result
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

/** Loads Pagefind and its list of words; the index comes in pieces, with the searches. @returns {Promise<Engine>} */
export async function connect() {
  // @ts-expect-error: the file is made when the site is built.
  const { createInstance } = await import("../pagefind/pagefind.js");
  const home = new URL("../../..", import.meta.url).pathname;
  // In these languages å, ä and ö are letters; in others a mark may be left out.
  const exactDiacritics = /^(?:da|sv|nb|nn|no|fi|is|fo)\b/.test(document.documentElement.lang);
  // A worker would be another 11 KB, for searches that take a few milliseconds.
  const engine = createInstance({ baseUrl: home, noWorker: true, exactDiacritics, excerptLength: 24 });
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
  const { results, unfilteredResultCount } = await engine.search(query, { filters: chosen });
  /** @type {Record<string, Count>} */
  const counts = {};
  for (const filter of ["kind", "topic"]) {
    const others = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== filter));
    const answer = await engine.search(query, { filters: others });
    counts[filter] = { values: answer.filters[filter] ?? {}, all: answer.results.length };
  }
  return { results, counts, unfiltered: unfilteredResultCount };
}

/** Throws where the site can't be reached: Pagefind treats a piece of the index that it couldn't fetch as empty. */
export async function reached() {
  const address = new URL("../pagefind/pagefind-entry.json", import.meta.url);
  const answer = await fetch(address, { method: "HEAD", cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
}
