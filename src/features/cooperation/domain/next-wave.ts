import { differenceOfEstimates, type DifferenceOfEstimates } from '../../../statistics';
import type { Evaluation } from '../../evaluations/domain';
import type { ClaimNumber } from '../../findings/domain';

/**
 * The newest evaluation of the same region that began later; undefined while there is none. What is made up is compared
 * with what is made up only.
 */
export const nextWave = (
  evaluation: Pick<Evaluation, 'id' | 'wojewodztwo' | 'opensOn' | 'demonstration'>,
  all: readonly Evaluation[],
): Evaluation | undefined => {
  const { id, wojewodztwo, opensOn, demonstration } = evaluation;
  return all
    .filter(
      (one) =>
        one.id !== id &&
        wojewodztwo !== '' &&
        one.wojewodztwo === wojewodztwo &&
        one.demonstration === demonstration &&
        one.opensOn > opensOn,
    )
    .toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : -1))[0];
};

/** What became of a number: whether the interval of its difference lies on one side of nought. */
export interface IndicatorChange extends DifferenceOfEstimates {
  readonly verdict: 'rise' | 'fall' | 'unclear';
}

/** Null where either number has no interval. */
export const changeBetween = (then: ClaimNumber, now: ClaimNumber): IndicatorChange | null => {
  if (then.interval === null || now.interval === null) return null;
  const change = differenceOfEstimates(
    { value: then.value, interval: then.interval },
    { value: now.value, interval: now.interval },
  );
  const verdict = change.interval.low > 0 ? 'rise' : change.interval.high < 0 ? 'fall' : 'unclear';
  return { ...change, verdict };
};
