import type { Evaluation } from '../../features/evaluations';
import { addDays } from '../../platform/clock';
import type { Chapters } from '../compose';
import { matrixRows, OBJECTIVES } from './matrix-rows';

const WRITER = 'Anna Wrona';
const APPROVER = 'Ewa Nowicka';
const DAYS_BEFORE_FIELDWORK = 14;

/** The evaluation matrix that was agreed on before the data. */
export const writeMatrix = async ({ evaluations }: Chapters, { id, opensOn }: Evaluation): Promise<void> => {
  const { matrix } = evaluations;
  if ((await matrix.readMatrix(id)).revision > 0) return;
  await matrix.setObjectives(
    id,
    OBJECTIVES.map((text) => ({ text, was: null })),
    0,
  );
  const { matrix: written } = await matrix.addRows(id, matrixRows(opensOn.slice(0, 4)), WRITER);
  const at = new Date(`${addDays(opensOn, -DAYS_BEFORE_FIELDWORK)}T12:00:00Z`);
  await matrix.approve(id, { by: APPROVER, at }, { by: WRITER, seen: written.revision });
};
