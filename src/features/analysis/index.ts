import type { Clock } from '../../platform/clock';
import { keepDataset, type KeepDatasetNeeds } from './keep-dataset';
import { readResults, type ReadResultsNeeds } from './read-results';

export { FIGURE_TOKENS, figureHeight, NO_FILTER, paintFigure, SECTIONS } from './domain';
export type {
  Disclosed,
  Figure,
  FigureChart,
  FigureTable,
  Palette,
  Results,
  ResultsFilter,
  Section,
  Viewpoint,
} from './domain';
export {
  presentFigureCard,
  presentFigures,
  presentKpis,
  type FigureCard,
  type FigureSection,
  type KeyFigureTile,
} from './present';
export type { EvaluationResults } from './read-results';

export type AnalysisNeeds = Pick<ReadResultsNeeds, 'readEvaluation'> &
  Omit<KeepDatasetNeeds, 'clock'> & { readonly clock: Clock };

/** What it means: disclosed results of an evaluation. */
export const createAnalysis = ({ readEvaluation, ...needs }: AnalysisNeeds) => ({
  readResults: readResults({ readEvaluation, dataset: keepDataset(needs) }),
});

export type Analysis = ReturnType<typeof createAnalysis>;
