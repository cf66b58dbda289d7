import type { EvaluationId } from '../../../platform/ids';
import type { ProtectionChange } from '../../evaluations';
import type { DeskNeeds } from '../desk-needs';
import { changeProtection, type ChangeProtectionNeeds } from './change-protection';
import { previewTable, publishTable } from './publish-table';
import { readPublication } from './read-publication';
import { createPublicationStore } from './store';
import { createToldGroups } from './told-groups';

export type { Publication, PublicationId, PublicationPlace } from './publication';
export type { PreviewedTable, PublishedTable, ToPublish } from './publish-table';

export interface PublicationsNeeds
  extends
    Pick<DeskNeeds, 'connection' | 'clock' | 'readEvaluation' | 'datasets' | 'dataset'>,
    Pick<ChangeProtectionNeeds, 'changeSmallestGroup'> {
  readonly readProtectionLog: (id: EvaluationId) => Promise<readonly ProtectionChange[]>;
}

/** The ledger of tables and numbers told to others: each is protected together with all before it. */
export const createPublications = ({ connection, ...given }: PublicationsNeeds) => {
  const store = createPublicationStore(connection);
  const needs = { ...given, toldGroups: createToldGroups(given) };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    publishTable: publishTable({ ...needs, store }),
    previewTable: previewTable({ ...needs, store }),
    readPublication: readPublication({ ...needs, store }),
    listPublications: store.allOf,
    changeProtection: changeProtection(needs),
    readProtection: async (id: EvaluationId) => ({
      evaluation: await needs.readEvaluation(id),
      changes: await needs.readProtectionLog(id),
      publications: await store.allOf(id),
    }),
  };
};

export type Publications = ReturnType<typeof createPublications>;
