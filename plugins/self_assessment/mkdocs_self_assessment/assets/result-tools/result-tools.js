// @ts-check
/**
 * Saves, shares, compares and exports a result. Only wiring.
 */
/** @import { Answers, Scores, Visit } from "../types/types.js" */

import { LateComparison } from "../comparison/loading.js";
import { addressed, arriveAt, element, part } from "../dom/dom.js";
import { keepFragment, plainAddress } from "../dom/fragment.js";
import { download, LARGEST, readFile } from "../exchange/exchange.js";
import { LateScript } from "../fetching/fetching.js";
import { ResultHistory } from "../history/history.js";
import { HistoryView } from "../history/view.js";
import { notify } from "../notices/notices.js";
import { printResult } from "../print/print.js";
import { scoreAssessment } from "../scoring/scoring.js";
import { addressTo, bannerOf, copy, fragmentOf, holdsResult, isInvitation, readLink } from "../sharing/sharing.js";

const CALENDAR = new LateScript(
  () => import("../calendar/first-step.js"),
  new URL("../calendar/first-step.js", import.meta.url),
);
const FOR_TEAM = new LateScript(
  () => import("../team/handing-in.js"),
  new URL("../team/handing-in.js", import.meta.url),
);
const SET_ASIDE = new LateScript(
  () => import("../set-aside/set-aside.js"),
  new URL("../set-aside/set-aside.js", import.meta.url),
);
const WRITTEN = new LateScript(() => import("./written.js"), new URL("./written.js", import.meta.url));
const PICTURE = new LateScript(() => import("../image/picture.js"), new URL("../image/picture.js", import.meta.url));

export class ResultTools {
  /** @param {Visit} visit @param {AbortSignal} signal */
  constructor(visit, signal) {
    const { root, model, store } = visit;
    this.visit = visit;
    this.section = part(root, ".js-keep");
    /** Beside what the reader has used last. */
    this.status = part(this.section, "[role=status]");
    this.field = /** @type {HTMLInputElement} */ (part(root, "#sa-keep-link"));
    this.question = /** @type {HTMLDialogElement} */ (part(root, ".js-keep-question"));
    this.history = new ResultHistory(model, store.prefix);
    this.historyView = new HistoryView(visit, this.history, () => this.#render());
    const open = (/** @type {Answers} */ answers) => {
      location.hash = fragmentOf(model, answers);
    };
    this.comparison = new LateComparison(visit, this.history, { use: (answers) => this.#use(answers), open }, signal);
    /** @type {Answers} of the result on the page */
    this.answers = {};
    /** @type {HTMLElement | null} above a result that came by a link */
    this.banner = null;
    /** The fragment that it came by. */
    this.fragment = "";
    this.title = part(root, ".js-result-title").textContent;

    if (isInvitation(location.hash) || store.holds("round")) this.#answerForTeam(signal);
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    keepFragment(() => (this.banner ? this.fragment : null), signal);
    root.addEventListener("self-assessment:erased", () => this.#forget(), { signal });
    const share = part(root, "[data-keep=share]");
    share.hidden = !("share" in navigator);
    // Browsers forget soon that the reader has asked for it: only the drawing is left to be waited for.
    share.addEventListener("pointerdown", () => PICTURE.get().catch(() => {}), { signal });
    part(this.section, ".js-more").addEventListener("toggle", () => WRITTEN.get().catch(() => {}), { signal });
    /** @type {HTMLButtonElement} */ (part(root, "[data-keep=calendar]")).disabled = false;
  }

  /** @param {AbortSignal} signal */
  #answerForTeam(signal) {
    FOR_TEAM.get()
      .then((script) => (signal.aborted ? undefined : script.answerForTeam(this.visit, signal)))
      .catch(() => {
        notify(this.visit.root, "round", element("p", "sa-note", this.visit.words.t("keep.not-loaded")));
        addEventListener("online", () => this.#answerForTeam(signal), { once: true, signal });
      });
  }

  /** @param {{answers: Answers, scores: Scores}} result that is on the page from now on */
  show({ answers, scores: { overall, found } }) {
    const { model } = this.visit;
    this.answers = answers;
    if (!this.banner && found) this.history.record(answers, overall.value);
    this.field.value = addressTo(model, answers);
    this.#render();
    this.section.hidden = false;
    this.#speakIn(this.section);
    if (!this.history.works) this.#report("not-recorded");
  }

  /** What could not be read, where there is something. @returns {Promise<boolean>} whether nothing of it was lost */
  async showSetAside() {
    const { root, store } = this.visit;
    const isThere = () => store.setAside().length > 0;
    const script = isThere() ? await SET_ASIDE.get().catch(() => null) : undefined;
    notify(root, "set-aside", script && isThere() ? script.setAsideNotice(this.visit) : null);
    return script !== null;
  }

  /** Reads the address, which alone decides whether the result of a link is on the page. */
  open() {
    const { hash } = location;
    const { root } = this.visit;
    // Opened on a page that was there already
    if (isInvitation(hash)) return location.reload();
    if (!holdsResult(hash)) {
      notify(root, "refused", null);
      if (!this.banner) return;
      // A link within the page, such as "skip to content", must not lose the result; going back to the reader's own
      // page, or to a section of it, must leave it.
      if (!hash || this.#isOwn(addressed())) this.#leave();
      else history.replaceState(null, "", this.fragment);
      return;
    }
    if (this.banner && hash === this.fragment) return;
    const found = readLink(this.visit.model, hash);
    const sentence = "problem" in found ? this.visit.words.t(`keep.refused-${found.problem}`) : "";
    notify(root, "refused", sentence ? element("p", "sa-note sa-refused", sentence) : null);
    if ("problem" in found) {
      root.removeAttribute("data-waits");
      if (this.banner) this.#leave();
      return;
    }
    const arrived = this.banner !== null || this.section.hidden === false;
    this.banner?.remove();
    this.fragment = hash;
    this.banner = bannerOf(this.visit.words, { leave: () => this.#goHome(), use: () => this.#use(found.answers) });
    root.prepend(this.banner);
    part(root, ".js-result-title").textContent = this.visit.words.t("keep.shared-result");
    this.visit.borrow(found.answers, found.unfit);
    if (arrived) part(this.banner, "h2").focus();
  }

  /** @param {File} file that the reader has chosen before there is a result */
  async openFile(file) {
    const { root, model, words } = this.visit;
    const text = file.size > LARGEST ? null : await file.text();
    const found = text === null ? { problem: "large" } : readFile(text, model);
    const refused =
      "problem" in found ? element("p", "sa-note sa-refused", words.t(`keep.refused-${found.problem}`)) : null;
    const shown = notify(root, "refused", refused);
    // The file was chosen far above the notices.
    if (shown) arriveAt(shown);
    if ("problem" in found) return;
    const isFirst = Object.keys(this.visit.own()).length === 0;
    this.visit.tellUnfit("unfit" in found ? (found.unfit ?? []) : [], "brought");
    this.#use(found.answers);
    if (isFirst && scoreAssessment(model, found.answers).found) location.hash = part(root, ".js-result-title").id;
  }

  /** @param {Element | null} target @returns {boolean} whether it is an element that the form or its result links to */
  #isOwn(target) {
    const { form, root } = this.visit;
    return form.contains(target) || part(root, ".js-result").contains(target);
  }

  #render() {
    const borrowed = this.banner !== null;
    this.historyView.render(this.answers, borrowed);
    part(this.section, "[data-keep=erase]").hidden = borrowed;
    this.comparison.render(this.answers, borrowed);
  }

  /** Back to the reader's own answers. */
  #leave() {
    this.banner?.remove();
    this.banner = null;
    part(this.visit.root, ".js-result-title").textContent = this.title;
    this.section.hidden = true;
    this.visit.borrow(null);
  }

  #goHome() {
    this.#leave();
    history.replaceState(null, "", plainAddress());
    this.visit.root.tabIndex = -1;
    this.visit.root.focus();
  }

  /** @param {Answers} answers that replace the reader's own; asks first where there are any */
  #use(answers) {
    const replace = () => {
      if (this.banner) this.#goHome();
      this.history.begin();
      this.visit.replace(answers);
    };
    if (Object.keys(this.visit.own()).length === 0) return replace();
    this.question.returnValue = "";
    this.question.addEventListener("close", () => this.question.returnValue === "use" && replace(), { once: true });
    this.question.showModal();
  }

  /** @param {Event} event */
  async #clicked(event) {
    const button = event.target instanceof Element && event.target.closest("[data-keep], [data-action]");
    if (!button) return;
    const place = button.closest(".js-step, .js-more, .js-keep");
    if (place) this.#speakIn(place);
    switch (button.getAttribute("data-keep") ?? button.getAttribute("data-action")) {
      case "copy-link":
        return this.#copyLink();
      case "copy-text":
        return this.#copyText();
      case "share":
        return this.#share();
      case "png":
        return this.#offer("png", async () => (await PICTURE.get()).pngFor(this.visit, this.answers, this.#date()));
      case "svg":
        return this.#offer("svg", async () => {
          const { pictureOf } = await PICTURE.get();
          return new Blob([pictureOf(this.visit, this.answers, this.#date()).svg], { type: "image/svg+xml" });
        });
      case "json":
        return this.#offer("json", async () => (await WRITTEN.get()).jsonFor(this.visit, this.answers));
      case "csv":
        return this.#offer("csv", async () => (await WRITTEN.get()).csvFor(this.visit, this.answers));
      case "calendar":
        return this.#offer("ics", async () => (await CALENDAR.get()).calendarFor(this.visit));
      case "erase":
        return /** @type {HTMLDialogElement} */ (part(this.visit.root, ".js-dialog")).showModal();
      case "print":
        return printResult();
      case "restart":
        return this.history.begin();
    }
  }

  /** The device's own sheet, with the image where it takes files. Without the script for the image, the link alone. */
  async #share() {
    const { model } = this.visit;
    const link = { title: model.title, url: this.field.value };
    /** @type {ShareData} */
    let shared = link;
    try {
      const { pngFor } = await PICTURE.get();
      const image = await pngFor(this.visit, this.answers, this.#date());
      const both = { ...link, files: [new File([image], this.#name("png"), { type: image.type })] };
      if (navigator.canShare?.(both)) shared = both;
    } catch {
      // The link alone says the same.
    }
    await navigator.share(shared).catch(() => {});
  }

  /** @param {string} ending @param {() => Promise<Blob>} make with a script that is fetched for it */
  async #offer(ending, make) {
    try {
      const blob = await make();
      download(this.#name(ending), blob.type, blob);
    } catch {
      this.#tellLost();
    }
  }

  /** @returns {string} of the result; empty where it came by a link */
  #date() {
    return this.banner ? "" : this.visit.words.date(new Date());
  }

  async #copyLink() {
    const copied = await copy(this.field.value);
    if (!copied) {
      part(this.section, ".js-more").toggleAttribute("open", true);
      this.field.select();
    }
    this.#report(copied ? "copied" : "copy-yourself");
  }

  async #copyText() {
    const written = await WRITTEN.get().catch(() => null);
    if (!written) return this.#tellLost();
    const copied = await copy(written.writtenOf(this.visit, this.answers, this.banner !== null));
    this.#report(copied ? "copied" : "no-copy");
  }

  #forget() {
    notify(this.visit.root, "restored", null);
    this.visit.tellUnfit([], "brought");
    this.history.forget();
    this.comparison.forget();
  }

  /** @param {Element} place */
  #speakIn(place) {
    this.status.textContent = "";
    this.status = part(place, "[role=status]");
  }

  /** A script is asked for again when its button is used again. */
  #tellLost() {
    this.#report("not-loaded");
    addEventListener("online", () => this.status.replaceChildren(), { once: true });
  }

  /** @param {string} key */
  #report(key) {
    this.status.textContent = this.visit.words.t(`keep.${key}`);
  }

  /** @param {string} ending @returns {string} of a file with the result */
  #name(ending) {
    return `${this.visit.model.id}-${new Date().toISOString().slice(0, 10)}.${ending}`;
  }
}
