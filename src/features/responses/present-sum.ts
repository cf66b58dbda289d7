import type { Translator } from '../../platform/i18n';
import type { AskedItem } from '../questionnaires/domain';
import { sumSoFar } from './domain';
import { textOf, type Filled } from './present-choices';
import { withUnit } from './present-hint';

export interface SumView {
  readonly total: number;
  readonly unit: string | null;
  readonly status: string;
  /** The sentences of the status for the script, with `{sum}` and `{rest}` to be filled in. */
  readonly sentences: string;
}

type Sum = Extract<AskedItem, { kind: 'sum' }>;

/** What is below the parts of a sum: how much they make so far. */
export const presentSum = ({ t }: Translator, filled: Filled, { rows, total, unit }: Sum): SumView => {
  const sum = sumSoFar(rows.map(({ code }) => textOf(filled, code)));
  const say = (kind: 'less' | 'exact' | 'more', amount: number | string, rest: number | string): string =>
    t(`responses:sum.${kind}`, {
      sum: withUnit(amount, unit),
      total: withUnit(total, unit),
      rest: withUnit(rest, unit),
    });
  const decimal = (number: number): string => String(Math.round(number * 100) / 100).replace('.', ',');
  const kind = sum === total ? 'exact' : sum < total ? 'less' : 'more';
  return {
    total,
    unit: unit ?? null,
    status: say(kind, decimal(sum), decimal(Math.abs(total - sum))),
    sentences: JSON.stringify({
      less: say('less', '{sum}', '{rest}'),
      exact: say('exact', '{sum}', '{rest}'),
      more: say('more', '{sum}', '{rest}'),
    }),
  };
};
