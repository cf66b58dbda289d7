import type { SourceItemBase } from '../source/source-form';
import { cellOf, placeIn } from './read-table';
import { TEXT_COLUMNS } from './read-languages';
import type { SurveyContext } from './survey-context';
import type { SurveyRow } from './survey-tree';
import { withoutMarkdown } from './without-markdown';

const OWN_COLUMN = /^es::(kind|json|check)$/;
const TRUE = /^(yes|true|true\(\)|1|tak)$/i;
const FALSE = /^(no|false|false\(\)|0|nie)?$/i;

/** What every question has, read from its row. */
export const baseOf = (context: SurveyContext, { row, name }: SurveyRow): SourceItemBase => {
  const { table, remarks } = context;
  const required = cellOf(row, 'required');
  if (!TRUE.test(required) && !FALSE.test(required))
    remarks.refused('required-condition', placeIn(table, row, 'required'), { expression: required });
  const texts = { text: textIn(context, row, 'label'), hint: textIn(context, row, 'hint') };
  return {
    code: name,
    place: placeIn(table, row),
    ...texts,
    required: TRUE.test(required) ? true : undefined,
    shownIf: optional(cellOf(row, 'relevant')),
    constraintText: textIn(context, row, 'constraint_message'),
  };
};

const optional = (text: string): string | undefined => (text === '' ? undefined : text);

/** A text in all languages; forms of other tools may hold markdown. */
export const textIn = ({ textOf, isOurs }: SurveyContext, row: SurveyRow['row'], column: string) => {
  const text = textOf(row, column);
  if (isOurs) return text;
  return Object.fromEntries(Object.entries(text).map(([language, each]) => [language, withoutMarkdown(each)]));
};

/** Names every filled cell of the row that was not taken. */
export const remarkOnRest = (context: SurveyContext, { row }: SurveyRow, taken: readonly string[]): void => {
  const known = new Set(['type', 'name', 'required', 'relevant', ...taken]);
  for (const column of row.cells.keys()) {
    const base = column.split('::')[0] ?? column;
    const isText = TEXT_COLUMNS.has(base) || [...TEXT_COLUMNS].some((each) => column.startsWith(each));
    if (known.has(column) || isText || OWN_COLUMN.test(column)) continue;
    if (column === 'readonly' && FALSE.test(cellOf(row, column))) continue;
    context.remarks.refused('column', placeIn(context.table, row, column), { column });
  }
};

/** Appearances that change nothing in our forms and need no mention. */
const SILENT = new Set(['likert', 'field-list', 'w1', 'w2', 'w3', 'w4', 'columns', 'horizontal', 'vertical']);

/** Words of the column appearance; those that mean nothing here are named. */
export const appearanceOf = (
  context: SurveyContext,
  { row }: SurveyRow,
  known: readonly string[],
): ReadonlySet<string> => {
  const words = cellOf(row, 'appearance')
    .split(/\s+/)
    .filter((word) => word !== '');
  const foreign = words.filter((word) => !known.includes(word) && !SILENT.has(word));
  if (foreign.length > 0)
    context.remarks.changed('appearance', placeIn(context.table, row, 'appearance'), { appearance: foreign.join(' ') });
  return new Set(words);
};

/** `start=0 end=10` as names and values; those not known are named. */
export const parametersOf = (
  context: SurveyContext,
  { row }: SurveyRow,
  known: readonly string[],
): ReadonlyMap<string, string> => {
  const pairs = [...cellOf(row, 'parameters').matchAll(/([A-Za-z_-]+)\s*=\s*([^\s,;]+)/g)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
  );
  const foreign = pairs.filter(([name]) => !known.includes(name));
  if (foreign.length > 0)
    context.remarks.refused('parameter', placeIn(context.table, row, 'parameters'), {
      parameter: foreign.map(([name, value]) => `${name}=${value}`).join(' '),
    });
  return new Map(pairs);
};
