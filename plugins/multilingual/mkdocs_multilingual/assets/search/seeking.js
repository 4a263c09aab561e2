// @ts-check
/**
 * Hits that match the whole query. For a word that is not in the index Pagefind takes a shorter one that the word begins with
 * ("an" for "anspråk"), or leaves the word out. Readers are informed of that, and other spellings come first.
 */
import { ask } from "./engine.js";
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
  const missing = await missed(query, first.results, PAGE);
  if (first.results.length && !missing.length) return { ...first, other: "" };
  for (const other of spellings(query)) {
    const answer = await ask(engine, other, chosen);
    if (answer.results.length && !(await missed(other, answer.results, 1)).length) return { ...answer, other };
  }
  const rest = query.split(" ").filter((word) => !missing.includes(bare(word)));
  if (!first.results.length || rest.length === 0 || rest.length === query.split(" ").length) {
    return { ...nothing, counts: {} };
  }
  return { ...(await ask(engine, rest.join(" "), chosen)), other: rest.join(" ") };
}

/**
 * The words of a query that are in none of the first hits.
 * @param {string} query
 * @param {import("./engine.js").Result[]} results
 * @param {number} size
 */
async function missed(query, results, size) {
  const hits = await Promise.all(results.slice(0, size).map((result) => result.data()));
  const found = hits.flatMap(({ raw_content, locations, meta }) => {
    const words = raw_content.split(/\s+/);
    const located = locations.map((location) => words[location] ?? "");
    return [...located, ...`${meta.title} ${meta.description ?? ""}`.split(/\s+/)].map(bare);
  });
  const terms = query.split(" ").map(bare).filter(Boolean);
  return terms.filter((term) => !found.some((word) => akin(term, word)));
}

/** @param {string} word */
function bare(word) {
  return word.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Whether two words may be forms of one word, or the second begins with the first.
 * @param {string} term
 * @param {string} word
 */
function akin(term, word) {
  let same = 0;
  while (same < term.length && fold(term[same]) === fold(word[same])) same += 1;
  const rest = term.length - same;
  return !rest || (same >= 3 && rest <= 5) || (same >= 4 && rest <= same);
}

/** @param {string | undefined} letter */
function fold(letter) {
  return /[æøåäö]/.test(letter ?? "") ? letter : letter?.normalize("NFD")[0];
}
