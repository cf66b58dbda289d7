export * from './agreement';
export * from './association';
export { correlationMatrix, pairwiseCorrelations, type PairwiseCorrelations } from './association/correlation-matrix';
export { kendallCorrelation, type KendallCorrelation } from './association/kendall-correlation';
export { partialCorrelation } from './association/partial-correlation';
export { pearsonCorrelation, type PearsonCorrelation } from './association/pearson-correlation';
export { spearmanCorrelation, type SpearmanCorrelation } from './association/spearman-correlation';
export { spearmanExactP } from './association/spearman-exact';
export * from './compare';
export { adjustBenjaminiHochberg } from './compare/adjust-benjamini-hochberg';
export { adjustBenjaminiYekutieli } from './compare/adjust-benjamini-yekutieli';
export { adjustBonferroni } from './compare/adjust-bonferroni';
export { adjustHochberg } from './compare/adjust-hochberg';
export { adjustHolm } from './compare/adjust-holm';
export {
  differenceOfEstimates,
  type DifferenceOfEstimates,
  type IntervalEstimate,
} from './compare/difference-of-estimates';
export { equivalenceTest, type EquivalenceTest, type EstimatedDifference } from './compare/equivalence-test';
export { meanControlLimits } from './compare/mean-control-limits';
export { pairsOfGroups, type PairOfGroups } from './compare/pairs';
export { sampleSizeOfTwoMeans, type TwoMeanSampleSize } from './compare/sample-size-of-two-means';
export { welchTest, type WelchTest } from './compare/welch-test';
export * from './describe';
export { binaryUnit } from './describe/binary-unit';
export { jarqueBeraTest } from './describe/jarque-bera-test';
export { shapiroWilkTest } from './describe/shapiro-wilk-test';
export * from './distributions';
export type { Interval } from './interval';
export * from './proportion';
export { bordaMean } from './ranking/borda-mean';
export { designMatrix, type DesignMatrix, type Predictor } from './regression/design-matrix';
export { discrimination, type Discrimination } from './regression/discrimination';
export { driverIntervals, type DriverIntervals, type Resampling } from './regression/driver-intervals';
export { durbinWatson } from './regression/durbin-watson';
export { importancePerformance, type ImportancePerformance, type Quadrant } from './regression/importance-performance';
export { keyDrivers, type KeyDriver } from './regression/key-drivers';
export { linearRegression, type LinearRegression } from './regression/linear-regression';
export { logisticRegression, type LogisticRegression } from './regression/logistic-regression';
export { ordinalLogit, type OrdinalLogit } from './regression/ordinal-logit';
export {
  regressionOfCells,
  type CellRegression,
  type LinearContrast,
  type RegressionCell,
} from './regression/regression-of-cells';
export { robustErrors, type RobustKind } from './regression/robust-errors';
export { standardisedCoefficients } from './regression/standardised-coefficients';
export { varianceInflation } from './regression/variance-inflation';
export { seededRandom, type Random } from './resampling/seeded-random';
export { bartlettSphericity, type BartlettSphericity } from './scale/bartlett-sphericity';
export { cronbachAlpha, type CronbachAlpha } from './scale/cronbach-alpha';
export { dependentItem } from './scale/dependent-item';
export { itemAnalysis, type ItemAnalysis, type ItemStatistics } from './scale/item-analysis';
export { kaiserMeyerOlkin, type SamplingAdequacy } from './scale/kaiser-meyer-olkin';
export type { Loadings } from './scale/loadings';
export { mcdonaldOmega, type McdonaldOmega } from './scale/mcdonald-omega';
export { mlFactors, type MlFactors } from './scale/ml-factors';
export { oblimin, obliminRaw, type ObliqueSolution } from './scale/oblimin';
export { principalAxisFactors, type PrincipalAxisFactors } from './scale/principal-axis-factors';
export { principalComponents, type PrincipalComponents } from './scale/principal-components';
export { reverseItem } from './scale/reverse-item';
export { splitHalf } from './scale/split-half';
export { varimax } from './scale/varimax';
export { calibrate, type CalibratedDesign } from './weights/calibrate';
export type { CalibrationMethod } from './weights/calibration-distance';
export {
  finitePopulationFactor,
  finitePopulationMean,
  finitePopulationShare,
  textbookPopulationFactor,
  type FinitePopulationMean,
  type FinitePopulationShare,
} from './weights/finite-population';
export { jackknife, type Jackknife } from './weights/jackknife';
export type { Margin } from './weights/margin';
export {
  differenceFromSums,
  meanFromSums,
  type DifferenceFromSums,
  type GroupSums,
  type MeanFromSums,
} from './weights/mean-from-sums';
export { postStratify } from './weights/post-stratify';
export { rake } from './weights/rake';
export { rakeInRounds, rakeToShares, rakeWeights, type Raking } from './weights/rake-weights';
export { raoScottOfCells, type WeightedCells } from './weights/rao-scott-of-cells';
export { raoScottTest, type RaoScottTest } from './weights/rao-scott-test';
export { surveyDesign, type SurveyDesign, type SurveyRows } from './weights/survey-design';
export { surveyMean, type SurveyMean } from './weights/survey-mean';
export { surveyProportions, type SurveyProportion } from './weights/survey-proportions';
export { surveyQuantile, type QuantileRule } from './weights/survey-quantile';
export { surveyRatio } from './weights/survey-ratio';
export { surveyLinearRegression, surveyLogisticRegression, type SurveyRegression } from './weights/survey-regression';
export { surveyTTest, type SurveyTTest } from './weights/survey-t-test';
export { surveyTable, type SurveyTable } from './weights/survey-table';
export { surveyTotal, type SurveyTotal } from './weights/survey-total';
export { surveyWaldTest, type SurveyWaldTest } from './weights/survey-wald-test';
export { trimWeights } from './weights/trim-weights';
export { covarianceOfTotals, varianceOfTotal } from './weights/variance-of-totals';
export { weightDiagnostics, type WeightDiagnostics } from './weights/weight-diagnostics';
