// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { Kind } from "../types/types.js" */

import { statementsDrawing } from "../../kinds/statements/assets/drawing.js";
import { statementsRecord } from "../../kinds/statements/assets/record.js";
import { statementsResult } from "../../kinds/statements/assets/result.js";

/** @type {Kind} */
export const statementsKind = {
  drawing: statementsDrawing,
  record: statementsRecord,
  result: statementsResult,
};
