import { newId } from '../../../platform/ids';
import type { EvaluationId } from '../../../platform/ids';
import type { BlockContent, ReportKind, ReportLanguage, StoredReport } from '../domain';
import type { EditNeeds } from './make-edit';

export interface NewReport {
  readonly kind: ReportKind;
  /** Of a scorecard: the institution it is about. */
  readonly institution: string | null;
  readonly language: ReportLanguage;
  readonly title: string;
  readonly blocks: readonly BlockContent[];
  /** Name of the person. */
  readonly by: string;
}

/** Begins a report with blocks that a structure made ready. */
export const createReport =
  ({ store, clock }: EditNeeds) =>
  async (
    evaluationId: EvaluationId,
    { kind, institution, language, title, blocks, by }: NewReport,
  ): Promise<StoredReport> => {
    const now = clock.now();
    const report: StoredReport = {
      id: newId<'report'>(),
      evaluationId,
      kind,
      institution,
      language,
      title,
      blocks: blocks.map((content) => ({ id: newId<'report block'>(), ...content })),
      revision: 1,
      createdBy: by,
      createdAt: now,
      changedBy: by,
      changedAt: now,
    };
    await store.add(report);
    return report;
  };
