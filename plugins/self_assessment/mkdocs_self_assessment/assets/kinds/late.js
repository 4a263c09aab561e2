// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind, KindName } from "../types/types.js" */

import { LateScript } from "../fetching/fetching.js";

/** @type {Record<KindName, LateScript<Kind>>} */
export const LATE_KINDS = {
  statements: new LateScript(
    async () => (await import("./statements.js")).statementsKind,
    new URL("./statements.js", import.meta.url),
  ),
  checklist: new LateScript(
    async () => (await import("./statements.js")).statementsKind,
    new URL("./statements.js", import.meta.url),
  ),
  scenarios: new LateScript(
    async () => (await import("./scenarios.js")).scenariosKind,
    new URL("./scenarios.js", import.meta.url),
  ),
  "two-factor": new LateScript(
    async () => (await import("./two-factor.js")).twoFactorKind,
    new URL("./two-factor.js", import.meta.url),
  ),
  maturity: new LateScript(
    async () => (await import("./maturity.js")).maturityKind,
    new URL("./maturity.js", import.meta.url),
  ),
};
