// @ts-check
// Written by `make types` from the Python model: change that, not this file.
/** @import { KindForm, KindName } from "../types/types.js" */

import { scenariosForm } from "../../kinds/scenarios/assets/form.js";

/** @type {Partial<Record<KindName, KindForm>>} */
export const FORMS = {
  scenarios: scenariosForm,
};
