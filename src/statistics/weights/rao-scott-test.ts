import { covarianceOfCells } from './covariance-of-cells';
import { raoScottOfTable, type RaoScottTest } from './rao-scott-of-table';
import { unitsMinusStrata, type SurveyDesign } from './survey-design';
import { surveyTable } from './survey-table';

export type { RaoScottTest } from './rao-scott-of-table';

/**
 * Rao-Scott test: are two questions of a survey related? Pearson's chi-square of the weighted table, divided by the
 * design effects of the contrasts that independence sets to zero, so that clusters and weights do not pass for evidence.
 *
 * @param rowOf    category index of each row; null = no answer
 * @param columnOf the same of the other question
 * @param design   how the sample was drawn
 * @returns        F with df1 = (Σδ)²/Σδ² and df2 = df1 · (units − strata), units without weight included; null when the table is not at least 2 × 2 or a
 *                 stratum has a single unit
 * @throws RangeError if lengths differ or a code is not an index ≥ 0
 * @source Rao & Scott (1984), Annals of Statistics 12, 46-60; Thomas & Rao (1987); R: survey::svychisq(statistic = "F")
 * @example raoScottTest([0, 0, 1, 1, 0, 1], [0, 0, 1, 1, 1, 0], surveyDesign({ weights: [1, 1, 1, 1, 1, 1] }))?.p // => 0.48959
 */
export const raoScottTest = (
  rowOf: ArrayLike<number | null>,
  columnOf: ArrayLike<number | null>,
  design: SurveyDesign,
): RaoScottTest | null => {
  const table = surveyTable(rowOf, columnOf, design);
  if (table.rows < 2 || table.columns < 2 || unitsMinusStrata(design) < 1) return null;
  const covariance = covarianceOfCells(table.cellOf, table.rows * table.columns, design);
  return covariance && raoScottOfTable(table, covariance, unitsMinusStrata(design));
};
