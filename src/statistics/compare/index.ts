export { analysisOfVariance, type AnalysisOfVariance } from './analysis-of-variance';
export { bartlettTest, type ChiSquareStatistic } from './bartlett-test';
export { meanDifference, type MeanDifference } from './cohen-d';
export { flignerKilleenTest } from './fligner-killeen-test';
export { gamesHowellTest } from './games-howell-test';
export { leveneTest } from './levene-test';
export { oneSampleTTest, type OneSampleTTest } from './one-sample-t-test';
export { pairedTTest, type PairedTTest } from './paired-t-test';
export { pairwiseTTests, type PairwiseTTests } from './pairwise-t-tests';
export { pooledSd } from './pooled-sd';
export { studentTest } from './student-test';
export { tukeyTest, type RangeComparison, type TukeyTest } from './tukey-test';
export { brownForsytheAnalysisOfVariance, welchAnalysisOfVariance, type FTest } from './welch-analysis-of-variance';
export { dunnTest, type DunnTest } from './dunn-test';
export { friedmanTest, type FriedmanTest } from './friedman-test';
export { groupRanks, type GroupRanks } from './group-ranks';
export { kruskalWallisTest, type KruskalWallisTest } from './kruskal-wallis-test';
export { mannWhitneyTest, type MannWhitneyTest } from './mann-whitney-test';
export { pairwiseMannWhitneyTests, type PairwiseMannWhitneyTests } from './pairwise-mann-whitney-tests';
export {
  chanceAsFar,
  chosenRankSums,
  signedRankSums,
  tailsOf,
  type RankSumChances,
  type Tails,
} from './permuted-ranks';
export { signTest, type SignTest } from './sign-test';
export { signedRankTest, type SignedRankTest } from './signed-rank-test';
export { splitByGroup } from './split-by-group';
