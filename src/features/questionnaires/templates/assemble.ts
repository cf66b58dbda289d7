import type { Item, Page } from '../domain';
import { itemsFrom, type BankEntry } from '../domain/bank';
import { BANK } from './bank';

const byCode: ReadonlyMap<string, BankEntry> = new Map(BANK.map((entry) => [entry.code, entry]));

const entryOf = (code: string): BankEntry => {
  const entry = byCode.get(code);
  if (entry === undefined) throw new RangeError(`The bank has no entry ${code}`);
  return entry;
};

/** A page of bank entries, by their codes: `page('rola', 'Państwa rola', 'K1 K2')`. */
export const page = (id: string, title: string, codes: string): Page => ({
  id,
  title,
  items: itemsFrom(codes.split(' ').map(entryOf)),
});

/** For a questionnaire that only entities answer: nobody is asked in whose name they answer (K1). */
export const withoutRole = (item: Item): Item => {
  const { shownIf, ...rest } = item;
  return shownIf?.includes('${K1}') === true ? rest : item;
};

export const eachItem = (pages: readonly Page[], change: (item: Item) => Item): readonly Page[] =>
  pages.map((one) => ({ ...one, items: one.items.map(change) }));

/**
 * The core versions as they have been asked since the first wave: rows in the printed order, and no note of the bank, so
 * that their published versions stay word for word what they were.
 */
export const asFirstAsked = ({ bank: _provenance, random: _order, ...item }: Item): Item => item;
