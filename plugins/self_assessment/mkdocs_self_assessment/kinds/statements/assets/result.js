// @ts-check
/**
 * The result of statements: the score of the whole.
 */
/** @import { KindResult } from "../../../assets/types/types.js" */

import { bandTextOf, reasonOf } from "../../../assets/result/dimensions.js";
import { scoreSources } from "../../../assets/result/sources.js";
import { copiesOf } from "../../../assets/result/texts.js";

/** @type {KindResult} */
export const statementsResult = {
  sources: scoreSources,

  verdict(view, { overall }) {
    const { t } = view.words;
    const { value, answered, applicable } = overall;
    const sentence =
      value === null
        ? reasonOf(view, overall, "overall-")
        : `${t("overall", { score: value })} ${t("basis", { answered, total: applicable, n: applicable })}`;
    return { sentence, texts: copiesOf(bandTextOf(view, overall)) };
  },
};
