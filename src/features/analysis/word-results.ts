import type { Translator } from '../../platform/i18n';
import type { TakeTurns } from '../../platform/take-turns';
import type { Actor } from '../accounts';
import type { EvaluationResults } from './read-results';
import { isWorded, presentInSteps } from './present-figures';

/** Puts results into words, which takes longer than counting them: in turns with others, once for all who ask together. */
export const wordResults = (inTurns: TakeTurns) => {
  const underway = new WeakMap<object, Map<string, Promise<unknown>>>();
  return async (
    actor: Actor,
    { evaluation, results }: Pick<EvaluationResults, 'evaluation' | 'results'>,
    translator: Translator,
  ): Promise<void> => {
    if (isWorded(results, translator)) return;
    const own = `${actor.id} ${translator.locale}`;
    const asked = underway.get(results) ?? new Map<string, Promise<unknown>>();
    underway.set(results, asked);
    const words = asked.get(own) ?? inTurns(actor.id, () => presentInSteps(results, evaluation, translator));
    asked.set(own, words);
    try {
      await words;
    } finally {
      asked.delete(own);
    }
  };
};
