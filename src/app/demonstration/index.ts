import { secretToken } from '../../platform/random';
import type { Clock } from '../../platform/clock';
import type { Chapters } from '../compose';
import { createDemonstration, createPeople, hasDemonstration, ORDINARY, resetPasswords } from './create-demonstration';
import { people } from './plan';
import { writeWork } from './write-work';

export { createDemonstration, hasDemonstration, sized } from './create-demonstration';
export { demonstrationEvaluation } from './plan';

/** What a newcomer is told after a start with the demonstration. */
export interface Demonstration {
  readonly evaluationId: string;
  readonly emails: readonly string[];
  /** Known only when the accounts were made by this start, or when the settings say it. */
  readonly password: string | undefined;
}

/** Makes the demonstration on first start; later starts find it. */
export const startDemonstration = async (
  needs: { readonly chapters: Chapters; readonly clock: Clock },
  chosenPassword: string | undefined,
): Promise<Demonstration> => {
  const password = chosenPassword ?? secretToken();
  const arePeopleNew = await createPeople(needs, password);
  if (!arePeopleNew && chosenPassword !== undefined) await resetPasswords(needs, chosenPassword);
  if (!(await hasDemonstration(needs, ORDINARY))) await createDemonstration(needs, ORDINARY);
  const evaluation = await needs.chapters.evaluations.readEvaluation(ORDINARY.id);
  await writeWork(needs.chapters, evaluation, needs.clock.now());
  return {
    evaluationId: ORDINARY.id,
    emails: people('').map(({ email }) => email),
    password: arePeopleNew ? password : chosenPassword,
  };
};
