import type { Item, Page, QuestionnaireDefinition } from '../definition';
import { allCodes, codesIn } from '../edit';
import type { BankEntry } from './entry';
import { withRows } from './items-from';
import { looseAmong, type LooseItem } from './loose-items';
import { renumber, renumberingOf, type Renumbering } from './number-codes';
import { clashingNames, planTaking, type PlannedItem } from './plan-taking';

export interface Taking {
  readonly entries: readonly BankEntry[];
  /** The page they go to the end of, or the new last page. */
  readonly page: Pick<Page, 'id' | 'title'>;
  /** What to do with codes that the questionnaire has already. */
  readonly clashes: 'skip' | 'number';
}

export interface Taken {
  readonly definition: QuestionnaireDefinition;
  /** Codes of the items and statements that are new in the questionnaire. */
  readonly added: readonly string[];
  readonly skipped: readonly string[];
  readonly renumbering: Renumbering;
  /** Their conditions stay as they are written; the proof names them until what they look at is asked. */
  readonly loose: readonly LooseItem[];
}

/** Puts entries of the bank into a questionnaire. Statements join the battery of their name where there is one. */
export const takeItems = (definition: QuestionnaireDefinition, { entries, page, clashes }: Taking): Taken => {
  const planned = planTaking(definition, entries);
  const kept = clashes === 'skip' ? planned.flatMap(withoutClashes) : planned;
  const renumbering = clashes === 'number' ? renumberingFor(kept, definition) : new Map<string, string>();
  const ready = kept.map((plan) => ({ ...plan, item: renumber(plan.item, renumbering) }));
  const taken = withComparisonsOnce(placed(definition, ready, page));
  return {
    definition: taken,
    added: kept.flatMap(({ names }) => names.map((code) => renumbering.get(code) ?? code)),
    skipped: clashes === 'skip' ? planned.flatMap(clashingNames) : [],
    renumbering,
    loose: looseAmong(
      ready.map(({ item }) => item),
      definition,
    ),
  };
};

const withoutClashes = (plan: PlannedItem): readonly PlannedItem[] => {
  const { item, joins, clashes } = plan;
  if (clashes.length === 0) return [plan];
  if (!joins || item.kind !== 'battery') return [];
  const rows = item.rows.filter(({ code }) => !clashes.includes(code));
  return [{ ...plan, item: { ...item, rows }, clashes: [], names: rows.map(({ code }) => code) }];
};

const renumberingFor = (planned: readonly PlannedItem[], definition: QuestionnaireDefinition): Renumbering =>
  renumberingOf(
    planned
      .filter(({ clashes }) => clashes.length > 0)
      .map(({ item, joins, clashes }) => (joins ? clashes : codesIn(item))),
    [...allCodes(definition), ...planned.flatMap(({ item }) => codesIn(item))],
  );

const placed = (
  definition: QuestionnaireDefinition,
  planned: readonly PlannedItem[],
  { id, title }: Taking['page'],
): QuestionnaireDefinition => {
  const joining = planned.filter(({ joins }) => joins).map(({ item }) => item);
  const items = planned.filter(({ joins }) => !joins).map(({ item }) => item);
  const pages = definition.pages.map((page) => ({ ...page, items: page.items.map((item) => joined(item, joining)) }));
  if (items.length === 0) return { ...definition, pages };
  const isThere = pages.some((page) => page.id === id);
  return {
    ...definition,
    pages: isThere
      ? pages.map((page) => (page.id === id ? { ...page, items: [...page.items, ...items] } : page))
      : [...pages, { id, title, items }],
  };
};

const joined = (item: Item, joining: readonly Item[]): Item => {
  const other = joining.find(({ code }) => code === item.code);
  return item.kind === 'battery' && other?.kind === 'battery' ? withRows(item, other) : item;
};

/** Two items of one questionnaire cannot be compared with others by the same name: the first one keeps it. */
const withComparisonsOnce = (definition: QuestionnaireDefinition): QuestionnaireDefinition => {
  const seen = new Set<string>();
  const once = <Part extends { readonly comparisonCode?: string }>(part: Part): Part => {
    const { comparisonCode, ...rest } = part;
    if (comparisonCode === undefined) return part;
    if (seen.has(comparisonCode)) return rest as Part;
    seen.add(comparisonCode);
    return part;
  };
  const onceIn = (item: Item): Item => {
    const own = once(item);
    if (own.kind === 'battery' || own.kind === 'sum') return { ...own, rows: own.rows.map(once) };
    return own.kind === 'repeat' ? { ...own, items: own.items.map(onceIn) } : own;
  };
  return { ...definition, pages: definition.pages.map((page) => ({ ...page, items: page.items.map(onceIn) })) };
};
