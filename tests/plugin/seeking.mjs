// The search's own scripts on a real index, without a browser: node seeking.mjs <folder of the index> <scripts> <lang> <queries as JSON>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, scripts, lang, queries] = process.argv.slice(2);
globalThis.fetch = async (address) => new Response(readFileSync(join(folder, String(address).split("?")[0])));
const { createInstance } = await import(pathToFileURL(join(folder, "pagefind.mjs")).href);
const { seek } = await import(pathToFileURL(join(scripts, "seeking.js")).href);
const { readVocabulary } = await import(pathToFileURL(join(scripts, "vocabulary.js")).href);
const { settings } = await import(pathToFileURL(join(scripts, "engine.js")).href);
// Pagefind asks for the language of the page; a page that is there when it is loaded would have a location too.
globalThis.document = { querySelector: () => ({ getAttribute: () => lang }), documentElement: { lang } };
const engine = createInstance({ ...settings(lang), basePath: "/", noWorker: true });
await engine.init();
const words = readVocabulary(readFileSync(join(folder, `${lang}.vocabulary.txt`), "utf-8"), lang);
const found = {};
for (const query of JSON.parse(queries)) {
  const { results, other } = await seek(engine, query, {}, async () => words);
  const hits = await Promise.all(results.map(({ data }) => data()));
  found[query] = [other, ...hits.map(({ url }) => url).sort()];
  if (hits[0]) found[`${query} in`] = hits[0].excerpt.replaceAll("</mark><mark>", "");
}
console.log(JSON.stringify(found));
