// The service worker of a site: what a reader has opened works without a network.
//
// With a network it changes nothing: pages come from the server, so that nobody stays on an old version. Files that are
// named by their content come from the store. Pages are kept whole, with all scripts that they may ask for later.

import {
  files,
  home,
  isNamedByContent,
  keepPage,
  keptFile,
  keptPage,
  pageAddress,
  prune,
  refresh,
  titles,
} from "./store.js";

const worker = /** @type {SiteWorker} */ (/** @type {unknown} */ (self));
/** How many milliseconds a reader waits for the server when the page is kept. */
const PATIENCE = 4000;
/** Record of the version that the kept pages have. */
const VERSION = "version";
/** @type {Promise<unknown> | undefined} bringing the kept pages up to date, which is done by one at a time */
let refreshing;

// A newer worker waits until no page of the site is open: pages that are asked for while it takes over hang for a second,
// on a slow machine for half a minute. Meanwhile it keeps pages already, since they tell the newest worker.

// Not waited for: a page that is being loaded waits until the worker is active.
worker.addEventListener("activate", () => {
  worker.clients.claim();
});

worker.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "titles") event.waitUntil(listed().then((list) => ports[0]?.postMessage(list)));
  else if (typeof data === "string" && data.startsWith(home())) event.waitUntil(keep(data).catch(() => undefined));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(home()) && !request.headers.has("Range");
  if (!isOurs || request.cache === "no-store" || request.cache === "only-if-cached") return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request, event));
});

/** @param {Request} request @returns {Promise<Response>} the page; what is kept where the server can't be reached */
async function page(request) {
  const kept = await keptPage(request.url);
  const asked = fetch(request);
  try {
    return await (kept ? Promise.race([asked, late(asked)]) : asked);
  } catch {
    return kept ?? (await keptPage(pageForOthers(request.url))) ?? Response.error();
  }
}

/** @param {Promise<Response>} asked @returns {Promise<never>} an error when the server takes too long */
function late(asked) {
  asked.catch(() => undefined);
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

/** @param {Request} request @param {WorkerEvent} event @returns {Promise<Response>} */
async function file(request, event) {
  const named = isNamedByContent(request.url) ? await keptFile(request.url) : undefined;
  if (named) return named;
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && answer.type === "basic" && !isPage(answer))
      event.waitUntil(put(request, answer.clone()));
    return answer;
  } catch (error) {
    const kept = (await keptFile(request.url)) ?? (await keptPage(request.url));
    if (kept) return kept;
    throw error;
  }
}

/** @param {Response} answer */
function isPage(answer) {
  return answer.headers.get("Content-Type")?.startsWith("text/html");
}

/** @param {Request} request @param {Response} answer */
async function put(request, answer) {
  // Without room in the browser's storage the page works as it does without the worker.
  await (await files()).put(request.url, answer).catch(() => undefined);
}

/** @param {string} address of a page that the reader has opened */
async function keep(address) {
  await keepPage(address, "force-cache");
  const others = pageForOthers(address);
  if (!(await keptPage(others))) await keepPage(others, "default");
  await prune(new Set(BUILD.pages.map(([, page]) => new URL(page, home()).href)));
  refreshing ??= upToDate().finally(() => {
    refreshing = undefined;
  });
  await refreshing;
}

async function upToDate() {
  const record = new URL(VERSION, home()).href;
  const store = await files();
  if ((await (await store.match(record))?.text()) === BUILD.version) return;
  await refresh();
  await store.put(record, new Response(BUILD.version));
}

/** @param {string} address @returns {string} address of the page that says, in its language, that another isn't kept */
function pageForOthers(address) {
  const path = address.slice(home().length);
  const [, page = ""] = BUILD.pages.find(([beginning]) => path.startsWith(beginning)) ?? [];
  return new URL(page, home()).href;
}

/** @returns {Promise<[string, string][]>} address and title of what the reader has opened */
async function listed() {
  const own = new Set(BUILD.pages.map(([, page]) => pageAddress(new URL(page, home()).href)));
  return (await titles()).filter(([address]) => !own.has(address));
}
