// A reader whose browser prefers another of the site's languages is informed once that the page exists in it; never redirected.

import { preferredOf } from "./languages.js";

/** Sites under one origin share the browser's storage. */
const KEY = `multilingual:${new URL("../../..", import.meta.url).pathname}:language-suggestion`;

/** Whether the reader has answered before; false where the browser gives no access to its storage. */
function answered() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, "answered");
  } catch {
    // Without storage the suggestion is shown again on the next page.
  }
}

/**
 * The suggestion in the most preferred of the languages in which the page exists.
 *
 * @param {HTMLElement} suggestions
 */
function offer(suggestions) {
  const here = (suggestions.dataset.languages ?? "").split(" ");
  const template = /** @type {HTMLTemplateElement} */ (suggestions.querySelector("template"));
  const offers = /** @type {HTMLElement[]} */ ([...document.importNode(template.content, true).children]);
  const lang = preferredOf(
    navigator.languages,
    here,
    offers.map((bar) => bar.lang),
  );
  return offers.find((bar) => bar.lang === lang);
}

/** @param {HTMLElement} bar */
function show(bar) {
  const skip = document.querySelector("[data-md-component=skip]");
  if (skip) skip.after(bar);
  else document.body.prepend(bar);

  const dismiss = () => {
    remember();
    const next = /** @type {HTMLElement | null} */ (bar.nextElementSibling);
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    if (!next || !hadFocus) return;
    // Tab continues from here, not from the top of the page.
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.addEventListener("blur", () => next.removeAttribute("tabindex"), { once: true });
  };
  bar.querySelector("button")?.addEventListener("click", dismiss);
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") dismiss();
  });
  const link = /** @type {HTMLAnchorElement} */ (bar.querySelector("a"));
  // Shared results are in the fragment.
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}

// Choosing a language in the menu counts as an answer too.
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest("a[hreflang]")) remember();
});

/** The suggestions of one page: themes may put the content of another in its place. */
class Suggestions extends HTMLElement {
  /** @type {HTMLElement | undefined} the one that is shown */
  #bar;

  connectedCallback() {
    this.#bar = answered() ? undefined : offer(this);
    if (this.#bar) show(this.#bar);
  }

  disconnectedCallback() {
    this.#bar?.remove();
  }
}

customElements.define("ml-suggestions", Suggestions);
