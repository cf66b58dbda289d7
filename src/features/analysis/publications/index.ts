import type { DeskNeeds } from '../desk-needs';
import { publishTable } from './publish-table';
import { readPublication } from './read-publication';
import { createPublicationStore } from './store';

export type { Publication, PublicationId, PublicationPlace } from './publication';
export type { PublishedTable, ToPublish } from './publish-table';

/** The ledger of tables and numbers told to others: each is protected together with all before it. */
export const createPublications = ({ connection, clock, readEvaluation, datasets }: DeskNeeds) => {
  const store = createPublicationStore(connection);
  const needs = { store, clock, readEvaluation, datasets };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    publishTable: publishTable(needs),
    readPublication: readPublication(needs),
    listPublications: store.allOf,
  };
};

export type Publications = ReturnType<typeof createPublications>;
