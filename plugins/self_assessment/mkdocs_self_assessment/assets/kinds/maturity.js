// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind } from "../types/types.js" */

import { maturityDrawing } from "../../kinds/maturity/assets/drawing.js";
import { maturityRecord } from "../../kinds/maturity/assets/record.js";
import { maturityResult } from "../../kinds/maturity/assets/result.js";
import { maturityScoring } from "../../kinds/maturity/assets/scoring.js";

/** @type {Kind} */
export const maturityKind = {
  drawing: maturityDrawing,
  record: maturityRecord,
  result: maturityResult,
  scoring: maturityScoring,
};
