// What a page needs to be shown, read from its text: the worker has no parser for HTML.

const ATTRIBUTE = /\s(?:src|href|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Addresses in settings of scripts, which are JSON or attributes with `data-`. */
const SETTING = /["'](\.{0,2}\/[^"'<>\s]+\.\w+)["']/g;
const FILE = /\.(?:js|mjs|css|json|svg|png|jpe?g|webp|avif|gif|ico|woff2?|ttf|wasm)$/i;
const MODULE = /\b(?:import\s*\(?|from)\s*["'](\.{1,2}\/[^"'\n]+)["']/g;
const BESIDE = /\bnew URL\(\s*["']([^"':\n]+\.\w+)["']\s*,\s*import\.meta\.url\s*\)/g;
const STYLE = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"'\n]+)["']/g;

/**
 * The files that a page names: scripts, styles, pictures, fonts and data, on the same server.
 *
 * @param {string} html
 * @param {string} page its address
 * @returns {string[]} addresses, each once
 */
export function filesOfPage(html, page) {
  const named = [...html.matchAll(ATTRIBUTE)].flatMap(([, one = "", other = "", bare = ""]) =>
    (one || other || bare).split(/,\s+/).map((part) => part.trim().split(/\s/)[0] ?? ""),
  );
  const set = [...html.matchAll(SETTING)].map(([, address = ""]) => address);
  return addressed([...named, ...set], page).filter((address) => FILE.test(new URL(address).pathname));
}

/**
 * The files that a script loads, at once or later, and those that a style sheet loads.
 *
 * @param {string} text
 * @param {string} file its address
 * @returns {string[]} addresses, each once
 */
export function filesOfFile(text, file) {
  const { pathname } = new URL(file);
  if (/\.m?js$/.test(pathname)) {
    return addressed(
      [...text.matchAll(MODULE), ...text.matchAll(BESIDE)].map(([, address = ""]) => address),
      file,
    );
  }
  if (!pathname.endsWith(".css")) return [];
  return addressed(
    [...text.matchAll(STYLE)].map(([, address, imported]) => address ?? imported ?? ""),
    file,
  );
}

/** @param {string[]} addresses @param {string} base @returns {string[]} */
function addressed(addresses, base) {
  const { origin } = new URL(base);
  const found = addresses.flatMap((address) => {
    const text = address.replaceAll("&amp;", "&");
    if (!text || text.startsWith("#") || !URL.canParse(text, base)) return [];
    const url = new URL(text, base);
    url.hash = "";
    return url.origin === origin ? [url.href] : [];
  });
  return [...new Set(found)];
}
