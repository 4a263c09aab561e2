// What is kept: pages and their files, each in a store of its own. Sites under one address have stores of their own.

import { filesOfFile, filesOfPage } from "./addresses.js";

/** How many pages are kept; the ones that were opened longest ago go first. */
const MOST_PAGES = 80;
const TEXT = /\.(?:m?js|css)$/;
const EXACT = { ignoreVary: true };

/** @returns {string} address of the site's top folder, which is the worker's own */
export function home() {
  return new URL("./", location.href).href;
}

/** @returns {string[]} names of the two stores */
export function names() {
  const { pathname } = new URL(home());
  return [`pages of ${pathname}`, `files of ${pathname}`];
}

/** @returns {Promise<Cache>} */
export function pages() {
  return opened(names()[0] ?? "");
}

/** @returns {Promise<Cache>} */
export function files() {
  return opened(names()[1] ?? "");
}

/** @param {string} name @returns {Promise<Cache>} rejected when another worker has come: it may have removed all */
async function opened(name) {
  const { serviceWorker } = /** @type {SiteWorker} */ (/** @type {unknown} */ (self));
  if (serviceWorker?.state === "redundant") throw new Error("replaced");
  return caches.open(name);
}

/** @param {string} address @returns {string} without what readers add, such as answers in a shared link */
export function pageAddress(address) {
  const url = new URL(address);
  return `${url.origin}${url.pathname}`;
}

/** @param {string} address @returns {Promise<Response | undefined>} the page as it is kept */
export async function keptPage(address) {
  return (await pages()).match(pageAddress(address), EXACT);
}

/** @param {string} address @returns {Promise<Response | undefined>} the file as it is kept */
export async function keptFile(address) {
  return (await files()).match(address, EXACT);
}

/**
 * Keep a page with all its files; the page itself last, so that a kept page is whole.
 *
 * @param {string} address
 * @param {RequestCache} how `no-cache` asks the server whether there is a newer one
 * @returns {Promise<Set<string>>} addresses of its files; none where it is no page of the site any more
 * @throws {Error} without a network, or where the server has an error of its own
 */
export async function keepPage(address, how) {
  const page = pageAddress(address);
  const answer = await fetch(page, { cache: how });
  const isGone = answer.redirected || answer.status === 404 || answer.status === 410;
  if (isGone) await (await pages()).delete(page);
  else if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
  if (isGone || !answer.headers.get("Content-Type")?.startsWith("text/html")) return new Set();
  const needed = await keepFiles(filesOfPage(await answer.clone().text(), page));
  await (await pages()).put(page, answer); // as the last one: the order is that in which pages were opened
  return needed;
}

/**
 * Keep files, and what they load in turn.
 *
 * @param {string[]} wanted addresses
 * @returns {Promise<Set<string>>} addresses of all of them
 */
async function keepFiles(wanted) {
  const store = await files();
  const needed = new Set(wanted.filter(isOurs));
  for (const address of needed) {
    const kept = isNamedByContent(address) ? await store.match(address, EXACT) : undefined;
    const answer = kept ?? (await fetch(address));
    if (!answer.ok) continue; // a page that names a file which isn't there is shown without it, as with a network
    const text = TEXT.test(new URL(address).pathname) ? await answer.clone().text() : "";
    if (!kept) await store.put(address, answer);
    for (const further of filesOfFile(text, address)) {
      if (isOurs(further)) needed.add(further);
    }
  }
  return needed;
}

/** @param {string} address @returns {boolean} whether a file with other content would have another address */
export function isNamedByContent(address) {
  return /\.[0-9a-f]{8,}\.(?:min\.)?\w+$/.test(new URL(address).pathname);
}

/** Remove the pages that were opened longest ago. @param {Set<string>} always addresses of those that stay */
export async function prune(always) {
  const store = await pages();
  const kept = (await store.keys()).filter(({ url }) => !always.has(url));
  await Promise.all(kept.slice(0, -MOST_PAGES).map((request) => store.delete(request)));
}

/** Bring every kept page up to date, and remove the files that none of them needs any more. */
export async function refresh() {
  /** @type {Set<string>} */
  const needed = new Set();
  for (const { url } of await (await pages()).keys()) {
    for (const address of await keepPage(url, "no-cache")) needed.add(address);
  }
  const store = await files();
  const kept = await store.keys();
  await Promise.all(kept.filter(({ url }) => !needed.has(url)).map((request) => store.delete(request)));
}

/** @returns {Promise<[string, string][]>} address and title of each kept page, the one opened last first */
export async function titles() {
  const store = await pages();
  const found = (await store.keys()).map(async (request) => {
    const html = (await (await store.match(request, EXACT))?.text()) ?? "";
    return /** @type {[string, string]} */ ([request.url, /<title>([^<]*)</.exec(html)?.[1] ?? request.url]);
  });
  return (await Promise.all(found)).reverse();
}

/** @param {string} address @returns {boolean} whether it is a file of the site, other than the worker itself */
function isOurs(address) {
  return address.startsWith(home()) && address !== location.href;
}
