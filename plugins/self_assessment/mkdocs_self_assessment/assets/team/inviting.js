// @ts-check
/**
 * The links and QR codes of a round, one for each group, on the screen and as slips to cut out.
 */
/** @import { Words } from "../types/types.js" */
/** @import { Part } from "./figures.js" */
/** @import { Round } from "./round.js" */

import { element } from "../dom/dom.js";
import { buttonOf } from "../result-tools/tables.js";
import { copy } from "../sharing/sharing.js";
import { invitationOf } from "./code.js";
import { qrDrawing } from "./qr-drawing.js";
import { groupName } from "./words.js";

const SLIPS = 12;

/** @param {string} address of the self-assessment's page @param {Round} round @param {number} group @returns {string} */
export function invitationLink(address, { code, labels }, group) {
  return `${address.replace(/[?#].*$/s, "")}#t=${invitationOf(code, group, labels[group] ?? "")}`;
}

/**
 * @param {Words} words
 * @param {string} address
 * @param {Round} round
 * @param {string} copying what the button for it says
 * @returns {HTMLElement[]} a list's entries
 */
export function invitationsOf(words, address, round, copying) {
  const groups = round.groups.length > 0 ? round.groups : [0];
  return groups.map((group) => {
    const link = invitationLink(address, round, group);
    const name = group === 0 ? round.name : groupName(words, round, group);
    const field = /** @type {HTMLInputElement} */ (element("input", "sa-keep__field"));
    field.value = link;
    field.readOnly = true;
    field.dir = "ltr";
    field.setAttribute("aria-label", `${words.t("team.hand.link")} ${name}`.trim());
    const status = element("span", "sa-keep__status");
    status.setAttribute("role", "status");
    const button = buttonOf(copying, async () => {
      const copied = await copy(link);
      if (!copied) field.select();
      status.textContent = words.t(copied ? "keep.copied" : "keep.copy-yourself");
    });
    const qr = qrDrawing(link, name);
    const title = name ? [element("h3", "", name)] : [];
    return element("li", "", ...title, ...(qr ? [qr] : []), field, element("p", "sa-buttons", button, status));
  });
}

/** @param {Words} words @param {string} title @param {string} address @param {Round} round @returns {Part[]} for a projector: one code after the other */
export function invitationParts(words, title, address, round) {
  const groups = round.groups.length > 0 ? round.groups : [0];
  return groups.map((group) => {
    const link = invitationLink(address, round, group);
    const name = group === 0 ? title : groupName(words, round, group);
    const qr = qrDrawing(link, name);
    const written = element("p", "sa-slip__link", link);
    written.dir = "ltr";
    return { title: name, content: qr ? [qr, written] : [written] };
  });
}

/** @param {Words} words @param {string} title @param {string} address @param {Round} round @returns {HTMLElement} a page of slips for each group */
export function slipsOf(words, title, address, round) {
  const groups = round.groups.length > 0 ? round.groups : [0];
  const pages = groups.map((group) => {
    const link = invitationLink(address, round, group);
    const name = group === 0 ? "" : groupName(words, round, group);
    const slips = Array.from({ length: SLIPS }, () => {
      const qr = qrDrawing(link);
      const lines = [
        element("strong", "", title),
        ...[name, round.name].filter(Boolean).map((text) => element("span", "", text)),
      ];
      const text = element("span", "sa-slip__words", ...lines, element("span", "sa-slip__link", link));
      return element("li", "sa-slip", ...(qr ? [qr] : []), text);
    });
    return element("ul", "sa-slips", ...slips);
  });
  return element("div", "sa-team__slips", ...pages);
}
