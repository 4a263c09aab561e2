// @ts-check
/**
 * `<self-assessment>`: turns the form that the page already is into one that saves, asks and answers.
 * Only wiring; each part lives in the folder of its name.
 */
/** @import { Answers, Model } from "../types/types.js" */

import { element, part } from "../dom/dom.js";
import { readAnswers, writeAnswers } from "../form/form.js";
import { Gaps } from "../gaps/gaps.js";
import { whenThereIsAResult } from "../keeping/loading.js";
import { keepShortcutsAway } from "../keyboard/keyboard.js";
import { showProgress } from "../progress/progress.js";
import { ResultView } from "../result/result.js";
import { AnswerStore, eraseAll } from "../storage/storage.js";
import { wordsOf } from "../strings/strings.js";

/** One visit to the page. */
class Session {
  /** @param {HTMLElement} root @param {AbortSignal} signal ends it */
  constructor(root, signal) {
    this.root = root;
    /** @type {Model} */
    this.model = JSON.parse(part(this.root, ".sa-data").textContent ?? "");
    this.words = wordsOf(this.model.lang, this.model.strings);
    this.store = new AnswerStore(this.model);
    this.form = /** @type {HTMLFormElement} */ (part(this.root, ".sa-form"));
    this.gaps = new Gaps(this.form, this.words);
    this.result = new ResultView(root, this.form, this.model, this.words);
    this.dialog = /** @type {HTMLDialogElement} */ (part(this.root, ".sa-dialog"));
    /** @type {{answers: Answers, shown: boolean} | null} what "undo" brings back */
    this.cleared = null;
    /** @type {Answers | null} the reader's own, while answers that came by a link are shown and never saved */
    this.mine = null;

    this.form.addEventListener("change", () => this.#chosen(), { signal });
    this.form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.dialog.addEventListener("close", () => this.#decided(), { signal });
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    addEventListener("storage", (event) => this.#changedElsewhere(event), { signal });
    keepShortcutsAway(signal);
    this.#restore();
    whenThereIsAResult(this, signal);
  }

  /** The reader's own answers, also while others are shown. */
  own() {
    return this.mine ?? readAnswers(this.form);
  }

  /** @param {Answers | null} answers that came by a link; `null` goes back to the reader's own */
  borrow(answers) {
    const mine = this.own();
    this.mine = answers && mine;
    this.cleared = null;
    this.#tell(null);
    this.gaps.update([]);
    this.root.classList.toggle("sa--shared", answers !== null);
    writeAnswers(this.form, answers ?? mine);
    if (answers) this.result.reveal(answers);
    else this.result.hide();
    this.#refresh();
  }

  /** @param {Answers} answers to have in the place of the reader's own */
  replace(answers) {
    this.cleared = { answers: readAnswers(this.form), shown: false };
    this.result.hide();
    writeAnswers(this.form, answers);
    this.store.save(answers);
    this.#refresh();
    this.#tell("replaced");
    part(this.root, "[data-action=take-back]").focus();
  }

  #restore() {
    const { answers, damaged, carried } = this.store.load();
    const { t } = this.words;
    const notices = [];
    if (damaged) notices.push(t("damaged"));
    if (carried) notices.push(t("carried", { ...carried, n: carried.kept }));
    part(this.root, ".sa-notices").replaceChildren(
      ...notices.map((text) => element("p", "sa-note", text)),
    );
    writeAnswers(this.form, answers);
    this.#refresh();
  }

  #chosen() {
    this.cleared = null;
    this.#tell(null);
    this.store.save(readAnswers(this.form));
    this.#refresh();
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    const open = this.#open();
    if (open.length > 0) this.gaps.ask(open);
    else this.#showResult();
  }

  #showResult() {
    this.gaps.close();
    this.result.show(readAnswers(this.form));
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = event.target instanceof Element && event.target.closest("[data-action]");
    switch (button && button.getAttribute("data-action")) {
      case "continue": return this.#showResult();
      case "restart": return this.#restart();
      case "undo":
      case "take-back": return this.#undo();
      case "erase": return this.dialog.showModal();
      case "print": return print();
    }
  }

  #restart() {
    this.cleared = { answers: readAnswers(this.form), shown: this.result.shown };
    this.#clear();
    // An empty record, not none: otherwise the answers to an earlier version would come back.
    this.store.save({});
    this.#refresh();
    this.#tell("cleared");
    part(this.root, "[data-action=undo]").focus();
  }

  #undo() {
    if (!this.cleared) return;
    const { answers, shown } = this.cleared;
    this.cleared = null;
    writeAnswers(this.form, answers);
    this.store.save(answers);
    this.#refresh();
    this.#tell(null);
    if (shown) this.result.show(answers);
    const restart = part(this.root, "[data-action=restart]");
    (restart.hidden ? part(this.form, "[type=submit]") : restart).focus();
  }

  #decided() {
    const { returnValue } = this.dialog;
    if (!returnValue.startsWith("erase")) return;
    this.dialog.returnValue = "";
    this.cleared = null;
    this.#clear();
    if (returnValue === "erase-all") eraseAll();
    else this.store.erase();
    part(this.root, ".sa-notices").replaceChildren();
    this.#refresh();
    this.#tell("erased");
    this.root.dispatchEvent(new CustomEvent("self-assessment:erased"));
    part(this.root, "[data-message=erased]").focus();
  }

  /** @param {StorageEvent} event */
  #changedElsewhere({ key }) {
    if (this.mine) return;
    if (key === null || key === this.store.key) this.#restore();
  }

  #clear() {
    writeAnswers(this.form, {});
    this.gaps.update([]);
  }

  /** Brings everything that depends on the answers up to date, without moving focus. */
  #refresh() {
    const answers = readAnswers(this.form);
    const open = this.#open();
    const chosen = this.model.items.length - open.length;
    this.gaps.update(open);
    showProgress(part(this.root, ".sa-bar"), this.words, {
      chosen,
      total: this.model.items.length,
      saves: this.store.works,
    });
    part(this.root, "[data-action=restart]").hidden = chosen === 0;
    part(this.root, "[data-action=erase]").hidden = chosen === 0 && !this.store.holdsAnything();
    if (chosen === 0) this.result.hide();
    if (this.result.shown) this.result.render(answers);
  }

  /** The items without an answer. */
  #open() {
    const answers = readAnswers(this.form);
    return this.model.items.filter((item) => !Object.hasOwn(answers, item.id));
  }

  /** @param {"cleared" | "replaced" | "erased" | null} message the one that is visible from now on */
  #tell(message) {
    for (const name of ["cleared", "replaced", "erased"]) part(this.root, `[data-message=${name}]`).hidden = name !== message;
  }
}

class SelfAssessment extends HTMLElement {
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    new Session(this, this.#gone.signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }
}

customElements.define("self-assessment", SelfAssessment);
