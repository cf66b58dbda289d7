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

/** Of one report, newest first. @throws Problem `published.version-not-found` where nothing was published */
export const readVersions =
  ({ store }: ReadNeeds) =>
  async (evaluationId: EvaluationId, report: ReportId): Promise<Omit<VersionInLine, 'version'>> => {
    const versions = (await store.versionsOf(report)).filter((one) => one.evaluationId === evaluationId);
    const [newest] = versions;
    if (newest === undefined) throw versionNotFound();
    return { newest, versions };
  };

/** @throws Problem `published.version-not-found` */
export const readVersion =
  (needs: ReadNeeds) =>
  async (evaluationId: EvaluationId, report: ReportId, number: number): Promise<VersionInLine> => {
    const line = await readVersions(needs)(evaluationId, report);
    const version = line.versions.find((one) => one.version === number);
    if (version === undefined) throw versionNotFound();
    return { ...line, version };
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
