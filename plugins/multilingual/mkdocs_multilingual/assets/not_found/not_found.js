// The page for addresses that aren't found has every language; this moves the language of the address to the top.

const page = /** @type {HTMLElement} */ (document.querySelector("[data-not-found]"));

/** @param {string} prefix Of a language's addresses; empty for the one that has none. */
function leads(prefix) {
  return prefix !== "" && `${location.pathname}/`.startsWith(`${page.dataset.base}${prefix}`);
}

const sections = [...page.querySelectorAll("section")];
const first = /** @type {HTMLElement} */ (sections[0]);
const own = sections.find(({ dataset }) => leads(dataset.prefix ?? "")) ?? first;
own.parentElement?.insertBefore(own, first);
page.dataset.first = own.lang;

const title = document.querySelector("title");
if (title) {
  title.lang = own.lang;
  title.dir = own.dir;
  title.textContent = `${own.querySelector("h2")?.textContent} - ${page.dataset.site}`;
}
