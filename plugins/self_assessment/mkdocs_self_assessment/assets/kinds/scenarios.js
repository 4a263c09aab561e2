// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind } from "../types/types.js" */

import { scenariosRecord } from "../../kinds/scenarios/assets/record.js";
import { scenariosResult } from "../../kinds/scenarios/assets/result.js";
import { scenariosScoring } from "../../kinds/scenarios/assets/scoring.js";

/** @type {Kind} */
export const scenariosKind = {
  record: scenariosRecord,
  result: scenariosResult,
  scoring: scenariosScoring,
};
