import { countTogether, gatherBatteries } from '../../../analysis/domain';
import type { DisclosedBlock, GatheredBattery } from '../../../analysis/domain';
import type { ToldNumber, ToldTable } from './read-numbers';

/** What is put in order: the answers to one question, or the statements of a battery by the sum of their upper end. */
export interface Ordered {
  readonly of: 'answers' | 'statements';
  readonly block: DisclosedBlock;
  readonly battery: GatheredBattery | null;
  /** The highest first; two at least. */
  readonly entries: readonly OrderedEntry[];
}

export interface OrderedEntry extends ToldNumber {
  /** Code of the answer, or name of the statement's variable. */
  readonly key: string;
  readonly label: string;
}

const EVERYONE = 0;

/** The battery that an item's code names; an empty name: the first there is. */
export const readStatements = (told: ToldTable, item: string): Ordered | null => {
  const battery = gatherBatteries(told).find((one) => item === '' || one.item === item);
  const [block] = battery?.blocks ?? [];
  if (battery === undefined || block === undefined) return null;
  const entries = battery.blocks.flatMap((one): readonly OrderedEntry[] => {
    const counted = countTogether(one, battery.ends.top, EVERYONE);
    const base = one.bases[EVERYONE];
    return counted === null || base == null ? [] : [entryOf({ key: one.variable, label: one.label }, counted, base.n)];
  });
  return entries.length < 2 ? null : { of: 'statements', block, battery, entries: sorted(entries) };
};

/** Answers of everyone; "don't know" is no answer to be first or last. */
export const readAnswers = ({ names }: ToldTable, block: DisclosedBlock): Ordered | null => {
  const { categories } = names.find(({ name }) => name === block.variable) ?? { categories: [] };
  const entries = block.rows.flatMap(({ code, label }): readonly OrderedEntry[] => {
    const counted = countTogether(block, [code], EVERYONE);
    const base = block.bases[EVERYONE];
    const isMissing = categories.find((one) => one.code === code)?.missing != null;
    return counted === null || base == null || isMissing ? [] : [entryOf({ key: code, label }, counted, base.n)];
  });
  return entries.length < 2 ? null : { of: 'answers', block, battery: null, entries: sorted(entries) };
};

const entryOf = (
  { key, label }: Pick<OrderedEntry, 'key' | 'label'>,
  { share, interval, n }: NonNullable<ReturnType<typeof countTogether>>,
  base: number,
): OrderedEntry => ({ key, label, at: EVERYONE, value: share, interval, n: base, count: n, higherThan: [] });

const sorted = (entries: readonly OrderedEntry[]): readonly OrderedEntry[] =>
  entries.toSorted((a, b) => b.value - a.value);
