import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Analysis } from '../analysis';
import type { Evaluation } from '../evaluations';
import type { Questionnaires } from '../questionnaires';
import { composeSummary } from './compose-summary';
import { drawReport } from './draw-report';
import { createPdfRenderer } from './pdf';
import { readPaper } from './read-paper';
import { composePaper } from './compose-paper';
import { readCurrentEvaluation } from './read-current-evaluation';
import { readSummaryMaterial } from './read-summary-material';

export type { SummaryMaterial } from './compose-summary';
export type { ReportTree } from './domain';
export type { DrawnReport } from './draw-report';

export interface ReportsNeeds {
  readonly analysis: Pick<Analysis, 'readResults'>;
  readonly questionnaires: Pick<Questionnaires, 'drafts' | 'listVersions'>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** Newest first. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly clock: Clock;
}

/** What we write: reports as trees, drawn on paper. */
export const createReports = (needs: ReportsNeeds) => {
  const renderer = createPdfRenderer();
  return {
    readCurrentEvaluation: readCurrentEvaluation(needs),
    readSummaryMaterial: readSummaryMaterial(needs),
    composeSummary,
    readPaper: readPaper(needs),
    composePaper,
    drawReport: drawReport(renderer),
    /** Ends the drawing thread. */
    stop: (): Promise<void> => renderer.stop(),
  };
};

export type Reports = ReturnType<typeof createReports>;
