import { LEAST_FOR_PERCENT } from '../disclosure/disclose';
import { hiddenColumns, type HiddenReason } from '../tables/hidden-columns';
import type { TableColumn } from '../tables/table';
import type { UnseenReason } from './comparison';
import type { ComparisonContext } from './context';
import { leftOutFew } from './left-out-few';
import type { Measured } from './measured';
import type { Units } from './units';

/** Why each group may not be seen; null: it may. First the region. */
export interface Hiding {
  readonly region: UnseenReason | null;
  readonly groups: readonly (UnseenReason | null)[];
}

/**
 * The protection of tables, of everyone who answered and of those in the base of the measure: groups of too few people, or from which
 * a filter takes too few, and those from which they could be worked out. Of groups below ten no mean or share is told (domain 3.6, rule 6).
 */
export const hideGroups = (measured: Measured, context: ComparisonContext): Hiding => {
  const { smallestGroup, request } = context;
  const { units } = context.counting;
  const based = measured.sums.map(({ n }) => n);
  if (measured.measure.variable.sensitive === true) {
    const isShown = request.filter.length === 0 && sum(based) >= LEAST_FOR_PERCENT;
    return { region: isShown ? null : 'sensitive', groups: units.units.map(() => 'sensitive') };
  }
  const columns = columnsOf(units);
  const telling = leftOutFew(measured.measure, context);
  const secret = telling.map((isTelling, at) => isTelling || measured.dominated?.[at] === true);
  const hide = (sizes: readonly number[]): readonly HiddenReason[] =>
    hiddenColumns({
      block: {
        bases: [sum(sizes), ...sizes.slice(0, -1)].map((n) => ({ n, weighted: n, effectiveN: n })),
        dominated: secret,
      },
      columns,
      smallestGroup,
      signatures: () => {
        throw new RangeError('One banner has no signatures');
      },
    });
  const [ofAnswered, ofBase] = [hide(measured.answered), hide(based)];
  const reasonAt = (at: number, n: number): UnseenReason | null => {
    if (n === 0) return 'none';
    const reason = ofBase[at] ?? ofAnswered[at] ?? null;
    if (reason === 'dominated' && measured.dominated?.[at] !== true) return 'protects-another';
    return reason ?? (n < LEAST_FOR_PERCENT ? 'few' : null);
  };
  return { region: reasonAt(0, sum(based)), groups: units.units.map((_, at) => reasonAt(at + 1, based[at] ?? 0)) };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const columnsOf = ({ variable, units }: Units): readonly TableColumn[] => [
  { variable: null, code: null, label: '', letter: null },
  ...units.map(({ code, label }) => ({ variable, code, label, letter: null })),
];
