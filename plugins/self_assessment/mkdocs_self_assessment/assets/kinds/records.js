// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { KindName, KindRecord } from "../types/types.js" */

import { maturityRecord } from "../../kinds/maturity/assets/record.js";
import { scenariosRecord } from "../../kinds/scenarios/assets/record.js";
import { statementsRecord } from "../../kinds/statements/assets/record.js";
import { twoFactorRecord } from "../../kinds/two_factor/assets/record.js";

/** @type {Record<KindName, KindRecord>} */
export const RECORDS = {
  statements: statementsRecord,
  checklist: statementsRecord,
  scenarios: scenariosRecord,
  "two-factor": twoFactorRecord,
  maturity: maturityRecord,
};
