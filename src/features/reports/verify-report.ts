import type { PublicationId } from '../../platform/ids';
import type { FrozenTables, Recheck } from '../analysis';
import type { PublishedReport, PublishedReportId } from './domain';
import { hashTree } from './hash-tree';
import type { Published } from './published';

export interface VerifyNeeds {
  readonly published: Pick<Published, 'readPublished' | 'readTree'>;
  readonly frozen: Pick<FrozenTables, 'readFrozen' | 'recheckTable'>;
}

/** What a published report says beside what the raw answers say. */
export interface Verification {
  readonly version: PublishedReport;
  /** The kept pages are those that were published. */
  readonly isTreeSame: boolean;
  readonly tables: readonly Recheck[];
  /** Tables that are not kept any more. */
  readonly missing: readonly PublicationId[];
  /** Nothing was found that is not as it was told. */
  readonly holds: boolean;
}

/**
 * Counts every table of a published report again, each at its own cut, and compares to the last digit. A proof only where the
 * analysis counts from raw answers.
 *
 * @throws Problem `published.version-not-found`
 */
export const verifyReport =
  ({ published, frozen }: VerifyNeeds) =>
  async (id: PublishedReportId): Promise<Verification> => {
    const version = await published.readPublished(id);
    const isTreeSame = hashTree(await published.readTree(version.id)) === version.hash;
    const kept = await frozen.readFrozen(version.evaluationId, version.publications);
    const tables: Recheck[] = [];
    for (const table of kept) tables.push(await frozen.recheckTable(table));
    const found = new Set(kept.map(({ publication }) => publication));
    const missing = version.publications.filter((publication) => !found.has(publication));
    return {
      version,
      isTreeSame,
      tables,
      missing,
      holds: isTreeSame && missing.length === 0 && tables.every(isAsTold),
    };
  };

/** Numbers may stay the same by chance although an answer changed: that is told, too. */
const isAsTold = ({ isSame, causes }: Recheck): boolean => isSame && causes.length === 0;
