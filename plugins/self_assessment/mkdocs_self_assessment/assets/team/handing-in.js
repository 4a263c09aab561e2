// @ts-check
/**
 * A reader who answers for a team's round: said at the top, and at the result the ways to hand in. Fetched only when a link
 * to a round was opened. Nothing is sent: each way is something that the reader shows, reads aloud, or gives away.
 */
/** @import { Answers, Visit } from "../types/types.js" */
/** @import { Joined } from "./joining.js" */

import { encodeAnswers } from "../codec/codec.js";
import { element, part } from "../dom/dom.js";
import { pageAddress } from "../dom/fragment.js";
import { download } from "../exchange/exchange.js";
import { fetched } from "../fetching/fetching.js";
import { notify } from "../notices/notices.js";
import { codeOf, newSheet, originOf, readInvitation } from "./code.js";
import { joinedRound, joinRound } from "./joining.js";
import { qrDrawing } from "./qr-drawing.js";

/** Of the QR code on a phone, in pixels. */
const SIZE = "260";

/** @typedef {Record<string, string>} HandWords texts by key */

/** @param {Visit} visit @param {AbortSignal} signal @returns {Promise<void>} rejected where a request is lost */
export async function answerForTeam(visit, signal) {
  const { root, store } = visit;
  const link = root.querySelector("a.js-team");
  if (!(link instanceof HTMLAnchorElement)) return;
  const found = await fetched(new URL(link.dataset.words ?? "", location.href));
  /** @type {HandWords} */
  const words = await found.json();
  if (signal.aborted) return;
  takeInvitation(store.prefix);
  const joined = joinedRound(store.prefix);
  if (joined) new HandIn(visit, joined, words, link.href, signal);
}

/** @param {string} prefix of what is stored of the self-assessment: the address may hold an invitation, which is taken out of it */
function takeInvitation(prefix) {
  if (!location.hash.startsWith("#t=")) return;
  const read = readInvitation(location.hash.slice(3));
  history.replaceState(history.state, "", location.pathname + location.search);
  const before = joinedRound(prefix);
  // The same link opened again is the same sheet; that of another group is another one.
  if (!read || (before && before.round === read.round && before.group === read.group)) return;
  joinRound(prefix, { ...read, sheet: newSheet() });
}

class HandIn {
  /**
   * @param {Visit} visit
   * @param {Joined} joined
   * @param {HandWords} words
   * @param {string} team address of the team's page
   * @param {AbortSignal} signal
   */
  constructor(visit, joined, words, team, signal) {
    this.visit = visit;
    this.joined = joined;
    this.words = words;
    this.team = team;
    this.section = element("section", "sa-note");
    const { root } = visit;
    root.addEventListener("self-assessment:result", (event) => this.#show(/** @type {CustomEvent} */ (event).detail), {
      signal,
    });
    root.addEventListener("self-assessment:erased", () => this.#leave(), { signal });
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#announce();
    if (!part(root, ".js-result").hidden) this.#show({ answers: visit.own() });
  }

  /** @param {string} key @returns {string} */
  #t(key) {
    return this.words[key] ?? key;
  }

  #announce() {
    const { group, label } = this.joined;
    const name = label || (group > 0 && this.words[`team.group-${group}`]) || "";
    const text = [this.#t("team.hand.note"), name && this.#t("team.hand.group").replace("{group}", () => name)]
      .filter(Boolean)
      .join(" ");
    const leave = /** @type {HTMLButtonElement} */ (element("button", "sa-link", this.#t("team.hand.leave")));
    leave.type = "button";
    leave.addEventListener("click", () => this.#leave());
    notify(this.visit.root, "round", element("p", "sa-note", text, " ", leave));
  }

  #leave() {
    joinRound(this.visit.store.prefix, null);
    notify(this.visit.root, "round", null);
    this.section.remove();
  }

  /** @param {Event} event who begins again may be another person at the same device */
  #clicked({ target }) {
    const action = target instanceof Element ? target.closest("[data-action]")?.getAttribute("data-action") : null;
    if (action !== "restart" && action !== "afresh") return;
    if (!joinedRound(this.visit.store.prefix)) return;
    this.joined = { ...this.joined, sheet: newSheet() };
    joinRound(this.visit.store.prefix, this.joined);
  }

  /** @param {{answers: Answers}} result that is on the page from now on */
  #show({ answers }) {
    const { root, model } = this.visit;
    if (root.hasAttribute("data-shared") || !joinedRound(this.visit.store.prefix)) return this.section.remove();
    const end = `#r=${encodeAnswers(model, answers)}&t=${originOf(this.joined)}`;
    const link = pageAddress() + end;
    const code = element("strong", "", codeOf(model, { ...this.joined, answers }));
    code.dir = "ltr";
    const qr = qrDrawing(this.team + end, this.#t("team.hand.title"));
    qr?.setAttribute("width", SIZE);
    qr?.setAttribute("height", SIZE);
    const field = /** @type {HTMLInputElement} */ (element("input", "sa-keep__field"));
    field.value = link;
    field.readOnly = true;
    field.dir = "ltr";
    field.addEventListener("focus", () => field.select());
    const file = /** @type {HTMLButtonElement} */ (element("button", "sa-button", this.#t("team.hand.file")));
    file.type = "button";
    file.addEventListener("click", () =>
      download(`${model.id}-${this.joined.sheet}.txt`, "text/plain", `${model.title}\n${link}\n`),
    );
    this.section.replaceChildren(
      element("h3", "", this.#t("team.hand.title")),
      element("p", "", this.#t("team.hand.text")),
      ...(qr ? [qr] : []),
      element("p", "", `${this.#t("team.hand.code")}: `, code),
      element("p", "", element("label", "", `${this.#t("team.hand.link")} `, field)),
      element("p", "sa-buttons", ...this.#sharing(link), file),
    );
    if (!this.section.isConnected) part(root, ".js-overall-band").after(this.section);
  }

  /** @param {string} url @returns {HTMLElement[]} a button for the device's own sheet, where it has one */
  #sharing(url) {
    if (!("share" in navigator)) return [];
    const button = /** @type {HTMLButtonElement} */ (
      element("button", "sa-button sa-button--primary", this.#t("team.hand.title"))
    );
    button.type = "button";
    button.addEventListener("click", () => navigator.share({ title: this.visit.model.title, url }).catch(() => {}));
    return [button];
  }
}
