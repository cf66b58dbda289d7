import { isSameText, similarity } from './alike';
import { comparisonCodeOf, wordingsOf, type Target } from './target';

/** Why a column seems to correspond to a question. */
export type SuggestionReason = 'code' | 'comparison-code' | 'wording' | 'similar-wording';

export interface Suggestion {
  readonly target: Target;
  readonly reason: SuggestionReason;
}

/** Two thirds of the words must be shared. */
const SIMILAR = 2 / 3;

/**
 * The question of ours to which a column seems to correspond: by its words, its code, the code of same meaning, or by
 * words that are almost the same. Whether the two may be compared is judged afterwards, whatever suggested them.
 */
export const suggestTarget = (
  { name, label }: { readonly name: string; readonly label: string },
  targets: readonly Target[],
): Suggestion | null => {
  const find = (reason: SuggestionReason, isIt: (target: Target) => boolean): Suggestion | null => {
    const target = targets.find(isIt);
    return target === undefined ? null : { target, reason };
  };
  const hasWords = label !== '' && label !== name;
  const code = name.toLocaleLowerCase('pl');
  const isOfCode = ({ field }: Target): boolean => field.toLocaleLowerCase('pl') === code;
  return (
    find('wording', ({ variable }) => hasWords && wordingsOf(variable).some((words) => isSameText(words, label))) ??
    find('code', isOfCode) ??
    find('comparison-code', ({ variable }) => comparisonCodeOf(variable)?.toLocaleLowerCase('pl') === code) ??
    (hasWords ? mostSimilar(label, targets) : null)
  );
};

const nearness = ({ variable }: Target, label: string): number =>
  Math.max(...wordingsOf(variable).map((words) => similarity(words, label)));

const mostSimilar = (label: string, targets: readonly Target[]): Suggestion | null => {
  let best: Target | null = null;
  let nearest = SIMILAR;
  for (const target of targets) {
    const near = nearness(target, label);
    if (near < nearest || (near === nearest && best !== null)) continue;
    [best, nearest] = [target, near];
  }
  return best === null ? null : { target: best, reason: 'similar-wording' };
};
