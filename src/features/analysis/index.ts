import type { Clock } from '../../platform/clock';
import type { Connection } from '../../platform/storage';
import { keepDataset, type KeepDatasetNeeds } from './keep-dataset';
import { readResults, type ReadResultsNeeds } from './read-results';
import { keepTabulated } from './tables/keep-tabulated';
import { readTable, type ReadTableNeeds } from './tables/read-table';
import { createWaves } from './waves';

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
export { parseCodebook, readTextTable, type NewWave, type Wave, type WaveReport } from './waves';

export type AnalysisNeeds = Pick<ReadResultsNeeds, 'readEvaluation'> &
  Omit<KeepDatasetNeeds, 'clock'> & { readonly clock: Clock; readonly connection: Connection };

/** What it means: disclosed results of an evaluation, and tables of any of its data sets. */
export const createAnalysis = ({ readEvaluation, connection, ...needs }: AnalysisNeeds) => {
  const waves = createWaves({ connection, clock: needs.clock });
  const dataset = keepDataset(needs);
  const tables: ReadTableNeeds = { readEvaluation, ...keepTabulated({ dataset, waves }) };
  return {
    /** Call once before the first request. */
    ensureIndexes: waves.ensureIndexes,
    readResults: readResults({ readEvaluation, dataset }),
    readTable: readTable(tables),
    importWave: waves.importWave,
    listWaves: waves.listWaves,
  };
};

export type Analysis = ReturnType<typeof createAnalysis>;
