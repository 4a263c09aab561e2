// @ts-check
/**
 * `<team-mirror>`: a round from its beginning until it is closed. Only wiring; nothing leaves the browser.
 */
/** @import { Model } from "../types/types.js" */
/** @import { Found } from "./paste.js" */
/** @import { Round } from "./round.js" */

import { arriveAt, part } from "../dom/dom.js";
import { provideKind } from "../kinds/kinds.js";
import { LATE_KINDS } from "../kinds/late.js";
import { buttonOf } from "../result-tools/tables.js";
import { wordsOf } from "../strings/strings.js";
import { watchCamera } from "./camera.js";
import { partsFor } from "./figures.js";
import { invitationParts, invitationsOf, slipsOf } from "./inviting.js";
import { apartRows, sheetRows } from "./listing.js";
import { looksTyped, readPasted, readTyped } from "./paste.js";
import { Projector } from "./projecting.js";
import { addFiles, roundFrom } from "./receiving.js";
import { addFound, agreeOn, countAll, LARGEST_ROUND, moveSheet, readRound, removeOne, roundFile } from "./round.js";
import { TeamPicture } from "./showing.js";
import { RoundStore } from "./storing.js";
import { nextRoundDay, roundTable } from "./taking-along.js";
import { reasonFor, reportOf } from "./words.js";

class TeamPage {
  /** @param {HTMLElement} root @param {{model: Model, items: Record<string, string>}} data @param {AbortSignal} signal ends it */
  constructor(root, { model, items }, signal) {
    this.root = root;
    this.model = model;
    this.words = wordsOf(model);
    this.view = { root, model, words: this.words, items };
    this.store = new RoundStore(model);
    this.address = new URL(root.dataset.address ?? "", location.href).href;
    this.picture = new TeamPicture(this.view);
    this.projector = new Projector(root, this.words, signal);
    /** @type {Round | null} */
    this.round = null;
    /** @type {Round[]} what undo brings back, the latest last */
    this.past = [];
    /** @type {Round | null} an earlier one */
    this.before = null;
    /** @type {(() => void) | null} ends the camera */
    this.watching = null;
    this.invited = "";
    this.actions = {
      move: (/** @type {number} */ number, /** @type {number} */ group) =>
        this.round && this.#become(moveSheet(this.round, number, group)),
      remove: (/** @type {number} */ number) => this.round && this.#become(removeOne(this.round, number)),
      count: (/** @type {number} */ number) =>
        this.round && this.#become(countAll(this.round, number, new Date().toISOString())),
    };
    const question = /** @type {HTMLDialogElement} */ (part(root, ".js-team-question"));
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    root.addEventListener("change", (event) => this.#changed(event), { signal });
    root.addEventListener("submit", (event) => this.#submitted(event), { signal });
    root.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    root.addEventListener("drop", (event) => this.#dropped(event), { signal });
    part(root, ".js-team-sheets").addEventListener("toggle", () => this.round && this.#list(this.round), { signal });
    question.addEventListener("close", () => this.#decided(question), { signal });
    addEventListener("hashchange", () => this.#takeAddress(), { signal });
    addEventListener("storage", ({ key }) => key === this.store.key && this.#load(), { signal });
    signal.addEventListener("abort", () => this.watching?.(), { once: true });
    this.#load();
    this.#takeAddress();
  }

  #load() {
    const kept = this.store.load();
    this.past = [];
    if (kept && "problem" in kept) {
      this.#tell(this.words.t(`team.why-${kept.problem}`));
      part(this.root, ".js-team-message").append(" ", this.#rescue());
      this.round = null;
    } else this.round = kept;
    this.#show();
  }

  /** What is kept here and can't be shown, such as a round of an earlier version, is not lost when another one begins. */
  #rescue() {
    const text = this.store.text() ?? "";
    return buttonOf(this.words.t("team.save"), () => this.picture.save("json", "application/json", text));
  }

  /** A link that was opened with the phone's or laptop's own camera brings its sheet here. */
  #takeAddress() {
    if (!this.round || !location.hash.startsWith("#r=")) return;
    this.#add(readPasted(this.model, location.hash));
    this.#tell(part(this.root, ".js-team-status").textContent ?? "");
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  /** @param {Round | null} round that is kept from now on @param {boolean} [undoable] */
  #become(round, undoable = true) {
    if (this.round && round && undoable) this.past.push(this.round);
    if (!round) this.past = [];
    this.round = round;
    if (!this.store.save(round)) this.#tell(this.words.t("keep.not-recorded"));
    this.#show();
  }

  #show() {
    const { root, round, words } = this;
    part(root, ".js-team-begin").hidden = round !== null;
    part(root, ".js-team-round").hidden = round === null;
    if (!round) return;
    this.#invite(round);
    part(root, ".js-team-sheets").hidden = round.sheets.length === 0;
    part(root, ".js-team-count").textContent = words.t("team.sheets", { n: round.sheets.length });
    this.#list(round);
    part(root, ".js-team-apart").hidden = round.apart.length === 0;
    part(root, ".js-team-apart-list").replaceChildren(...apartRows(words, round, this.actions));
    part(root, "[data-team=undo]").hidden = this.past.length === 0;
    this.picture.draw(round, this.before);
  }

  /** @param {Round} round whose codes are drawn once: that takes longer than all the rest */
  #invite({ code, groups, labels, name }) {
    const invited = JSON.stringify([code, groups, labels, name]);
    if (invited === this.invited || !this.round) return;
    this.invited = invited;
    const entries = invitationsOf(this.words, this.address, this.round, this.root.dataset.copy ?? "");
    part(this.root, ".js-team-invitations").replaceChildren(...entries);
  }

  /** @param {Round} round its sheets, where they are unfolded */
  #list(round) {
    const fold = /** @type {HTMLDetailsElement} */ (part(this.root, ".js-team-sheets"));
    const list = part(this.root, ".js-team-list");
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const number = /** @type {HTMLElement | null | undefined} */ (focused?.closest("li"))?.dataset.number;
    list.replaceChildren(...(fold.open ? sheetRows(this.words, this.model.dates, round, this.actions) : []));
    if (!focused) return;
    // A row that is drawn again keeps the focus that was in it; that of one which is gone goes above the list.
    const next = list.querySelector(`[data-number="${number}"] ${focused.localName}`) ?? part(fold, "summary");
    /** @type {HTMLElement} */ (next).focus();
  }

  /** @param {Found[]} found */
  #add(found) {
    if (!this.round) return;
    const { round, report } = addFound(this.round, found, new Date().toISOString());
    this.#report(reportOf(this.words, report));
    if (round.sheets.length !== this.round.sheets.length || report.replaced || report.apart || report.same)
      this.#become(round);
  }

  /** @param {Event} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    // That of the question closes it.
    if (!form.matches(".js-team-begin, .js-team-add")) return;
    event.preventDefault();
    if (form.matches(".js-team-begin")) return this.#begin(form);
    const field = /** @type {HTMLTextAreaElement} */ (part(form, "textarea"));
    const text = field.value;
    if (!text.trim()) return;
    const pasted = readPasted(this.model, text);
    const found = pasted.length === 0 && looksTyped(this.model, text) ? [readTyped(this.model, text)] : pasted;
    const [only] = found;
    // A single one that is wrong, such as a code that was typed, is corrected where it is.
    if (only && found.length === 1 && "problem" in only)
      return this.#report([only.excerpt, reasonFor(this.words, only)].join(": "));
    this.#add(found);
    if (found.length > 0) field.value = "";
  }

  /** @param {HTMLFormElement} form */
  #begin(form) {
    this.#become(roundFrom(this.model, form, new Date().toISOString()));
    arriveAt(part(this.root, "#team-invite"));
  }

  /** @param {Event} event */
  async #changed({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "groups") part(this.root, ".js-team-own").hidden = !target.value.includes("5");
    if (target.type !== "file" || !target.files) return;
    const files = [...target.files];
    if (target.matches(".js-team-files")) await this.#take(files);
    else await this.#open(files[0], target.matches(".js-team-before"));
    target.value = "";
  }

  /** @param {File | undefined} file with a round @param {boolean} isBefore whether it is an earlier one to compare with */
  async #open(file, isBefore) {
    if (!file) return;
    const round = file.size > LARGEST_ROUND ? { problem: "large" } : readRound(this.model, await file.text());
    if ("problem" in round) return this.#tell([file.name, this.words.t(`team.why-${round.problem}`)].join(": "));
    this.#tell("");
    if (!isBefore) return this.#become(round);
    this.before = round;
    this.#show();
    arriveAt(part(this.root, "#team-second"));
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    event.preventDefault();
    const { files } = event.dataTransfer ?? {};
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (this.round && files?.length) this.#take([...files]);
    else if (this.round && text) this.#add(readPasted(this.model, text));
  }

  /** @param {File[]} files */
  async #take(files) {
    const read = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        text: file.size > LARGEST_ROUND ? null : await file.text().catch(() => ""),
      })),
    );
    if (!this.round) return;
    const { round, report } = addFiles(this.model, this.round, read, new Date().toISOString());
    this.#report(reportOf(this.words, report));
    this.#become(round);
  }

  /** @param {Event} event */
  async #clicked({ target }) {
    const button = target instanceof Element ? target.closest("[data-team]") : null;
    const { round } = this;
    if (!button || !round) return;
    switch (button.getAttribute("data-team")) {
      case "undo":
        return this.#undo();
      case "agree":
        return this.#become(agreeOn(round));
      case "camera":
        return this.#film();
      case "large-codes":
        return this.projector.open(invitationParts(this.words, this.model.title, this.address, round));
      case "large":
        return this.projector.open(partsFor(this.view, round));
      case "slips":
        return this.#printSlips(round);
      case "print":
        return print();
      case "save":
        return this.picture.save("json", "application/json", roundFile(round, new Date()));
      case "csv":
        return this.picture.save("csv", "text/csv", roundTable(this.view, round));
      case "calendar":
        return this.picture.save("ics", "text/calendar", nextRoundDay(this.view, location.href));
      case "text":
        return this.picture.copyText(round);
      case "close":
        return /** @type {HTMLDialogElement} */ (part(this.root, ".js-team-question")).showModal();
    }
  }

  #undo() {
    const round = this.past.pop();
    if (!round) return;
    this.#report("");
    this.#become(round, false);
  }

  async #film() {
    if (this.watching) {
      this.watching();
      this.watching = null;
      return;
    }
    const video = /** @type {HTMLVideoElement} */ (part(this.root, ".js-team-camera"));
    this.watching = await watchCamera(video, (text) => this.#add(readPasted(this.model, text)));
    if (!this.watching) this.#report(this.words.t("team.no-camera"));
  }

  /** @param {Round} round */
  #printSlips(round) {
    const slips = slipsOf(this.words, this.model.title, this.address, round);
    this.root.append(slips);
    this.root.toggleAttribute("data-slips", true);
    addEventListener(
      "afterprint",
      () => {
        slips.remove();
        this.root.removeAttribute("data-slips");
      },
      { once: true },
    );
    print();
  }

  /** @param {HTMLDialogElement} question */
  #decided(question) {
    if (question.returnValue !== "close") return;
    question.returnValue = "";
    this.watching?.();
    this.watching = null;
    this.before = null;
    this.#become(null);
    this.#tell("");
    arriveAt(part(this.root, "#team-begin"));
  }

  /** @param {string} text what became of what was added */
  #report(text) {
    part(this.root, ".js-team-status").textContent = text;
  }

  /** @param {string} text what concerns the whole round; empty for nothing */
  #tell(text) {
    const message = part(this.root, ".js-team-message");
    message.hidden = !text;
    message.textContent = text;
    if (text) message.focus();
  }
}

class TeamMirror extends HTMLElement {
  #gone = new AbortController();

  async connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const holder = /** @type {HTMLTemplateElement} */ (part(this, ".js-data"));
    const data = JSON.parse(holder.content.textContent ?? "");
    const { kind } = /** @type {Model} */ (data.model);
    const found = await LATE_KINDS[kind].get().catch(() => null);
    if (signal.aborted) return;
    const message = part(this, ".js-team-message");
    message.hidden = found !== null;
    if (!found) {
      message.textContent = wordsOf(data.model).t("keep.not-loaded");
      addEventListener("online", () => this.connectedCallback(), { once: true, signal });
      return;
    }
    provideKind(kind, found);
    new TeamPage(this, data, signal);
  }

  disconnectedCallback() {
    this.#gone.abort();
  }
}

customElements.define("team-mirror", TeamMirror);
