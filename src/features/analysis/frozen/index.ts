import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { DeskNeeds } from '../desk-needs';
import type { TableRequest } from '../domain/tables';
import type { PublicationPlace, Publications } from '../publications';
import type { FrozenTable, GivenTable, Recheck, TableToday } from './frozen-table';
import { freezeTable } from './freeze-table';
import { previewTable } from './preview-table';
import { createFieldworkStore } from '../waves/fieldwork-store';
import { readLater, type TableLater } from './read-later';
import { readToday } from './read-today';
import { recheckTable } from './recheck-table';
import { createFrozenStore } from './store';

export type * from './frozen-table';
export type { LaterObstacle, TableLater } from './read-later';

export interface FrozenNeeds extends Pick<
  DeskNeeds,
  'connection' | 'clock' | 'readEvaluation' | 'datasets' | 'listVersions'
> {
  readonly publications: Pick<Publications, 'publishTable' | 'previewTable' | 'readPublication'>;
}

export interface ToFreeze {
  /** Code of the data set; empty: the first. */
  readonly dataset: string;
  readonly request: TableRequest;
  readonly level: number;
  readonly place: PublicationPlace;
  readonly by: string;
}

/** Tables that findings and reports are made of, frozen so that they can be proven and asked again. */
export interface FrozenTables {
  /** Call once before the first request. */
  readonly ensureIndexes: () => Promise<void>;
  /** As it would be told now; nobody is told. @throws Problem as `readTable`, and `publications.gone` */
  readonly previewTable: (evaluationId: EvaluationId, wanted: Omit<ToFreeze, 'place' | 'by'>) => Promise<GivenTable>;
  /** Told for good. @throws Problem as `previewTable`, and `publications.busy` */
  readonly freezeTable: (evaluationId: EvaluationId, wanted: ToFreeze) => Promise<FrozenTable>;
  /** In the order asked for; those that are not there are left out. */
  readonly readFrozen: (evaluationId: EvaluationId, ids: readonly PublicationId[]) => Promise<readonly FrozenTable[]>;
  /** Counts again at its own cut and says what is not the same. */
  readonly recheckTable: (frozen: FrozenTable) => Promise<Recheck>;
  /** Counts the same request on all answers of today. */
  readonly readToday: (frozen: FrozenTable) => Promise<TableToday>;
  /** Counts these rows of the request in a later evaluation, where its questions are comparable; nobody is told. */
  readonly readLater: (frozen: FrozenTable, later: EvaluationId, rows: readonly string[]) => Promise<TableLater>;
}

export const createFrozenTables = ({ connection, ...needs }: FrozenNeeds): FrozenTables => {
  const store = createFrozenStore(connection);
  const own = { ...needs, store };
  return {
    ensureIndexes: store.ensureIndexes,
    previewTable: previewTable(own),
    freezeTable: freezeTable(own),
    readFrozen: store.several,
    recheckTable: recheckTable(own),
    readToday: readToday(own),
    readLater: readLater({ ...own, fieldwork: createFieldworkStore(connection) }),
  };
};
