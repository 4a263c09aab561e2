// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind } from "../types/types.js" */

import { twoFactorDrawing } from "../../kinds/two_factor/assets/drawing.js";
import { twoFactorRecord } from "../../kinds/two_factor/assets/record.js";
import { twoFactorResult } from "../../kinds/two_factor/assets/result.js";
import { twoFactorScoring } from "../../kinds/two_factor/assets/scoring.js";

/** @type {Kind} */
export const twoFactorKind = {
  drawing: twoFactorDrawing,
  record: twoFactorRecord,
  result: twoFactorResult,
  scoring: twoFactorScoring,
};
