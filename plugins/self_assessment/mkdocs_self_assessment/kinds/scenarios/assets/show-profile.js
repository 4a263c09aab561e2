// @ts-check
/**
 * The style profile of a result: how often each style was chosen, flexibility, effectiveness, and the
 * choices compared with the fitting styles.
 */
/** @import { Figure, StyleProfile, View } from "../../../assets/types/types.js" */

import { barOf, drawing } from "../../../assets/charts/bars.js";
import { styleTone, toneOf } from "../../../assets/charts/tones.js";
import { part } from "../../../assets/dom/dom.js";
import { nth } from "../../../assets/lists/lists.js";
import { copiesOf, textOf } from "../../../assets/result/texts.js";

/** @param {View} view @param {StyleProfile | null} profile */
export function showProfile(view, profile) {
  const section = view.root.querySelector(".js-styles");
  if (!(section instanceof HTMLElement)) return;
  section.hidden = profile === null;
  if (!profile) return;
  showCounts(view, profile);
  const { t, signed } = view.words;
  showFigure(view, "flexibility", profile.flexibility, t("styles.flexibility"));
  const { low, high, points, value } = profile.effectiveness;
  const key = value === null ? "styles.effectiveness-none" : "styles.effectiveness";
  showFigure(
    view,
    "effectiveness",
    profile.effectiveness,
    t(key, { points: signed(points), low: signed(low), high: signed(high) }),
  );
  showTable(view, profile);
}

/** @param {View} view @param {StyleProfile} profile */
function showCounts({ root, model, words }, { counts, answered, primary, secondary }) {
  const rank = (/** @type {number} */ style) =>
    primary.includes(style)
      ? words.t("styles.is-primary")
      : secondary.includes(style)
        ? words.t("styles.is-secondary")
        : "";
  const bars = (model.styles ?? []).map(({ id, title }, style) => ({
    id,
    name: title,
    tone: styleTone(style),
    figure: words.t("answered", { answered: nth(counts, style), total: answered }),
    value: (100 * nth(counts, style)) / answered,
    note: primary.length < counts.length ? rank(style) : "",
  }));
  const chart = part(root, ".js-styles-chart");
  chart.replaceChildren(...bars.map(barOf));
  const list = bars
    .map(({ name, figure, note }) => (note ? `${name}: ${figure} (${note})` : `${name}: ${figure}`))
    .join("; ");
  chart.setAttribute("aria-label", words.t("styles.chart", { list }));
}

/** @param {View} view @param {"flexibility" | "effectiveness"} name @param {Figure} figure @param {string} how it came about */
function showFigure({ root, model, words }, name, { value, band }, how) {
  const section = part(root, `[data-figure=${name}]`);
  part(section, ".js-detail-figure").textContent = value === null ? "" : words.t("out-of", { score: value });
  const bands = model[name] ?? [];
  section.dataset.tone = `${toneOf(bands, value)}`;
  part(section, ".js-detail-verdict").textContent = bands[band ?? -1]?.name ?? "";
  part(section, ".js-detail-bar").replaceChildren(...(value === null ? [] : [drawing(value, bands)]));
  part(section, ".js-detail-how").textContent = how;
  const text = band === null ? null : textOf(root, "band", `${name}:${band}`);
  part(section, ".js-detail-text").replaceChildren(...copiesOf(text));
}

/** @param {View} view @param {StyleProfile} profile */
function showTable({ root, words }, { table, answered, over, under }) {
  const { t, number } = words;
  const counts = table.flat();
  root.querySelectorAll(".js-style-table tbody td").forEach((cell, index) => {
    const count = nth(counts, index);
    cell.textContent = number(count);
    cell.toggleAttribute("data-none", count === 0);
  });
  const halves = { over, under, as: answered - over - under };
  for (const [half, count] of Object.entries(halves)) part(root, `.js-style-${half}`).textContent = number(count);
  part(root, ".js-styles-direction").textContent = [
    t("styles.as", { count: halves.as, total: answered }),
    t("styles.over", { n: over }),
    t("styles.under", { n: under }),
  ].join(" ");
}
