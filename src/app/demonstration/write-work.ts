import type { Evaluation } from '../../features/evaluations';
import type { Chapters } from '../compose';
import { writeConclusions } from './write-conclusions';
import { writeFindings } from './write-findings';
import { writeMatrix } from './write-matrix';
import { writeReports } from './write-reports';
import { writeWorkshop } from './write-workshop';

/** Each part is written once: one that is there is left as it is. What an evaluator would have written by this day of the demonstration: matrix, findings, conclusions, reports, a meeting of the thematic group. */
export const writeWork = async (chapters: Chapters, evaluation: Evaluation, now: Date): Promise<void> => {
  await writeMatrix(chapters, evaluation);
  await writeFindings(chapters, evaluation);
  await writeConclusions(chapters, evaluation);
  await writeReports(chapters, evaluation);
  await writeWorkshop(chapters, evaluation, now);
};
