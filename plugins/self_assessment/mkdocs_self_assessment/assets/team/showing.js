// @ts-check
/**
 * The picture of a team on the page, and what of it is taken along.
 */
/** @import { TeamView } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { element, part } from "../dom/dom.js";
import { download } from "../exchange/exchange.js";
import { pngOf } from "../image/image.js";
import { buttonOf } from "../result-tools/tables.js";
import { copy } from "../sharing/sharing.js";
import { changesPart } from "./changes.js";
import { partsFor } from "./figures.js";
import { isHeld } from "./statistics.js";
import { imageFrom, summaryOf } from "./taking-along.js";

export class TeamPicture {
  /** @param {TeamView} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {Round} round @param {Round | null} before an earlier one to compare with */
  draw(round, before) {
    const parts = partsFor(this.view, round);
    part(this.view.root, ".js-team-held").hidden = parts.length === 0 || !isHeld(round);
    part(this.view.root, ".js-team-few").hidden = parts.length > 0;
    const { words } = this.view;
    const facts = [round.name, words.date(new Date(round.begun)), words.t("team.sheets", { n: round.sheets.length })];
    part(this.view.root, ".js-team-facts").textContent = facts.filter(Boolean).join(" · ");
    part(this.view.root, ".js-team-large").hidden = parts.length === 0;
    const figures = parts.map(({ title, content }) => {
      const section = element("section", "sa-team__figure", element("h3", "", title), ...content);
      const drawing = content.find((node) => node instanceof SVGElement);
      if (drawing) section.append(this.#images(/** @type {SVGElement} */ (drawing), title));
      return section;
    });
    part(this.view.root, ".js-team-figures").replaceChildren(...figures);
    const changes = before ? changesPart(this.view, before, round).content : [];
    part(this.view.root, ".js-team-changes").replaceChildren(...changes);
  }

  /** @param {SVGElement} drawing @param {string} title */
  #images(drawing, title) {
    const save = (/** @type {"svg" | "png"} */ ending) => async () => {
      const names = [...(drawing.closest("section")?.querySelectorAll(".js-strip-name") ?? [])];
      const image = imageFrom(drawing, title, /** @type {HTMLElement[]} */ (names));
      const blob = ending === "svg" ? new Blob([image.svg], { type: "image/svg+xml" }) : await pngOf(image);
      this.save(ending, blob.type, blob);
    };
    const buttons = /** @type {const} */ (["png", "svg"]).map((ending) => {
      const button = buttonOf(ending.toUpperCase(), save(ending));
      button.setAttribute("aria-label", `${ending.toUpperCase()}: ${title}`);
      return button;
    });
    return element("p", "sa-buttons sa-team__images", ...buttons);
  }

  /** @param {Round} round as a text for the minutes */
  async copyText(round) {
    const copied = await copy(summaryOf(this.view, round, partsFor(this.view, round)));
    part(this.view.root, ".js-team-kept").textContent = this.view.words.t(copied ? "keep.copied" : "keep.no-copy");
  }

  /** @param {string} ending @param {string} type @param {string | Blob} content */
  save(ending, type, content) {
    download(`${this.view.model.id}-${new Date().toISOString().slice(0, 10)}.${ending}`, type, content);
  }
}
