import type { Item, QuestionnaireDefinition } from './definition';
import { fault, type DefinitionFault, type DefinitionFaultKind } from './definition-fault';
import { fieldCodesOf } from './fields-of';
import { MOST_BLOCKS } from './lay-out-blocks';
import { textsOfItem } from './map-texts';

/** Far beyond what anyone answers; so that a hostile file costs little. */
export const LIMITS = { pages: 200, items: 500, choices: 300, rows: 200, fields: 5_000, text: 5_000 } as const;

export const faultsOfSize = (definition: QuestionnaireDefinition): readonly DefinitionFault[] => {
  const items = definition.pages.flatMap((page) => page.items);
  const written = items.flatMap((item) => (item.kind === 'repeat' ? [item, ...item.items] : [item]));
  const texts = [definition.title, definition.lead, ...definition.pages.map(({ title }) => title)];
  const faults = [
    ...above(null, 'too-many-pages', definition.pages.length, LIMITS.pages),
    ...above(null, 'too-many-items', written.length, LIMITS.items),
    ...texts.flatMap((text) => above(null, 'text-too-long', text.length, LIMITS.text)),
    ...written.flatMap(faultsOfLength),
  ];
  return faults.length > 0 ? faults : above(null, 'too-many-fields', countFields(items), LIMITS.fields);
};

const faultsOfLength = (item: Item): readonly DefinitionFault[] => {
  const longest = Math.max(0, ...textsOf(item).map((text) => text.length));
  return [
    ...above(item.code.slice(0, 100), 'text-too-long', longest, LIMITS.text),
    ...('choices' in item ? above(item.code, 'too-many-choices', item.choices.length, LIMITS.choices) : []),
    ...('rows' in item ? above(item.code, 'too-many-rows', item.rows.length, LIMITS.rows) : []),
  ];
};

const textsOf = (item: Item): readonly string[] => [
  item.code,
  item.comparisonCode ?? '',
  ...('choices' in item ? item.choices.map(({ code }) => code) : []),
  ...('rows' in item ? item.rows.map(({ code }) => code) : []),
  ...(item.kind === 'repeat' ? [item.text, item.hint ?? ''] : textsOfItem(item)),
];

/** With blocks laid out as often as they can be asked for. */
const countFields = (items: readonly Item[]): number => {
  const choicesOf = new Map(items.map((item) => [item.code, 'choices' in item ? item.choices.length : MOST_BLOCKS]));
  const count = (item: Item): number => (item.kind === 'repeat' ? 0 : fieldCodesOf(item).length);
  return items.reduce((sum, item) => {
    if (item.kind !== 'repeat') return sum + count(item);
    const inner = item.items.reduce((total, each) => total + count(each), 0);
    return sum + inner * (choicesOf.get(item.over) ?? 0);
  }, 0);
};

const above = (
  code: string | null,
  kind: DefinitionFaultKind,
  count: number,
  most: number,
): readonly DefinitionFault[] => (count > most ? [fault(code, kind, { found: count, most })] : []);
