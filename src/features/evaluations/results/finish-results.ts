import { dayOf, type Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import { alreadyFinal, dayOutOfRange, notFound } from '../problems';
import type { EvaluationsStore } from '../store';

export interface FinishNeeds {
  readonly store: Pick<EvaluationsStore, 'find' | 'setFinal'>;
  readonly clock: Clock;
}

export type FinishResults = (id: EvaluationId, closing: { readonly on: string; readonly by: string }) => Promise<void>;

/**
 * Closes the results of an evaluation: reports on them may be final. It cannot be taken back; answers that come later change no
 * number that was published.
 */
export const finishResults =
  ({ store, clock }: FinishNeeds): FinishResults =>
  async (id, { on, by }) => {
    const evaluation = await store.find(id);
    if (evaluation === undefined) throw notFound();
    if (evaluation.resultState === 'final') throw alreadyFinal();
    const at = clock.now();
    const today = dayOf(at);
    if (on < evaluation.opensOn || on > today) throw dayOutOfRange({ from: evaluation.opensOn, to: today });
    if (!(await store.setFinal(id, { on, by, at }))) throw alreadyFinal();
  };
