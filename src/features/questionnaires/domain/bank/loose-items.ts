import type { Item, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn, mentionsIn } from '../edit';
import type { BankEntry } from './entry';
import { itemsFrom } from './items-from';

/** An item whose condition, bound or text looks at something that is not asked. */
export interface LooseItem {
  readonly code: string;
  readonly missing: readonly string[];
}

/** Those among new items that look at what neither the questionnaire nor the others ask. */
export const looseAmong = (items: readonly Item[], definition: QuestionnaireDefinition): readonly LooseItem[] => {
  const known = [...allCodes(definition), ...items.flatMap(codesIn)];
  return items.flatMap((item) => {
    const missing = mentionsOf(item).filter((code) => !isAsked(code, known));
    return missing.length === 0 ? [] : [{ code: item.code, missing }];
  });
};

/** The entries with all that they look at, as far as the bank has it; in the order of the bank. */
export const withWhatTheyLookAt = (
  entries: readonly BankEntry[],
  definition: QuestionnaireDefinition,
  bank: readonly BankEntry[],
): readonly BankEntry[] => {
  const chosen = new Set(entries);
  for (;;) {
    const missing = looseAmong(itemsFrom([...chosen]), definition).flatMap((item) => item.missing);
    const found = bank.filter((entry) => !chosen.has(entry) && missing.some((code) => asks(entry, code)));
    if (found.length === 0) return [...bank.filter((entry) => chosen.has(entry)), ...outside(chosen, bank)];
    for (const entry of found) chosen.add(entry);
  }
};

const outside = (chosen: ReadonlySet<BankEntry>, bank: readonly BankEntry[]): readonly BankEntry[] =>
  [...chosen].filter((entry) => !bank.includes(entry));

const asks = ({ item }: BankEntry, code: string): boolean => isAsked(code, codesIn(item));

const mentionsOf = (item: Item): readonly string[] =>
  item.kind === 'repeat'
    ? [...new Set([item, ...item.items].flatMap((each) => [...mentionsIn(each)]))]
    : [...mentionsIn(item)];

/** `K1_inne` and `O1_U1a` are asked where K1 and the block with O1 are. */
const isAsked = (code: string, known: readonly string[]): boolean =>
  known.some((each) => code === each || code.startsWith(`${each}_`));
