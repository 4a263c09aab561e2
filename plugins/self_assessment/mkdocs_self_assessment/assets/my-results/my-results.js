// @ts-check
/**
 * `<my-results>`: a page with all that this browser keeps of the site's self-assessments. Only wiring.
 */
/** @import { KindName, Model } from "../types/types.js" */

import { part } from "../dom/dom.js";
import { download } from "../exchange/exchange.js";
import { LateScript } from "../fetching/fetching.js";
import { KINDS } from "../kinds/all.js";
import { provideKind } from "../kinds/kinds.js";
import { attempt, keysOf, siteKey } from "../storage/keys.js";
import { wordsOf } from "../strings/strings.js";
import { offerComparison } from "./comparing.js";
import { everythingOf, LARGEST_OF_ALL } from "./everything.js";
import { dayOf, KeptAssessment } from "./kept.js";

const TAKING = new LateScript(() => import("./taking.js"), new URL("./taking.js", import.meta.url));
const MINE = siteKey(new URL("../../..", import.meta.url).href);

for (const [name, kind] of Object.entries(KINDS)) provideKind(/** @type {KindName} */ (name), kind);

class ResultsPage {
  /** @param {HTMLElement} root @param {AbortSignal} signal ends it */
  constructor(root, signal) {
    this.root = root;
    const holder = /** @type {HTMLTemplateElement} */ (part(root, ".js-data"));
    const { lang, dates, strings, assessments } =
      /** @type {{lang: string, dates: string, strings: Record<string, string>, assessments: {url: string, model: Model}[]}} */ (
        JSON.parse(holder.content.textContent ?? "")
      );
    this.words = wordsOf({ kind: "statements", lang, dates, strings });
    this.all = assessments.map(({ url, model }) => ({ url, kept: new KeptAssessment({ ...model, strings }, MINE) }));
    this.dialog = /** @type {HTMLDialogElement} */ (part(root, ".js-mine-dialog"));
    this.message = part(root, ".js-mine-message");
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    root.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && this.#open(target), {
      signal,
    });
    this.dialog.addEventListener("close", () => this.#decided(), { signal });
    addEventListener("storage", () => this.#show(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show(), { signal });
    this.#show();
  }

  #show() {
    const there = this.all.filter(({ kept }) => kept.isThere);
    part(this.root, ".js-mine-list").replaceChildren(...there.map((one) => this.#row(one)));
    part(this.root, ".js-mine-none").hidden = there.length > 0;
    part(this.root, ".js-mine-actions").hidden = false;
    part(this.root, "[data-mine=export]").hidden = there.length === 0;
    let isAny = false;
    attempt(() => {
      isAny = keysOf(MINE).length > 0;
    });
    part(this.root, "[data-mine=erase]").hidden = !isAny;
  }

  /** @param {{url: string, kept: KeptAssessment}} one */
  #row({ url, kept }) {
    const { content } = /** @type {HTMLTemplateElement} */ (part(this.root, ".js-mine-row"));
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (content.firstElementChild).cloneNode(true));
    const words = wordsOf(kept.model);
    const { t, number } = words;
    const { answered, total, verdict, figure, tone, saved, isEarlier, since } = kept.standing(words);
    const link = /** @type {HTMLAnchorElement} */ (part(row, ".js-mine-link"));
    link.href = url;
    link.textContent = kept.model.title;
    const result = [verdict, figure].filter(Boolean).join(" · ");
    part(row, ".js-mine-verdict").textContent = result;
    part(row, ".js-mine-verdict").hidden = !result;
    if (tone) part(row, ".js-mine-verdict").dataset.tone = String(tone);
    const date = dayOf(saved, words);
    const isOpen = answered > 0 && answered < total;
    const progress = t("progress", { answered: number(answered), total: number(total) });
    const facts = [date && t("result.date", { date }), isEarlier && t("keep.earlier"), (isOpen || !date) && progress];
    part(row, ".js-mine-facts").textContent = facts.filter(Boolean).join(" ");
    part(row, ".js-mine-since").hidden = !since || since.introduces === true;
    part(row, ".js-mine-since").textContent = since?.sentence ?? "";
    const view = { root: this.root, model: kept.model, words };
    offerComparison(part(row, ".js-mine-compare"), view, kept.history.comparable());
    for (const [name, address, shown] of /** @type {const} */ ([
      ["go-on", url, isOpen || answered === 0],
      ["open", `${url}#result`, answered > 0 && Boolean(date)],
    ])) {
      const button = /** @type {HTMLAnchorElement} */ (part(row, `.js-mine-${name}`));
      button.href = address;
      button.hidden = !shown;
      button.setAttribute("aria-label", `${button.textContent}: ${kept.model.title}`);
    }
    return row;
  }

  /** @param {Event} event */
  #clicked({ target }) {
    const button = target instanceof Element ? target.closest("button[data-mine]") : null;
    switch (button?.getAttribute("data-mine")) {
      case "export": {
        const there = this.all.filter(({ kept }) => kept.isThere);
        const text = everythingOf(Object.fromEntries(there.map(({ kept }) => [kept.model.id, kept.all()])), new Date());
        return download(`self-assessments-${new Date().toISOString().slice(0, 10)}.json`, "application/json", text);
      }
      case "erase":
        return this.dialog.showModal();
    }
  }

  /** @param {HTMLInputElement} input */
  async #open(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const { words } = this;
    const isLarge = file.size > LARGEST_OF_ALL;
    const taking = isLarge ? null : await TAKING.get().catch(() => null);
    const kept = this.all.map((one) => one.kept);
    this.#tell(
      taking
        ? taking.take(await file.text(), kept, words)
        : words.t(isLarge ? "keep.refused-large" : "keep.not-loaded"),
    );
    input.value = "";
  }

  #decided() {
    if (this.dialog.returnValue !== "erase") return;
    this.dialog.returnValue = "";
    let left = 0;
    const reached = attempt(() => {
      for (const key of keysOf(MINE)) localStorage.removeItem(key);
      left = keysOf(MINE).length;
    });
    const { erased, notErased } = this.message.dataset;
    this.#tell((reached && left === 0 ? erased : notErased) ?? "");
  }

  /** @param {string} text what became of what the reader asked for */
  #tell(text) {
    this.#show();
    this.message.hidden = false;
    this.message.textContent = text;
    // It is above a list that may be long.
    this.message.focus();
  }
}

class MyResults extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    new ResultsPage(this, this.#gone.signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }
}

customElements.define("my-results", MyResults);
