import type { NumberVariable } from '../variables/variable';
import type { Banner } from './banners';
import type { TableContext } from './table-context';

/** Of a sum that one has more than this share of, nothing is shown. */
const MOST_OF_SUM = 0.75;
const LEAST_IN_SUM = 3;

/**
 * Whether a column's sum is made by fewer than three, or by one for more than three quarters: then its mean tells that one's
 * value.
 *
 * @returns for each column of the banner; false where nobody has any
 * @source art. 38 ust. 2 of the Polish act on public statistics (1995), as a benchmark
 */
export const dominatedColumns = (
  { values }: NumberVariable,
  { columns, columnOf }: Banner,
  { members }: Pick<TableContext, 'members'>,
): readonly boolean[] => {
  const [n, sum, largest] = [columns, columns, columns].map((all) => new Float64Array(all.length));
  if (n === undefined || sum === undefined || largest === undefined) return [];
  for (let at = 0; at < values.length; at += 1) {
    const value = Math.abs(values[at] ?? NaN);
    const column = columnOf[at] ?? -1;
    if (column < 0 || !(value > 0) || (members !== null && members[at] === 0)) continue;
    n[column] = (n[column] ?? 0) + 1;
    sum[column] = (sum[column] ?? 0) + value;
    largest[column] = Math.max(largest[column] ?? 0, value);
  }
  return columns.map((_, column) => {
    const [people = 0, all = 0, most = 0] = [n[column], sum[column], largest[column]];
    return people > 0 && (people < LEAST_IN_SUM || most > MOST_OF_SUM * all);
  });
};
