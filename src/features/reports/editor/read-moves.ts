import type { FrozenTable, GivenTable } from '../../analysis';
import { compareTables, type MovedNumber } from '../domain';
import type { ReportsNeeds } from '../needs';

/** What would change if a frozen block were told anew. */
export interface Moves {
  /** Null when it cannot be asked any more. */
  readonly today: GivenTable | null;
  /** Answers came since. */
  readonly hasNewer: boolean;
  readonly numbers: number;
  /** Largest first, shares before means and scores. */
  readonly moved: readonly MovedNumber[];
}

export const readMoves =
  ({ analysis }: { readonly analysis: { readonly frozen: Pick<ReportsNeeds['analysis']['frozen'], 'readToday'> } }) =>
  async (frozen: FrozenTable): Promise<Moves> => {
    const { today } = await analysis.frozen.readToday(frozen);
    if (today === null) return { today, hasNewer: false, numbers: 0, moved: [] };
    const [pair] = compareTables<GivenTable>([frozen], [today]).pairs;
    return {
      today,
      hasNewer: today.cut > frozen.cut,
      numbers: pair?.numbers ?? 0,
      moved: [...(pair?.moved ?? [])].sort(byMove),
    };
  };

const sizeOf = ({ before, after }: MovedNumber): number =>
  before === null || after === null ? Infinity : Math.abs(after - before);

/** Shares and shares of several answers move in percentage points; a mean in points of its scale comes after them. */
export const isShare = ({ row, kind }: MovedNumber): boolean =>
  kind === 'share' || (typeof row !== 'string' && (row.summary === 'top-two' || row.summary === 'bottom-two'));

const byMove = (a: MovedNumber, b: MovedNumber): number => {
  const order = Number(isShare(b)) - Number(isShare(a));
  if (order !== 0) return order;
  const [first, second] = [sizeOf(a), sizeOf(b)];
  return first === second ? 0 : second > first ? 1 : -1;
};
