// The page for addresses that are not found stands in every language; this puts the one of the address first.

const page = /** @type {HTMLElement} */ (document.querySelector(".ml-not-found"));

/** @param {string} prefix Of a language's addresses; empty for the one that has none. */
function leads(prefix) {
  return prefix !== "" && `${location.pathname}/`.startsWith(`${page.dataset.base}${prefix}`);
}

const sections = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("section")]);
const own = sections.find(({ dataset }) => leads(dataset.prefix ?? "")) ?? sections[0];
own.parentElement?.insertBefore(own, sections[0]);
page.dataset.first = own.lang;

const title = document.querySelector("title");
if (title) {
  title.lang = own.lang;
  title.textContent = `${own.querySelector("h2")?.textContent} - ${page.dataset.site}`;
}
