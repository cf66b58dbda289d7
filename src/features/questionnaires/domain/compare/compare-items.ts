import type { BatteryRow, Choice, Item } from '../definition';
import type { Change, Setting } from './change';
import { commonSubsequence } from './common-subsequence';
import { matchBy } from './placed-items';
import { wordDifference } from './word-difference';

/** Properties that respondents read. */
const TEXTS = new Set([
  'text',
  'hint',
  'constraintText',
  'lowLabel',
  'highLabel',
  'agreeLabel',
  'declineLabel',
  'unit',
]);
const EXPRESSIONS = new Set(['shownIf', 'constraint', 'expression']);
/** Properties that are compared by rules of their own. */
const STRUCTURE = new Set(['code', 'kind', 'choices', 'rows', 'items']);

/** Every difference within an item that both versions have. */
export const compareItems = (before: Item, after: Item): readonly Change[] => {
  const item = after.code;
  return [
    ...(before.kind === after.kind ? [] : [{ kind: 'kind', item, before: before.kind, after: after.kind } as const]),
    ...compareProperties(item, null, before, after),
    ...compareChoices(item, choicesOf(before), choicesOf(after)),
    ...compareRows(item, rowsOf(before), rowsOf(after)),
  ];
};

const choicesOf = (item: Item): readonly Choice[] => ('choices' in item ? item.choices : []);
const rowsOf = (item: Item): readonly BatteryRow[] => ('rows' in item ? item.rows : []);

/** Whatever is no structure: none may change unseen, so that unknown properties are compared, too. */
const compareProperties = (item: string, row: string | null, before: object, after: object): readonly Change[] => {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const parts = [...new Set([...young.keys(), ...old.keys()])].filter((part) => !STRUCTURE.has(part));
  return parts.flatMap((part): readonly Change[] => {
    const [was, is] = [settingOf(old.get(part)), settingOf(young.get(part))];
    if (was === is) return [];
    if (TEXTS.has(part))
      return [{ kind: 'text', item, row, part, pieces: wordDifference(String(was ?? ''), String(is ?? '')) }];
    if (EXPRESSIONS.has(part)) return [{ kind: 'expression', item, row, part, before: textOf(was), after: textOf(is) }];
    return [{ kind: 'setting', item, row, part, before: was, after: is }];
  });
};

const settingOf = (value: unknown): Setting => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'object' ? Object.values(value).join(' ') : null;
};

const textOf = (setting: Setting): string | null => (setting === null ? null : String(setting));

const compareChoices = (item: string, before: readonly Choice[], after: readonly Choice[]): readonly Change[] => {
  const { kept, added, removed } = matchBy(before, after, ({ code }) => code);
  return [
    ...added.map(({ code: choice, label }) => ({ kind: 'choice-added', item, choice, label }) as const),
    ...removed.map(({ code: choice, label }) => ({ kind: 'choice-removed', item, choice, label }) as const),
    ...kept.flatMap(({ before: old, after: young }) => compareChoice(item, old, young)),
    ...(isSameOrder(before, after) ? [] : [{ kind: 'choices-reordered', item } as const]),
  ];
};

const compareChoice = (item: string, before: Choice, after: Choice): readonly Change[] => {
  const { code: choice, label } = after;
  const meaning = ({ value, missing, exclusive, other }: Choice): string =>
    JSON.stringify([value ?? null, missing ?? null, exclusive ?? false, other ?? false]);
  return [
    ...(before.label === label
      ? []
      : [{ kind: 'choice-relabelled', item, choice, pieces: wordDifference(before.label, label) } as const]),
    ...(meaning(before) === meaning(after) ? [] : [{ kind: 'choice-changed', item, choice, label } as const]),
  ];
};

const compareRows = (item: string, before: readonly BatteryRow[], after: readonly BatteryRow[]): readonly Change[] => {
  const { kept, added, removed } = matchBy(before, after, ({ code }) => code);
  return [
    ...added.map(({ code: row, text }) => ({ kind: 'row-added', item, row, text }) as const),
    ...removed.map(({ code: row, text }) => ({ kind: 'row-removed', item, row, text }) as const),
    ...kept.flatMap(({ key, before: old, after: young }) => compareProperties(item, key, old, young)),
    ...(isSameOrder(before, after) ? [] : [{ kind: 'rows-reordered', item } as const]),
  ];
};

/** Whether those that both lists have stand in one order. */
const isSameOrder = (before: readonly { readonly code: string }[], after: readonly { readonly code: string }[]) => {
  const [old, young] = [before.map(({ code }) => code), after.map(({ code }) => code)];
  const shared = young.filter((code) => old.includes(code));
  return commonSubsequence(old, young).length >= shared.length;
};
