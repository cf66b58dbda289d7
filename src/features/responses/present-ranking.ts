import type { Item } from '../questionnaires/domain';

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
}

export const presentRanking = (item: Extract<Item, { kind: 'ranking' }>, codes: readonly string[]): RankingView => {
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
    isFull: chosen.length >= item.most,
  };
};
