import type { Item } from '../definition';
import type { BankEntry } from './entry';

type Battery = Extract<Item, { kind: 'battery' }>;

/**
 * The items that entries make in a questionnaire, in their order. Statements of one battery stand together where the
 * first of them stood. Each item says where it came from.
 */
export const itemsFrom = (entries: readonly BankEntry[]): readonly Item[] => {
  const items = new Map<string, Item>();
  for (const entry of entries) {
    const item = withProvenance(entry);
    const earlier = items.get(item.code);
    items.set(item.code, earlier === undefined ? item : joined(earlier, item));
  }
  return [...items.values()];
};

const withProvenance = ({ item, version }: BankEntry): Item => ({ ...item, bank: { code: item.code, version } });

const joined = (earlier: Item, item: Item): Item =>
  earlier.kind === 'battery' && item.kind === 'battery'
    ? { ...withRows(earlier, item), bank: newer(earlier, item) }
    : item;

/** A battery with the rows of another that it does not have yet. */
export const withRows = (battery: Battery, { rows }: Battery): Battery => {
  const known = new Set(battery.rows.map(({ code }) => code));
  return { ...battery, rows: [...battery.rows, ...rows.filter(({ code }) => !known.has(code))] };
};

const newer = ({ code, bank }: Item, other: Item) => ({
  code,
  version: Math.max(bank?.version ?? 1, other.bank?.version ?? 1),
});
