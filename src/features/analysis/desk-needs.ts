import type { Clock } from '../../platform/clock';
import type { Connection } from '../../platform/storage';
import type { Datasets } from './datasets';
import type { KeepDataset, KeepDatasetNeeds } from './keep-dataset';
import type { OpenDesk, OpenDeskNeeds } from './open-desk';

/** What every desk of analysis is built from. */
export interface DeskNeeds extends Pick<KeepDatasetNeeds, 'listVersions' | 'readResponses'> {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly readEvaluation: OpenDeskNeeds['readEvaluation'];
  readonly openDesk: OpenDesk;
  readonly datasets: Datasets;
  readonly dataset: KeepDataset;
}
