import type { EvaluationId } from '../../../platform/ids';
import type { ComposedReport, ComposeWanted } from '../compose';
import type { PublishedReport, PublishedReportId, ReportId, ReportTree } from '../domain';
import type { Editor } from '../editor';
import type { ReportsNeeds } from '../needs';
import { preparePublication } from './prepare-publication';
import { versionNotFound } from './problems';
import { publishReport, type PublishNeeds } from './publish-report';
import { checkForm } from './check-form';
import { compareVersions, readTree, readVersion, readVersions } from './read-version';
import { createPublishedStore } from './store';

export interface PublishedNeeds extends Pick<
  ReportsNeeds,
  'connection' | 'clock' | 'readEvaluation' | 'listEvaluations'
> {
  readonly analysis: { readonly frozen: PublishNeeds['frozen'] };
  readonly editor: Pick<Editor, 'listReports'>;
  readonly compose: (wanted: ComposeWanted) => Promise<ComposedReport>;
  readonly drawReport: PublishNeeds['drawReport'];
}

/** Versions of reports that were given out, for good. */
export const createPublished = ({ connection, analysis: { frozen }, editor, ...needs }: PublishedNeeds) => {
  const store = createPublishedStore(connection);
  const own = { ...needs, store, frozen, listReports: editor.listReports };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** Newest first. */
    listPublished: (evaluationId: EvaluationId): Promise<readonly PublishedReport[]> => store.allOf(evaluationId),
    /** Newest first. */
    listVersions: (report: ReportId): Promise<readonly PublishedReport[]> => store.versionsOf(report),
    /** By the code that is easy to type, `7F3K-22QD`. @throws Problem `published.version-not-found` */
    readPublished: async (id: PublishedReportId): Promise<PublishedReport> => {
      const found = await store.find(id.toUpperCase() as PublishedReportId);
      if (found === undefined) throw versionNotFound();
      return found;
    },
    /** The tree as it was published. @throws Problem `published.version-not-found` */
    readTree: (id: PublishedReportId): Promise<ReportTree> => readTree(own)(id),
    /** @throws Problem `published.version-not-found` */
    readVersions: readVersions(own),
    /** @throws Problem `published.version-not-found` */
    readVersion: readVersion(own),
    compareVersions: compareVersions(own),
    preparePublication: preparePublication(own),
    /** @throws Problem `published.report-not-found` */
    checkForm: checkForm(own),
    publishReport: publishReport(own),
    listEvaluations: needs.listEvaluations,
  };
};

export { mayRead } from './policy';
export { versionNotFound } from './problems';

export type Published = ReturnType<typeof createPublished>;
