// @ts-check
/**
 * ResultTools and sharing are fetched only when there is a result: after the first, or when a link brings one.
 */
/** @import { Visit } from "../types/types.js" */

/** @param {Visit} visit @param {AbortSignal} signal */
export function whenThereIsAResult(visit, signal) {
  /** @type {Promise<import("./result-tools.js").ResultTools> | null} */
  let loading = null;
  const load = () =>
    (loading ??= import("./result-tools.js").then(({ ResultTools }) => new ResultTools(visit, signal)));
  const look = async () => {
    if (loading || location.hash.startsWith("#r=")) (await load()).open();
  };
  visit.root.addEventListener(
    "self-assessment:result",
    async (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      (await load()).show(detail);
    },
    { signal },
  );
  addEventListener("hashchange", look, { signal });
  look();
}
