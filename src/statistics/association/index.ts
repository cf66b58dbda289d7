export { chiSquareTest, type ChiSquareTest } from './chi-square-test';
export { concordance, type Concordance } from './concordance';
export {
  tableMargins,
  withoutEmptyCategories,
  type Counts,
  type TableMargins,
  type TableWithoutEmpty,
} from './contingency-table';
export { cellChances, type CellChances, type FixedMargins } from './conditional-table';
export { chiSquareAssociation, type ChiSquareAssociation } from './cramers-v';
export { crossTabulate, crossTabulateWeighted, type TableSize, type WeightedTable } from './cross-tabulate';
export { exactTableP } from './exact-table-p';
export { expectedCounts } from './expected-counts';
export { fisherExact, type FisherTest } from './fisher-exact';
export { fisherExact2x2, type FisherTwoByTwo } from './fisher-exact-2x2';
export { goodmanKruskalGamma } from './goodman-kruskal-gamma';
export { goodmanKruskalLambda, type DirectedAssociation } from './goodman-kruskal-lambda';
export { goodmanKruskalTau } from './goodman-kruskal-tau';
export { kendallTauBOfTable, stuartTauC } from './kendall-tau-of-table';
export { likelihoodRatioTest } from './likelihood-ratio-test';
export type { OrdinalCoefficient } from './ordinal-coefficient';
export { randomTable, type TableTotals } from './random-table';
export { scoreCorrelation, type ScoreCorrelation } from './score-correlation';
export { somersD, type SomersD } from './somers-d';
export { columnPercents, rowPercents, totalPercents, type Percents } from './table-percents';
export { tableResiduals, type TableResiduals } from './table-residuals';
export { uncertaintyCoefficient } from './uncertainty-coefficient';
export { bowkerTest, type BowkerTest } from './bowker-test';
export { breslowDayTest, type BreslowDayTest } from './breslow-day-test';
export { cochranArmitageTest, type TrendTest } from './cochran-armitage-test';
export {
  cochranMantelHaenszelTest,
  type CochranMantelHaenszelTest,
  type StratifiedTest,
} from './cochran-mantel-haenszel-test';
export { cochranQTest, type CochranQTest } from './cochran-q-test';
export { columnLetters, columnProportionTests, type ColumnTests, type RowOfColumnTests } from './column-proportions';
export type { Fourfold } from './fourfold';
export { mantelHaenszelTest, type MantelHaenszelTest } from './mantel-haenszel-test';
export { mcnemarTest, type McNemarTest } from './mcnemar-test';
