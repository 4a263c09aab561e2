// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind, KindName } from "../types/types.js" */

import { maturityKind } from "./maturity.js";
import { scenariosKind } from "./scenarios.js";
import { statementsKind } from "./statements.js";
import { twoFactorKind } from "./two-factor.js";

/** @type {Record<KindName, Kind>} */
export const KINDS = {
  statements: statementsKind,
  checklist: statementsKind,
  scenarios: scenariosKind,
  "two-factor": twoFactorKind,
  maturity: maturityKind,
};
