import { takeTurns } from '../../platform/take-turns';
import { keepDataset } from './keep-dataset';
import { keepResults } from './keep-results';
import { superseded } from './problems';
import { readEarlierWave } from './read-earlier-wave';
import { readResults, type ReadResultsNeeds } from './read-results';
import { createChanges } from './changes';
import { createComparison } from './comparison';
import { createDatasets } from './datasets';
import type { DeskNeeds } from './desk-needs';
import { createExports } from './exports';
import { createFrozenTables } from './frozen';
import { createNumberProof } from './number-proof';
import { openDesk } from './open-desk';
import { createSegmentStore, keepColumns, noSegments, type ColumnsNeeds } from './segments';
import { createPriorities } from './priorities';
import { createPublications, type PublicationsNeeds } from './publications';
import { createSpheres } from './spheres';
import { createTables } from './tables';
import { createTexts } from './texts';
import { createVariables } from './variables';
import { extendWithDerived } from './variables/extend-set';
import { createWaveImport, createWaves, type UsesOf } from './waves';
import { wordResults } from './word-results';
import { createWeights } from './weights';
import { extendWithWeights } from './weights/extend-set';

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
  presentStillFigure,
  type FigureCard,
  type FigureSection,
  type KeyFigureTile,
} from './present';
export type { EvaluationResults } from './read-results';
export { givenRows } from './tables/given-rows';
export { presentSpheres, type SpheresView } from './spheres/present-page';
export type { Spheres } from './spheres/read-spheres';
export type {
  ChangeCause,
  FrozenTable,
  FrozenTables,
  FrozenWording,
  GivenTable,
  LaterObstacle,
  Recheck,
  TableLater,
  TableToday,
  ToFreeze,
} from './frozen';
export { isSummary, MEASURES, numberAddress, type Measure, type NumberProof, type NumberWanted } from './number-proof';
export type { DatasetName, OpenDataset } from './datasets';
export { findingDoor, focusText, type DoorFocus } from './finding-door';
export { addressOfTable, tableAt, type AddressedTable } from './tables/addressed-table';
export {
  columnName,
  conditionsText,
  listed,
  presentGiven,
  quotable,
  statementText,
  wordsOfGiven,
  type GivenOptions,
  type GivenWords,
} from './given';
export type { Quote, QuoteId } from './texts';
export { parseCodebook, readTextTable, type NewWave, type Wave, type WaveReport } from './waves';

export type AnalysisNeeds = Pick<ReadResultsNeeds, 'readEvaluation'> &
  Pick<DeskNeeds, 'listVersions' | 'readResponses' | 'readTexts' | 'readExpertRankings' | 'connection' | 'clock'> &
  Pick<ColumnsNeeds, 'countVersions' | 'numbered'> &
  Pick<PublicationsNeeds, 'changeSmallestGroup' | 'readProtectionLog'> & {
    /** Counts from raw answers alone, without what was sealed of them: for proofs. */
    readonly fromRawAnswers?: boolean;
  };

/** What it means: disclosed results of an evaluation, and everything that can be asked of its data sets; a desk for each. */
export const createAnalysis = ({ readEvaluation, connection, ...needs }: AnalysisNeeds) => {
  const waves = createWaves({ connection, clock: needs.clock });
  const segments = needs.fromRawAnswers === true ? noSegments : createSegmentStore(connection);
  const dataset = keepDataset({ readColumns: keepColumns({ ...needs, segments }) });
  const inTurns = takeTurns({ superseded });
  const extensions = [extendWithDerived({ connection }), extendWithWeights({ connection })];
  const datasets = createDatasets({ dataset, waves, extensions });
  const open = openDesk({ readEvaluation, datasets });
  const desk: DeskNeeds = {
    ...needs,
    connection,
    readEvaluation,
    openDesk: open,
    datasets,
    dataset,
  };
  const tables = createTables(desk);
  const publications = createPublications({ ...needs, ...desk });
  const desks = {
    changes: createChanges(desk),
    comparison: createComparison(desk),
    exports: createExports(desk),
    frozen: createFrozenTables({ ...desk, publications }),
    numberProof: createNumberProof({ ...desk, publications }),
    priorities: createPriorities(desk),
    publications,
    spheres: createSpheres(desk),
    tables,
    texts: createTexts(desk),
    variables: createVariables(desk),
    waveImport: createWaveImport({ ...desk, uses: [publishedFrom(publications)] }),
    weights: createWeights(desk),
  };
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await waves.ensureIndexes();
      await segments.ensureIndexes();
      for (const { ensureIndexes } of Object.values(desks)) await ensureIndexes();
    },
    ...desks,
    datasets,
    readResults: readResults({
      readEvaluation,
      dataset,
      results: keepResults(inTurns),
      readEarlierWave: readEarlierWave(waves),
    }),
    wordResults: wordResults(inTurns),
    readTable: tables.readTable,
    importWave: waves.importWave,
    listWaves: waves.listWaves,
  };
};

export type Analysis = ReturnType<typeof createAnalysis>;

/** What others have seen of a data set. */
const publishedFrom =
  ({ listPublications }: Pick<ReturnType<typeof createPublications>, 'listPublications'>): UsesOf =>
  async (evaluationId, code) =>
    (await listPublications(evaluationId)).filter(({ dataset }) => dataset === code).map(({ place }) => place.title);
