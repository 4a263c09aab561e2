// @ts-check
/** The list of hits. */

/**
 * @param {import("./engine.js").Hit} hit
 * @param {import("./dialog.js").Words} words
 */
export function hitItem(hit, words) {
  const item = document.createElement("li");
  item.className = "ml-search__hit";
  const link = document.createElement("a");
  link.className = "ml-search__title";
  link.href = hit.url;
  link.textContent = hit.meta.title;
  const about = [words[`kinds.${hit.meta.kind}`], ...(hit.filters.topic ?? [])].filter(Boolean);
  item.append(link);
  if (about.length) item.append(paragraph("ml-search__about", about.join(" · ")));
  const excerpt = paragraph("ml-search__excerpt", "");
  excerpt.append(...marked(hit));
  item.append(excerpt);
  const sections = sectionsOf(hit);
  if (sections.length) {
    const list = document.createElement("ul");
    list.className = "ml-search__sections";
    list.append(...sections.map(sectionItem));
    item.append(list);
  }
  return item;
}

/**
 * The two sections with the most matches.
 * @param {import("./engine.js").Hit} hit
 */
function sectionsOf(hit) {
  const inner = hit.sub_results.filter(({ anchor }) => anchor && anchor.element !== "h1");
  return inner.sort((a, b) => b.locations.length - a.locations.length).slice(0, 2);
}

/** @param {import("./engine.js").Section} section */
function sectionItem(section) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = section.url;
  link.textContent = section.title;
  item.append(link);
  return item;
}

/**
 * @param {string} name
 * @param {string} text
 */
function paragraph(name, text) {
  const element = document.createElement("p");
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * The excerpt comes as HTML: only its text and its marks are used, without the title that the text begins with. An ellipsis
 * shows where it doesn't begin or end with a sentence.
 * @param {import("./engine.js").Hit} hit
 */
function marked({ content, excerpt, meta }) {
  // Without spaces between words each character has a mark.
  const { body } = new DOMParser().parseFromString(excerpt.replaceAll("</mark><mark>", ""), "text/html");
  const text = body.textContent ?? "";
  const title = `${meta.title}. `;
  let left = content.startsWith(text) && text.startsWith(title) && text.length > title.length ? title.length : 0;
  const parts = [...body.childNodes].flatMap((node) => {
    const all = node.textContent ?? "";
    const words = all.slice(left);
    left = Math.max(0, left - all.length);
    // Pagefind marks the signs around a word too.
    const [, before = "", word = "", after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(words) ?? [];
    if (node.nodeName !== "MARK" || !word) return [words];
    const mark = document.createElement("mark");
    mark.textContent = word;
    return [before, mark, after];
  });
  const before = content.slice(0, content.indexOf(text)).trim();
  return [/[^.!?:]$/.test(before) ? "… " : "", ...parts, /[.!?]$/.test(text) ? "" : " …"];
}
