import { LABEL_ALIKE, similarity } from '../waves/alike';
import { judge, type JudgementReason } from '../waves/judge';
import { recodeVariable, suggestRecoding } from '../waves/recode';
import type { Variable, VariableSet, WaveMatch } from '../variables/variable';
import type { BesideReason } from './change';

/** One question in two data sets. */
export interface ItemPair {
  readonly later: Variable;
  /** In the categories of the later, where its answers could be turned into them. */
  readonly earlier: Variable;
  /** Why they must not be compared; empty: nothing speaks against it. */
  readonly beside: readonly BesideReason[];
  /** What must be said all the same: one word changed, answers recoded. */
  readonly notice: 'one-word' | 'recoded' | null;
  /** Words of the person who decided; null: by the rules. */
  readonly decided: string | null;
}

export interface NamedSet {
  readonly code: string;
  readonly set: VariableSet;
}

const TECHNICAL: ReadonlySet<Variable['level']> = new Set(['weight', 'stratum', 'cluster', 'fpc', 'id', 'text']);
const MADE: ReadonlySet<string | undefined> = new Set(['dimension', 'derived', 'weight']);

/**
 * The questions of the later data set that the earlier has, too: as somebody matched them when the wave was taken in,
 * otherwise by name, where the words do not contradict it. In the order of the later.
 */
export const pairItems = (earlier: NamedSet, later: NamedSet): readonly ItemPair[] =>
  [...later.set.variables.values()].filter(isQuestion).flatMap((variable) => {
    const counterpart = counterpartOf(variable, later.code, earlier.set);
    return counterpart === undefined ? [] : [pairOf(counterpart, variable)];
  });

const isQuestion = ({ level, kind, origin }: Variable): boolean =>
  kind !== 'text' && !TECHNICAL.has(level) && !MADE.has(origin?.kind);

const matchOf = ({ origin }: Variable): WaveMatch | undefined => (origin?.kind === 'wave' ? origin.match : undefined);

const counterpartOf = (later: Variable, code: string, earlier: VariableSet): Variable | undefined => {
  const { questionnaire, field } = matchOf(later) ?? { questionnaire: code, field: later.name };
  const candidates = [...earlier.variables.values()].filter(isQuestion);
  const matched = candidates.find((candidate) => {
    const match = matchOf(candidate);
    return match?.questionnaire === questionnaire && match.field === field;
  });
  if (matched !== undefined) return matched;
  const named = candidates.find((candidate) => candidate.name === later.name && matchOf(candidate) === undefined);
  return named !== undefined && similarity(named.label, later.label) >= LABEL_ALIKE ? named : undefined;
};

const pairOf = (earlier: Variable, later: Variable): ItemPair => {
  const recoding =
    'categories' in earlier && 'categories' in later
      ? suggestRecoding(earlier.categories, later.categories)
      : new Map<string, string>();
  const judged = judge(earlier, later, recoding);
  const match = matchOf(earlier);
  const decided = match?.reason ?? null;
  const comparability = decided === null ? byRules(judged.comparability, match) : (match?.comparability ?? 'apart');
  const isTurned = comparability !== 'apart' && earlier.kind === 'category' && later.kind === 'category';
  return {
    later,
    earlier: isTurned ? recodeVariable(earlier, recoding, later) : earlier,
    beside: comparability === 'apart' ? besideOf(judged.reasons, decided) : [],
    notice: noticeOf(comparability, judged.reasons),
    decided,
  };
};

/** Our question may have changed since the wave came, so the rules are asked again. */
const byRules = (judged: WaveMatch['comparability'], match: WaveMatch | undefined): WaveMatch['comparability'] =>
  judged === 'same' && match?.comparability === 'recoded' ? 'recoded' : judged;

const BESIDE: Readonly<Partial<Record<JudgementReason, BesideReason>>> = {
  'other-words': 'other-wording',
  'other-kind': 'other-kind',
  numbers: 'other-kind',
  texts: 'other-kind',
  'other-points': 'other-scale',
  'other-answers': 'other-scale',
};

const besideOf = (reasons: readonly JudgementReason[], decided: string | null): readonly BesideReason[] => {
  const found = reasons.flatMap((reason) => BESIDE[reason] ?? []);
  return decided !== null || found.length === 0 ? ['decided', ...found] : found;
};

const noticeOf = (
  comparability: WaveMatch['comparability'],
  reasons: readonly JudgementReason[],
): ItemPair['notice'] => {
  if (comparability === 'apart') return null;
  if (comparability === 'recoded') return 'recoded';
  return reasons.includes('one-word') ? 'one-word' : null;
};
