import type { Clock } from '../../platform/clock';
import type { Connection } from '../../platform/storage';
import type { EvaluationId } from '../../platform/ids';
import type { PublishedVersion } from '../questionnaires';
import type { NumberedTexts, Response, ResponseScope, TextsWanted } from '../responses';
import type { Datasets } from './datasets';
import type { KeepDataset } from './keep-dataset';
import type { OpenDesk, OpenDeskNeeds } from './open-desk';

/** What every desk of analysis is built from. */
export interface DeskNeeds {
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
  readonly readResponses: (scope: ResponseScope, id: EvaluationId) => Promise<readonly Response[]>;
  /** What was written to a few questions, by responses with higher numbers, at most so many. */
  readonly readTexts: (wanted: TextsWanted, after: number, most: number) => Promise<readonly NumberedTexts[]>;
  /** Orders of spheres that experts gave on sheets at a meeting, the most important first. */
  readonly readExpertRankings: (id: EvaluationId) => Promise<readonly (readonly string[])[]>;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly readEvaluation: OpenDeskNeeds['readEvaluation'];
  readonly openDesk: OpenDesk;
  readonly datasets: Datasets;
  readonly dataset: KeepDataset;
}
