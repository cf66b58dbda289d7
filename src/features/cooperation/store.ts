import type { EvaluationId } from '../../platform/ids';
import { insertOnce, type Connection } from '../../platform/storage';
import type { AgreementId } from '../workshop/domain';
import type { ProgressEvidence, ProgressReport, ReportId } from './domain';

/** What was reported on one agreement. */
export interface Progress {
  readonly agreement: AgreementId;
  readonly evaluationId: EvaluationId;
  /** Grows with each report; 0 before the first. */
  readonly revision: number;
  /** Oldest first. */
  readonly reports: readonly ProgressReport[];
}

interface ProgressDocument {
  _id: AgreementId;
  evaluationId: EvaluationId;
  revision: number;
  reports: ProgressReport[];
}

/** Evidence of a report on a recommendation; its words are kept by the chapter of findings. */
interface EvidenceDocument {
  _id: ReportId;
  evaluationId: EvaluationId;
  evidence: ProgressEvidence[];
}

export type ProgressStore = ReturnType<typeof createProgressStore>;

/** One document for each agreement that was reported on: every report is one conditional write. */
export const createProgressStore = (connection: Connection) => {
  const progress = connection.collection<ProgressDocument>('progress');
  const evidence = connection.collection<EvidenceDocument>('progressEvidence');
  return {
    ensureIndexes: async (): Promise<void> => {
      await progress.createIndex({ evaluationId: 1 }, {}, {});
      await evidence.createIndex({ evaluationId: 1 }, {}, {});
    },

    ofEvaluation: async (evaluationId: EvaluationId): Promise<ReadonlyMap<AgreementId, Progress>> => {
      const found = await progress.find({ evaluationId }).sort({ _id: 1 }).toArray();
      return new Map(found.map(({ _id: agreement, ...rest }) => [agreement, { agreement, ...rest }]));
    },

    isReportedOn: async (agreement: AgreementId): Promise<boolean> =>
      (await progress.findOne({ _id: agreement }, { projection: { _id: 1 } })) !== null,

    /** False when somebody reported first. */
    add: async (
      { agreement, evaluationId, revision }: Omit<Progress, 'reports'>,
      report: ProgressReport,
    ): Promise<boolean> => {
      if (revision > 0) {
        const { matchedCount } = await progress.updateOne(
          { _id: agreement, revision },
          { $push: { reports: report }, $inc: { revision: 1 } },
        );
        return matchedCount === 1;
      }
      return insertOnce(progress.insertOne({ _id: agreement, evaluationId, revision: 1, reports: [report] }));
    },

    /** Of reports on recommendations. */
    evidenceOf: async (evaluationId: EvaluationId): Promise<ReadonlyMap<string, readonly ProgressEvidence[]>> => {
      const found = await evidence.find({ evaluationId }).sort({ _id: 1 }).toArray();
      return new Map(found.map(({ _id, evidence: shown }) => [_id, shown]));
    },

    /** Repeatable: written before the report itself, and again with it. */
    putEvidence: async (
      evaluationId: EvaluationId,
      report: ReportId,
      shown: readonly ProgressEvidence[],
    ): Promise<void> => {
      await evidence.replaceOne({ _id: report }, { evaluationId, evidence: [...shown] }, { upsert: true });
    },
  };
};
