import type { Item, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn } from '../edit';
import type { BankEntry } from './entry';
import { isStatement } from './entry';
import { itemsFrom } from './items-from';

/** One item on its way into a questionnaire. */
export interface PlannedItem {
  readonly item: Item;
  /** Its rows go into the battery of the same code that the questionnaire has. */
  readonly joins: boolean;
  /** Codes of it that the questionnaire has already. */
  readonly clashes: readonly string[];
  /** By which codes people know it: those of chosen statements, else its own. */
  readonly names: readonly string[];
}

export const planTaking = (
  definition: QuestionnaireDefinition,
  entries: readonly BankEntry[],
): readonly PlannedItem[] => {
  const known = new Set(allCodes(definition));
  const statements = new Set(entries.filter(isStatement).map(({ code }) => code));
  return itemsFrom(entries).map((item) => {
    const chosen =
      item.kind === 'battery' ? item.rows.map(({ code }) => code).filter((code) => statements.has(code)) : [];
    const names = chosen.length > 0 ? chosen : [item.code];
    const clashes = codesIn(item).filter((code) => known.has(code));
    const sharedRows = clashes.filter((code) => code !== item.code);
    return item.kind === 'battery' && sharedRows.length < item.rows.length && isJoinable(item, definition)
      ? { item, joins: true, clashes: sharedRows, names }
      : { item, joins: false, clashes, names };
  });
};

/** Codes that people are asked about before items are taken: skip them, or give them numbers? */
export const takenCodesOf = (definition: QuestionnaireDefinition, entries: readonly BankEntry[]): readonly string[] =>
  planTaking(definition, entries).flatMap(clashingNames);

/** Those names of a planned item under which the questionnaire asks something already. */
export const clashingNames = ({ joins, clashes, names }: PlannedItem): readonly string[] =>
  clashes.length === 0 ? [] : joins ? clashes : names;

/** Whether the questionnaire has this battery, with the same answers to choose from. */
const isJoinable = (battery: Extract<Item, { kind: 'battery' }>, { pages }: QuestionnaireDefinition): boolean =>
  pages
    .flatMap(({ items }) => items)
    .some((item) => item.kind === 'battery' && item.code === battery.code && choicesOf(item) === choicesOf(battery));

const choicesOf = ({ choices }: Extract<Item, { kind: 'battery' }>): string =>
  choices.map(({ code }) => code).join(' ');
