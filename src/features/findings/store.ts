import type { Connection } from '../../platform/storage';
import type { Finding } from './domain';
import { createNumberedStore, type NumberedStore } from './numbered/store';

export type FindingStore = NumberedStore<Finding>;

export const createFindingStore = (connection: Connection): FindingStore =>
  createNumberedStore<Finding>(connection, 'findings');
