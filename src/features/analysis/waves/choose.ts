import {
  targetKey,
  type CellFix,
  type ColumnChoice,
  type Decision,
  type RecodingChoice,
  type WaveChoices,
} from '../domain/waves';
import type { ComparabilityInput, MatchingInput } from './draft-inputs';
import type { OpenDraft } from './open-draft';

/** Choices of step 2 added to those there are; what did not stand on the page stays as it was. */
export const chooseMatching = (
  { draft: { choices }, built, table, targets, problems, questionnaires }: OpenDraft,
  input: MatchingInput,
): WaveChoices => {
  const isKnown = questionnaires.some(({ code }) => code === input.questionnaire);
  const keys = new Set(targets.map(targetKey));
  const columns = [...input.columns].flatMap(([place, value]): readonly ColumnChoice[] => {
    const column = table.header[Number(place)];
    if (column === undefined) return [];
    if (value === 'keep' || value === 'leave') return [{ column, use: value, target: null }];
    return keys.has(value) ? [{ column, use: 'match', target: value }] : [];
  });
  const fixes = [...input.problems].flatMap(([place, value]): readonly CellFix[] => {
    const problem = problems[Number(place)];
    const becomes = becomesOf(value);
    return problem === undefined || becomes === null ? [] : [{ column: problem.column, text: problem.text, becomes }];
  });
  const changed = built.columns.filter(({ described, choice }) => {
    const next = columns.find(({ column }) => column === described.name);
    return next !== undefined && next.target !== choice.target;
  });
  const isOfChanged = ({ column }: { readonly column: string }): boolean =>
    changed.some(({ described }) => described.name === column);
  return {
    questionnaire: isKnown ? input.questionnaire : choices.questionnaire,
    columns: replaced(choices.columns, columns, ({ column }) => column),
    fixes: replaced(choices.fixes, fixes, ({ column, text }) => JSON.stringify([column, text])),
    // Another question: what was said of the former one says nothing of it.
    recodings: choices.recodings.filter((one) => !isOfChanged(one)),
    decisions: choices.decisions.filter((one) => !isOfChanged(one)),
  };
};

/** `''`, `k:5` or `l:12.5` a value, `b:98` a missing state. */
const becomesOf = (value: string): CellFix['becomes'] | null => {
  if (value === '') return { kind: 'empty' };
  if (value === 'b:97' || value === 'b:98') return { kind: 'missing', state: value === 'b:97' ? 97 : 98 };
  return /^[kl]:./.test(value) ? { kind: 'value', value: value.slice(2) } : null;
};

export interface MissingReason {
  /** Place of the column in the file. */
  readonly place: number;
  readonly column: string;
}

/** Choices of step 3; decisions against the rules need a reason. */
export const chooseComparability = (
  { draft: { choices }, built, table }: OpenDraft,
  input: ComparabilityInput,
): { readonly choices: WaveChoices; readonly withoutReason: readonly MissingReason[] } => {
  const planned = new Map(built.columns.map((column) => [column.described.name, column]));
  const decisions: Decision[] = [];
  const settled = new Set<string>();
  const withoutReason: MissingReason[] = [];
  for (const [place, value] of input.decisions) {
    const name = table.header[Number(place)] ?? '';
    const judged = planned.get(name)?.judgement?.comparability;
    if (judged === undefined) continue;
    settled.add(name);
    if (value !== 'same' && value !== 'recoded' && value !== 'apart') continue;
    const reason = (input.reasons.get(place) ?? '').trim();
    if (value === judged) continue;
    if (reason.length < SHORTEST_REASON) withoutReason.push({ place: Number(place), column: name });
    decisions.push({ column: name, comparability: value, reason });
  }
  const recodings = [...input.recodings].flatMap(([place, value]): readonly RecodingChoice[] => {
    const [column = '', answer = ''] = place.split('-');
    const variable = planned.get(table.header[Number(column)] ?? '')?.variable;
    const from = variable !== undefined && 'categories' in variable ? variable.categories[Number(answer)] : undefined;
    if (variable === undefined || from === undefined || value === '?') return [];
    return [{ column: variable.name, from: from.code, to: value === '' ? null : value.slice(2) }];
  });
  return {
    withoutReason,
    choices: {
      ...choices,
      recodings: replaced(choices.recodings, recodings, ({ column, from }) => JSON.stringify([column, from])),
      decisions: [...choices.decisions.filter(({ column }) => !settled.has(column)), ...decisions],
    },
  };
};

const SHORTEST_REASON = 5;

/** New ones in the place of old ones with the same key. */
const replaced = <One>(old: readonly One[], young: readonly One[], keyOf: (one: One) => string): readonly One[] => {
  const keys = new Set(young.map(keyOf));
  return [...old.filter((one) => !keys.has(keyOf(one))), ...young];
};
