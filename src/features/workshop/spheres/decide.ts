import type { DeskNeeds } from '../needs';
import { groupOf, type Grouped, type SphereDecision, type SphereDecisionId } from '../domain';
import { decidedMeanwhile } from './problems';
import type { SphereDecisionStore } from './store';

/** What a person decides about one sphere. */
export type DecisionWords = Pick<SphereDecision, 'verdict' | 'reason' | 'area' | 'valid' | 'meetingNumber'>;

export interface WantedDecision extends DecisionWords {
  /** Made by the page, so that a form sent twice decides once. */
  readonly id: SphereDecisionId;
  readonly sphere: string;
  readonly label: string;
  /** The decision that it follows, as its form was drawn; null: the first one. */
  readonly after: SphereDecisionId | null;
}

/**
 * Another decision about a sphere; what was decided before stays.
 *
 * @throws Problem `sphere-decisions.decided-meanwhile`
 */
export const decide =
  ({ clock, store }: Pick<DeskNeeds, 'clock'> & { readonly store: SphereDecisionStore }) =>
  async (
    evaluation: Grouped,
    { id, after, verdict, area, valid, ...words }: WantedDecision,
    by: string,
  ): Promise<SphereDecision> => {
    const list = groupOf(evaluation);
    const earlier = (await store.ofList(list)).filter(({ sphere }) => sphere === words.sphere);
    const mine = earlier.find((one) => one.id === id);
    if (mine !== undefined) return mine;
    if ((earlier.at(-1)?.id ?? null) !== after) throw decidedMeanwhile();
    const decision: SphereDecision = {
      ...words,
      id,
      groupId: groupOf(evaluation),
      evaluationId: evaluation.id,
      verdict,
      area: verdict === 'preferred' ? area : null,
      valid: verdict === 'postponed' ? null : valid,
      by,
      at: clock.now(),
    };
    if (await store.add(decision, list, earlier.length + 1)) return decision;
    const written = await store.find(id);
    if (written === undefined) throw decidedMeanwhile();
    return written;
  };
