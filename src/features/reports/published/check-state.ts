import type { Evaluation } from '../../evaluations';
import type { PublishedReport } from '../domain';
import { alreadyFinal, erratumMissing, resultsNotFinal } from './problems';

type Wanted = Pick<PublishedReport, 'state' | 'erratum'>;

/** States that the next version of a report may have, the usual one first. */
export const possibleStates = (
  { resultState }: Pick<Evaluation, 'resultState'>,
  last: Pick<PublishedReport, 'state'> | undefined,
): readonly PublishedReport['state'][] => {
  if (last?.state === 'final') return ['final'];
  return resultState === 'final' ? ['final', 'preliminary'] : ['preliminary'];
};

/**
 * A report is final only when the results are; after a final version come only final ones that say what they mend.
 *
 * @throws Problem `published.results-not-final` · `published.already-final` · `published.erratum-missing`
 */
export const checkState = (
  evaluation: Pick<Evaluation, 'resultState'>,
  last: Pick<PublishedReport, 'state'> | undefined,
  { state, erratum }: Wanted,
): void => {
  if (!possibleStates(evaluation, last).includes(state)) throw state === 'final' ? resultsNotFinal() : alreadyFinal();
  if (last?.state === 'final' && (erratum ?? '').trim() === '') throw erratumMissing();
};
