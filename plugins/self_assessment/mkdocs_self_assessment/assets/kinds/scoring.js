// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { KindName, KindScoring } from "../types/types.js" */

import { maturityScoring } from "../../kinds/maturity/assets/scoring.js";
import { scenariosScoring } from "../../kinds/scenarios/assets/scoring.js";
import { twoFactorScoring } from "../../kinds/two_factor/assets/scoring.js";

/** @type {Partial<Record<KindName, KindScoring>>} */
export const SCORING = {
  scenarios: scenariosScoring,
  "two-factor": twoFactorScoring,
  maturity: maturityScoring,
};
