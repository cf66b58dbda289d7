import type { AskedItem } from '../questionnaires/domain';
import type { ChoiceView, TextView } from './present-choices';

export interface RankedChoice {
  readonly code: string;
  readonly label: string;
}

export interface RankingView {
  readonly most: number;
  /** In the order given so far. */
  readonly chosen: readonly RankedChoice[];
  readonly remaining: readonly RankedChoice[];
  /** The order as the form carries it. */
  readonly value: string;
  readonly isFull: boolean;
  /** Texts beside "inna, jaka?", shown once it is chosen. */
  readonly others: readonly { readonly code: string; readonly text: TextView; readonly isRanked: boolean }[];
  /** All codes in the order of the questionnaire, and those that stand alone, for the script. */
  readonly codes: string;
  readonly alone: string;
}

export const presentRanking = (
  item: Extract<AskedItem, { kind: 'ranking' }>,
  codes: readonly string[],
  choices: readonly ChoiceView[],
): RankingView => {
  const labels = new Map(item.choices.map(({ code, label }) => [code, label]));
  const chosen = codes.flatMap((code) => {
    const label = labels.get(code);
    return label === undefined ? [] : [{ code, label }];
  });
  const chosenCodes = new Set(chosen.map(({ code }) => code));
  return {
    most: item.most,
    chosen,
    remaining: item.choices.filter(({ code }) => !chosenCodes.has(code)).map(({ code, label }) => ({ code, label })),
    value: chosen.map(({ code }) => code).join(','),
    others: choices.flatMap(({ code, other }) =>
      other === null ? [] : [{ code, text: other, isRanked: chosenCodes.has(code) }],
    ),
    isFull: chosen.length >= item.most,
    codes: item.choices.map(({ code }) => code).join(','),
    alone: item.choices
      .filter(({ exclusive, missing }) => exclusive === true || missing !== undefined)
      .map(({ code }) => code)
      .join(','),
  };
};
