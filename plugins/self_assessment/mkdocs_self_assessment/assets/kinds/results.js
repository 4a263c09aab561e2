// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { KindName, KindResult } from "../types/types.js" */

import { maturityResult } from "../../kinds/maturity/assets/result.js";
import { scenariosResult } from "../../kinds/scenarios/assets/result.js";
import { statementsResult } from "../../kinds/statements/assets/result.js";
import { twoFactorResult } from "../../kinds/two_factor/assets/result.js";

/** @type {Record<KindName, KindResult>} */
export const RESULTS = {
  statements: statementsResult,
  checklist: statementsResult,
  scenarios: scenariosResult,
  "two-factor": twoFactorResult,
  maturity: maturityResult,
};
