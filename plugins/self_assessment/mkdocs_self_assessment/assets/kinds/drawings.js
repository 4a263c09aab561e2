// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { KindDrawing, KindName } from "../types/types.js" */

import { maturityDrawing } from "../../kinds/maturity/assets/drawing.js";
import { statementsDrawing } from "../../kinds/statements/assets/drawing.js";
import { twoFactorDrawing } from "../../kinds/two_factor/assets/drawing.js";

/** @type {Partial<Record<KindName, KindDrawing>>} */
export const DRAWINGS = {
  statements: statementsDrawing,
  checklist: statementsDrawing,
  "two-factor": twoFactorDrawing,
  maturity: maturityDrawing,
};
