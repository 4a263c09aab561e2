/** Provides all kinds of self-assessments, of which a page fetches its own. */
import { KINDS } from "#self-assessment/kinds/all.js";
import { provideKind } from "#self-assessment/kinds/kinds.js";

for (const [name, kind] of Object.entries(KINDS)) provideKind(name, kind);
