import { createDemonstration, ORDINARY } from '../../../src/app/demonstration/create-demonstration';
import { writeWork } from '../../../src/app/demonstration/write-work';
import type { GivenTable } from '../../../src/features/analysis';
import type { Evaluation } from '../../../src/features/evaluations';
import type { ComposedReport } from '../../../src/features/reports/compose';
import type { BlockContent, BlockId, ReportId, ReportKind, StoredReport } from '../../../src/features/reports/domain';
import { requestOf } from '../../../src/features/reports/domain';
import { fixedClock } from '../../../src/platform/clock';
import { loadTranslators } from '../../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../../support/application';

export const translators = loadTranslators('locales');
const clock = fixedClock(new Date('2026-11-18T10:00:00Z'));

export interface WorkingDemonstration {
  readonly application: TestApplication;
  readonly evaluation: Evaluation;
  readonly write: (kind: ReportKind, more?: Partial<StoredReport>) => Promise<StoredReport>;
  /** With every table that was given. */
  readonly compose: (report: StoredReport) => Promise<ComposedReport & { readonly given: readonly GivenTable[] }>;
}

/** The demonstration on a store of its own, with what its evaluator has written. */
export const startWorkingDemonstration = async ({ isWritten = true } = {}): Promise<WorkingDemonstration> => {
  const application = await startTestApplication({ DEMO: '0' }, clock);
  const { chapters } = application;
  const evaluation = await createDemonstration({ chapters, clock }, ORDINARY);
  if (isWritten) await writeWork(chapters, evaluation, clock.now());
  const { reports, analysis } = chapters;
  return {
    application,
    evaluation,
    write: async (kind, more = {}) => {
      const { language = 'pl', institution = null } = more;
      const ready = await reports.readyStructure(evaluation, kind, institution, translators[language]);
      return reportOf(evaluation, { kind, title: ready.title, blocks: withIds(ready.blocks), ...more });
    },
    compose: async (report) => {
      const given: GivenTable[] = [];
      const composed = await reports.composeReport({
        report,
        evaluation,
        translator: translators.pl,
        state: evaluation.resultState,
        version: null,
        erratum: null,
        giveTable: async (asked) => {
          const { dataset } = asked;
          const table = await analysis.frozen.previewTable(evaluation.id, {
            dataset,
            request: requestOf(asked),
            level: 0.05,
          });
          given.push(table);
          return table;
        },
        readFrozen: async (ids) => {
          const tables = await analysis.frozen.readFrozen(evaluation.id, ids);
          given.push(...tables);
          return tables;
        },
      });
      return { ...composed, given };
    },
  };
};

export const withIds = (blocks: readonly BlockContent[]): StoredReport['blocks'] =>
  blocks.map((block, at) => ({ ...block, id: `b${at}` as BlockId }));

export const reportOf = (evaluation: Evaluation, more: Partial<StoredReport>): StoredReport => ({
  id: 'raport' as ReportId,
  evaluationId: evaluation.id,
  kind: 'own',
  institution: null,
  language: 'pl',
  title: 'Raport',
  blocks: [],
  revision: 1,
  createdBy: 'Anna Wrona',
  createdAt: clock.now(),
  changedBy: 'Anna Wrona',
  changedAt: clock.now(),
  ...more,
});
