export { buildWave, type BuiltWave, type PlannedColumn, type WaveSources } from './build-wave';
export {
  NO_CHOICES,
  type CellFix,
  type ColumnChoice,
  type Decision,
  type RecodingChoice,
  type WaveChoices,
} from './choices';
export { codebookOfRows, type CodebookRemark } from './codebook-of-rows';
export { describeColumns, withoutColumn, type DescribedColumn } from './describe-columns';
export { groupRemarks, type CellProblem } from './group-remarks';
export { judge, hasSameAnswers, type Judgement, type JudgementReason } from './judge';
export { respondentsApart, sharedQuestions, type SharedQuestion } from './overlap';
export { suggestRecoding, type Recoding } from './recode';
export { suggestTarget, type Suggestion } from './suggest-target';
export { tableOfRows, type TableRemark, type WaveTable } from './table-of-rows';
export { comparisonCodeOf, targetKey, wordingsOf, type Target } from './target';
