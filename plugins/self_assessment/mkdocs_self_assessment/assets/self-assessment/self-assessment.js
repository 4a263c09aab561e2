// @ts-check
/**
 * `<self-assessment>`: turns the page's static form into one that saves answers and shows the result.
 * Only wiring; each part is in the folder of its name.
 */
/** @import { Answers, Item, Scores, View } from "../types/types.js" */

import { addressed, element, part } from "../dom/dom.js";
import { MARK } from "../dom/fragment.js";
import { showFollowUps } from "../follow-ups/follow-ups.js";
import { nameOf, readAnswers, writeAnswers } from "../form/form.js";
import { Gaps } from "../gaps/gaps.js";
import { keepShortcutsAway } from "../keyboard/keyboard.js";
import { FORMS } from "../kinds/forms.js";
import { notify } from "../notices/notices.js";
import { Paging } from "../paging/paging.js";
import { showProgress } from "../progress/progress.js";
import { LateResult } from "../result/loading.js";
import { ResultView } from "../result/result.js";
import { LateTools } from "../result-tools/loading.js";
import { activeItems, requiredItems } from "../scoring/active-items.js";
import { siteKey } from "../storage/keys.js";
import { AnswerStore } from "../storage/storage.js";
import { wordsOf } from "../strings/strings.js";

/** What the names of everything stored begin with: scripts are three folders below the site's root. */
const SITE = siteKey(new URL("../../..", import.meta.url).href);

/**
 * Forms that a script has filled in. In another one, what is chosen was chosen by the reader before the script had
 * started: browsers restore nothing in it (`autocomplete="off"`).
 *
 * @type {WeakSet<HTMLFormElement>}
 */
const STARTED = new WeakSet();

/**
 * What could not be saved is in the form only, which a theme or script may move, or replace by another one of the same page.
 *
 * @type {Map<string, Answers>} by the name under which they would be stored
 */
const UNSAVED = new Map();

/**
 * The data of the page. Its script element is in a template, since themes that replace the content of the page, such as
 * Material with `navigation.instant`, run every other script element again, as a script.
 *
 * @param {HTMLElement} root
 * @returns {View["model"]}
 */
function modelIn(root) {
  const holder = /** @type {HTMLTemplateElement} */ (part(root, ".js-data"));
  return JSON.parse(holder.content.textContent ?? "");
}

/** One visit to the page. */
class Session {
  /** @param {HTMLElement} root @param {AbortSignal} signal ends it */
  constructor(root, signal) {
    this.root = root;
    this.model = modelIn(this.root);
    this.words = wordsOf(this.model);
    this.store = new AnswerStore(this.model, SITE);
    this.form = /** @type {HTMLFormElement} */ (part(this.root, ".js-form"));
    this.gaps = new Gaps(this.form, this.words);
    this.late = new LateResult(this.model);
    this.result = new ResultView(
      this,
      this.late,
      {
        lacking: () => this.tools.catchUp(),
        entering: () => this.paging.toResult(),
        rendered: (answers, scores) => this.#announceResult(answers, scores),
      },
      signal,
    );
    this.paging = new Paging(this, SITE, signal);
    this.answered = FORMS[this.model.kind]?.(this, signal);
    this.dialog = /** @type {HTMLDialogElement} */ (part(this.root, ".js-dialog"));
    /** @type {Answers | null} what "undo" brings back */
    this.cleared = null;
    /** @type {Answers} what is in the form */
    this.filled = {};
    /** @type {Answers} what was in it before the last choice */
    this.before = {};
    /** Whether the reader has seen a result in this visit. */
    this.seen = false;
    /** @type {Answers | null} the reader's own, while answers that came by a link are shown and never saved */
    this.mine = null;
    /** @type {string[]} items of the reader's own answers that are no longer offered */
    this.unfit = [];

    this.form.addEventListener("change", () => this.#chosen(), { signal });
    this.form.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.dialog.addEventListener("close", () => this.#decided(), { signal });
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    root.addEventListener("self-assessment:reveal", () => this.#toForm(), { signal });
    addEventListener("storage", (event) => this.#changedElsewhere(event), { signal });
    // A page that the browser has kept hears nothing of what other pages erased meanwhile.
    addEventListener("pageshow", ({ persisted }) => persisted && this.restore(), { signal });
    addEventListener("hashchange", () => this.#follow(), { signal });
    keepShortcutsAway(signal);
    const early = STARTED.has(this.form) ? {} : readAnswers(this.form);
    STARTED.add(this.form);
    this.#fill({ ...this.#load(), ...early });
    if (Object.keys(early).length > 0) this.store.save(readAnswers(this.form));
    this.tools = new LateTools(this, signal);
  }

  /** Shows what the address asks for, or else where the reader stopped. */
  begin() {
    this.#follow();
    // There is no result without answers.
    if (!this.result.shown && !this.result.awaited) this.result.state.withdraw();
    if (Object.keys(this.own()).length === 0) return;
    this.paging.resume(this.#open());
    this.late.prepare();
  }

  /** Reads again what is stored; answers that could not be saved stay. */
  restore() {
    if (!this.store.works) {
      this.root.dispatchEvent(new CustomEvent("self-assessment:set-aside"));
      return this.#refresh();
    }
    const answers = this.#load();
    if (this.mine) this.mine = answers;
    else this.#fill(answers);
  }

  /** @returns {Answers} the reader's own as they are stored, after what is to be said of them was said */
  #load() {
    const { answers, carried, unfit } = this.store.load();
    const text = carried && this.words.t("carried", { ...carried, n: carried.kept });
    notify(this.root, "carried", text ? element("p", "sa-note", text) : null);
    this.unfit = unfit;
    if (!this.mine) this.tellUnfit(unfit);
    this.root.dispatchEvent(new CustomEvent("self-assessment:set-aside"));
    return answers;
  }

  /** @param {Answers} answers from before, or that could not be saved before; there may be room for them now */
  bringBack(answers) {
    this.store.save(answers);
    this.#fill(answers);
  }

  /** @param {Answers} answers */
  #fill(answers) {
    writeAnswers(this.form, answers);
    this.#refresh();
  }

  /** @param {string[]} items whose answers are no longer offered @param {string} source of the answers */
  tellUnfit(items, source = "shown") {
    const cause = `unfit-${source}`;
    // An item that is gone has no name to say; "carried" counts it.
    const there = this.model.items.filter(({ id }) => items.includes(id));
    if (there.length === 0) return void notify(this.root, cause, null);
    const names = there.map((item) => this.words.quote(nameOf(this.form, item)));
    const text = this.words.t("unfit", { list: this.words.list(names) });
    notify(this.root, cause, element("p", "sa-note", text));
  }

  /** The reader's own answers, also while others are shown. */
  own() {
    return this.mine ?? readAnswers(this.form);
  }

  /**
   * @param {Answers | null} answers that came by a link; `null` restores the reader's own
   * @param {string[]} unfit items whose answers in that link are no longer offered
   */
  borrow(answers, unfit = []) {
    const mine = this.own();
    this.mine = answers && mine;
    this.cleared = null;
    this.#report(null);
    this.gaps.update([]);
    this.root.toggleAttribute("data-shared", answers !== null);
    this.tellUnfit(answers ? unfit : this.unfit);
    writeAnswers(this.form, answers ?? mine);
    this.result.hide();
    this.#refresh();
    if (!answers) return this.#follow();
    this.seen = true;
    this.result.reveal(answers);
  }

  /** @param {Answers} answers that replace the reader's own and are saved */
  replace(answers) {
    const before = readAnswers(this.form);
    this.result.hide();
    writeAnswers(this.form, answers);
    this.#chosen();
    this.cleared = before;
    if (Object.keys(before).length === 0) return;
    this.#report("replaced");
    part(this.root, "[data-action=take-back]").focus();
  }

  #chosen() {
    this.before = this.filled;
    this.cleared = null;
    this.#report(null);
    this.store.save(readAnswers(this.form));
    this.answered?.();
    this.late.prepare();
    this.#refresh(true);
    this.paging.answered();
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    // Enter in a radio submits the form, from any page of it.
    if (!this.paging.atEnd) return this.paging.forward();
    const open = this.#open();
    if (open.length === 0) return this.#showResult();
    this.gaps.show(open);
    this.#offerResult(open);
  }

  #showResult() {
    this.gaps.close();
    this.result.state.push();
    this.seen = true;
    this.result.show(readAnswers(this.form));
    this.#offerResult(this.#open());
  }

  /** The form instead of the result; the caller moves focus. */
  #toForm() {
    if (!this.result.shown) return;
    this.result.hide();
  }

  #toAnswers() {
    this.#toForm();
    this.paging.toEnd();
  }

  /** The address alone decides whether the result is shown; of a link with a result, what is fetched for it decides. */
  #follow() {
    const { state } = this.result;
    if (this.mine || location.hash.startsWith(MARK)) return;
    if (state.addressed && Object.keys(this.own()).length > 0) {
      this.seen = true;
      if (!this.result.shown) this.result.show(this.own());
    } else if (!location.hash || this.#isOfForm(addressed()) || !state.keep()) {
      this.result.hide();
      this.paging.follow(this.#open());
    }
  }

  /** @param {Element | null} target @returns {boolean} whether it is folded away with the form */
  #isOfForm(target) {
    return [this.form, part(this.root, ".js-introduction")].some((folded) => folded.contains(target));
  }

  /** @param {Item[]} open while page after page is filled in, the result waits for the last; not for who comes back to one */
  #offerResult(open) {
    this.paging.offerResult(open.length === 0 || this.gaps.shown || this.seen);
  }

  /** @param {Event} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    switch (button?.getAttribute("data-action")) {
      case "continue":
      case "result":
        return this.#showResult();
      case "restart":
      case "afresh":
        return this.#restart();
      case "undo":
      case "take-back":
        return this.#undo();
      case "undo-choice":
        this.paging.backward();
        return this.bringBack(this.before);
      case "erase":
        return this.dialog.showModal();
      case "back":
        return this.paging.backward();
      case "next":
        return this.paging.forward();
      case "answers":
        return this.#toAnswers();
    }
  }

  #restart() {
    this.cleared = readAnswers(this.form);
    this.seen = false;
    this.#clear();
    // An empty record, not none: otherwise the answers to an earlier version would come back.
    this.store.save({});
    this.#refresh();
    this.paging.toStart();
    this.#report("cleared");
    part(this.root, "[data-action=undo]").focus();
  }

  #undo() {
    const answers = this.cleared;
    if (!answers) return;
    this.cleared = null;
    writeAnswers(this.form, answers);
    this.store.save(answers);
    this.#refresh();
    this.#report(null);
    if (!this.paging.isWhole) return this.paging.goOn(this.#open());
    const restart = part(this.root, "[data-action=restart]");
    (restart.hidden ? part(this.form, "input") : restart).focus();
  }

  #decided() {
    const { returnValue } = this.dialog;
    if (!returnValue.startsWith("erase")) return;
    this.dialog.returnValue = "";
    this.cleared = null;
    this.#clear();
    if (returnValue === "erase-all") UNSAVED.clear();
    const gone = returnValue === "erase-all" ? this.store.eraseAll() : this.store.erase();
    const message = gone ? "erased" : "not-erased";
    this.unfit = [];
    this.tellUnfit([]);
    notify(this.root, "carried", null);
    this.root.dispatchEvent(new CustomEvent("self-assessment:set-aside"));
    this.#refresh();
    this.paging.toStart();
    this.#report(message);
    this.root.dispatchEvent(new CustomEvent("self-assessment:erased"));
    part(this.root, `[data-message=${message}]`).focus();
  }

  /** @param {StorageEvent} event */
  #changedElsewhere({ key }) {
    if (this.store.concerns(key)) this.restore();
  }

  #clear() {
    writeAnswers(this.form, {});
    this.gaps.update([]);
  }

  /**
   * Brings everything that depends on the answers up to date, without moving focus.
   *
   * @param {boolean} announce whether to say which statements have appeared
   */
  #refresh(announce = false) {
    const answers = readAnswers(this.form);
    this.filled = answers;
    const active = activeItems(this.model.items, answers);
    const required = requiredItems(this.model.items, answers);
    const open = this.#open();
    const chosen = Object.keys(answers).length;
    showFollowUps(this, active, announce);
    this.paging.update();
    this.gaps.update(open);
    showProgress(part(this.root, ".js-bar"), this.words, {
      chosen: required.length - open.length,
      total: required.length,
      saves: this.store.works,
    });
    part(this.root, "[data-action=restart]").hidden = chosen === 0;
    part(this.root, "[data-action=erase]").hidden = chosen === 0 && !this.store.holdsAnything();
    if (this.result.shown || this.result.awaited) {
      if (chosen > 0) this.result.render(answers);
      else {
        this.result.hide();
        this.result.state.withdraw();
        this.paging.settle(open);
      }
    }
    this.#offerResult(open);
  }

  /** @returns {Item[]} the required ones without an answer */
  #open() {
    const answers = readAnswers(this.form);
    return requiredItems(this.model.items, answers).filter((item) => !Object.hasOwn(answers, item.id));
  }

  /** @param {Answers} answers @param {Scores} scores */
  #announceResult(answers, scores) {
    const { model, words, store } = this;
    this.root.dispatchEvent(
      new CustomEvent("self-assessment:result", { detail: { model, answers, scores, words, store } }),
    );
  }

  /** @param {"cleared" | "replaced" | "erased" | "not-erased" | null} message the one that is visible from now on */
  #report(message) {
    for (const name of ["cleared", "replaced", "erased", "not-erased"]) {
      part(this.root, `[data-message=${name}]`).hidden = name !== message;
    }
  }
}

class SelfAssessment extends HTMLElement {
  /** @type {Session | null} */
  session = null;
  #gone = new AbortController();

  connectedCallback() {
    this.#gone = new AbortController();
    this.session = new Session(this, this.#gone.signal);
    const { key } = this.session.store;
    const unsaved = UNSAVED.get(key);
    UNSAVED.delete(key);
    if (unsaved) this.session.bringBack(unsaved);
    this.session.begin();
  }

  disconnectedCallback() {
    this.#gone.abort();
    const { session } = this;
    if (session && !session.store.works) UNSAVED.set(session.store.key, session.own());
  }
}

customElements.define("self-assessment", SelfAssessment);
