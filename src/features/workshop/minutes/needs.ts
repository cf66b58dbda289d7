import type { DeskNeeds } from '../needs';
import type { RecordNeeds } from './read-record';
import type { MinutesStore } from './store';

/** Minutes are made from what the other desks of a meeting keep. */
export type MinutesNeeds = DeskNeeds & RecordNeeds;

/** What acts on minutes work with. */
export interface MinutesActs extends Pick<MinutesNeeds, 'clock' | 'mail' | 'reports'> {
  readonly store: MinutesStore;
}
