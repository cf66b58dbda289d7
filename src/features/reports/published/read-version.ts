import type { EvaluationId } from '../../../platform/ids';
import type { FrozenTables, GivenTable } from '../../analysis';
import { compareTables, compareTexts, type PublishedReport, type ReportId, type ReportTree } from '../domain';
import type { VersionChanges } from './prepare-publication';
import { versionNotFound } from './problems';
import type { PublishedStore } from './store';

export interface ReadNeeds {
  readonly store: PublishedStore;
  readonly frozen: Pick<FrozenTables, 'readFrozen'>;
}

/** A version among all of its report, newest first. */
export interface VersionInLine {
  readonly version: PublishedReport;
  readonly newest: PublishedReport;
  readonly versions: readonly PublishedReport[];
}

/** @throws Problem `published.version-not-found` */
export const readVersion =
  ({ store }: ReadNeeds) =>
  async (evaluationId: EvaluationId, report: ReportId, number: number): Promise<VersionInLine> => {
    const versions = (await store.versionsOf(report)).filter((one) => one.evaluationId === evaluationId);
    const version = versions.find((one) => one.version === number);
    const [newest] = versions;
    if (version === undefined || newest === undefined) throw versionNotFound();
    return { version, newest, versions };
  };

/** @throws Problem `published.version-not-found` */
export const readTree =
  ({ store }: ReadNeeds) =>
  async (id: PublishedReport['id']): Promise<ReportTree> => {
    const tree = await store.readTree(id);
    if (tree === undefined) throw versionNotFound();
    return tree;
  };

/** What moved since an earlier version. */
export const compareVersions =
  (needs: ReadNeeds) =>
  async (before: PublishedReport, after: PublishedReport): Promise<VersionChanges> => {
    const tablesOf = (one: PublishedReport) => needs.frozen.readFrozen(one.evaluationId, one.publications);
    const [told, is] = [await tablesOf(before), await tablesOf(after)];
    return {
      tables: compareTables<GivenTable>(told, is),
      texts: compareTexts(await readTree(needs)(before.id), await readTree(needs)(after.id)),
    };
  };
