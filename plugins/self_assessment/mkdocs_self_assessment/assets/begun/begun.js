// @ts-check
/**
 * `<begun-self-assessments>`: on pages without a self-assessment, shows where the reader stopped, and a link to all results,
 * where this browser keeps something of this site. Joined by itself, as such pages have no other script of ours.
 */

import { attempt, keysOf, siteKey } from "../storage/keys.js";
import { parseStored } from "../storage/reading.js";

/** @typedef {{id: string, version: string, title: string, url: string, count: number}} Known a self-assessment of the site */

const SITE = siteKey(new URL("../../..", import.meta.url).href);

/**
 * @param {Known[]} all
 * @param {(name: string) => string | null} read what is stored under a name
 * @param {string} site
 * @returns {{known: Known, answered: number} | null} the one that was answered last, of those that are not complete
 */
export function begunOf(all, read, site) {
  const begun = all.flatMap((known) => {
    const found = parseStored(read(`${site}${known.id}:${known.version}`) ?? "")?.stored;
    const answered = found ? Object.keys(found.answers).length : 0;
    return found && answered > 0 && answered < known.count ? [{ known, answered, saved: found.saved }] : [];
  });
  const [latest] = begun.sort((a, b) => (a.saved < b.saved ? 1 : -1));
  return latest ? { known: latest.known, answered: latest.answered } : null;
}

class Begun extends HTMLElement {
  connectedCallback() {
    this.#show();
    // A page that the browser has kept hears nothing of what was answered meanwhile.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show());
  }

  #show() {
    attempt(() => {
      const isThere = keysOf(SITE).some((key) => key.slice(SITE.length).includes(":"));
      this.hidden = !isThere;
      const place = /** @type {HTMLElement | null} */ (this.closest(".js-continue"));
      if (place) place.hidden = !isThere;
      const found = begunOf(JSON.parse(this.dataset.assessments ?? "[]"), (name) => localStorage.getItem(name), SITE);
      const line = /** @type {HTMLElement} */ (this.querySelector(".js-begun"));
      line.hidden = found === null;
      if (!found) return;
      const { title, url, count } = found.known;
      const link = /** @type {HTMLAnchorElement} */ (line.querySelector(".js-begun-link"));
      link.href = url;
      link.textContent = title;
      const figures = /** @type {HTMLElement} */ (line.querySelector(".js-begun-count"));
      const shown = new Intl.NumberFormat(this.lang);
      figures.textContent = (figures.dataset.text ?? "")
        .replace("{answered}", shown.format(found.answered))
        .replace("{total}", shown.format(count));
    });
  }
}

customElements.define("begun-self-assessments", Begun);
