import type { Category, Variable, WaveMatch } from '../variables/variable';
import { differsByOneWord, isSameText } from './alike';
import { isWhole, type Recoding } from './recode';
import { wordingsOf } from './target';

/** What the rules found: stable codes for sentences. */
export type JudgementReason =
  | 'same'
  | 'one-word'
  | 'recoded'
  | 'other-words'
  | 'other-kind'
  | 'other-points'
  | 'other-answers'
  | 'numbers'
  | 'texts';

export interface Judgement {
  readonly comparability: WaveMatch['comparability'];
  readonly reasons: readonly JudgementReason[];
  /** Points of the two scales, where they differ. */
  readonly points: { readonly wave: number; readonly ours: number } | null;
}

/**
 * Whether answers to a column and to a question of ours may be compared. The words must be the same but for one word, and
 * the answers the same: as they stand, or after each was turned into one of ours with none of ours left without source.
 */
export const judge = (wave: Variable, ours: Variable, recoding: Recoding): Judgement => {
  const scale = judgeScale(wave, ours, recoding);
  const words = judgeWords(wave.label, ours);
  const isApart = scale.comparability === 'apart' || words === 'other-words';
  const reasons = [...(words === null ? [] : [words]), ...(scale.reason === null ? [] : [scale.reason])];
  return {
    comparability: isApart ? 'apart' : scale.comparability,
    reasons: reasons.length === 0 ? ['same'] : reasons,
    points: scale.reason === 'other-points' ? { wave: pointsOf(wave).length, ours: pointsOf(ours).length } : null,
  };
};

const judgeWords = (label: string, ours: Variable): 'one-word' | 'other-words' | null => {
  const wordings = wordingsOf(ours);
  if (wordings.some((words) => isSameText(words, label))) return null;
  return wordings.some((words) => differsByOneWord(words, label)) ? 'one-word' : 'other-words';
};

interface ScaleJudgement {
  readonly comparability: WaveMatch['comparability'];
  readonly reason: JudgementReason | null;
}

const apart = (reason: JudgementReason): ScaleJudgement => ({ comparability: 'apart', reason });

const judgeScale = (wave: Variable, ours: Variable, recoding: Recoding): ScaleJudgement => {
  if (wave.kind === 'text' || ours.kind === 'text') return apart('texts');
  if (wave.kind !== ours.kind) return apart(wave.kind === 'number' ? 'numbers' : 'other-kind');
  if (wave.kind === 'number' || ours.kind === 'number') return { comparability: 'same', reason: null };
  if (hasSameAnswers(wave.categories, ours.categories)) return { comparability: 'same', reason: null };
  const used = new Set(wave.categories.map(({ code }) => recoding.get(code) ?? null));
  const isCovered = answersOf(ours).every(({ code }) => used.has(code));
  if (isWhole(wave.categories, recoding) && isCovered) return { comparability: 'recoded', reason: 'recoded' };
  return apart(pointsOf(wave).length === pointsOf(ours).length ? 'other-answers' : 'other-points');
};

/** Same codes with the same words and numbers; "don't know" may be lacking on one side. */
export const hasSameAnswers = (first: readonly Category[], second: readonly Category[]): boolean => {
  const [a, b] = [first, second].map((list) => list.filter(({ missing }) => missing === null));
  return (
    a !== undefined &&
    b !== undefined &&
    a.length === b.length &&
    a.every(({ code, label, value }) => {
      const other = b.find((category) => category.code === code);
      return other !== undefined && other.value === value && isSameText(other.label, label);
    })
  );
};

const answersOf = (variable: Variable): readonly Category[] =>
  'categories' in variable ? variable.categories.filter(({ missing }) => missing === null) : [];

const pointsOf = (variable: Variable): readonly Category[] => answersOf(variable);
