import type { SourceChoice, SourceItem, SourceRow } from '../source/source-form';
import { DEFAULT_LIMITS } from '../source/defaults';
import { appearanceOf, baseOf, remarkOnRest, textIn } from './read-cells';
import { choicesOf } from './read-question';
import { cellOf, placeIn } from './read-table';
import type { SurveyContext } from './survey-context';
import type { SurveyNode } from './survey-tree';

/** A group that is one question of ours: a table of rows with one list, or numbers that add up. Null for all others. */
export const readGroupAsItem = (context: SurveyContext, node: SurveyNode): SourceItem | null => {
  const kind = cellOf(node.row, 'es::kind');
  const children = node.children ?? [];
  if (kind === 'sum') return readSum(context, node, children);
  const isTable = cellOf(node.row, 'appearance').split(/\s+/).includes('table-list');
  if (kind !== 'battery' && !isTable) return null;
  if (isOneTable(children) || kind === 'battery') return readBattery(context, node, children);
  context.remarks.changed('table-mixed', placeIn(context.table, node.row));
  return null;
};

const isOneTable = (children: readonly SurveyNode[]): boolean =>
  children.length > 0 &&
  children.every(({ type, list, orOther }) => type === 'select_one' && list === children[0]?.list && !orOther);

/** Header with appearance `label`, rows with `list-nolabel`: the older way to write a table. */
export const tableRun = (children: readonly SurveyNode[], from: number): number => {
  const first = children[from];
  if (first === undefined || appearance(first) !== 'label' || first.type !== 'select_one') return 0;
  let end = from + 1;
  for (let next = children[end]; next?.list === first.list && appearance(next) === 'list-nolabel'; next = children[end])
    end += 1;
  return end - from - 1;
};

const appearance = ({ row }: SurveyNode): string => cellOf(row, 'appearance');

/** The table that such a header begins. */
export const readTableRun = (
  context: SurveyContext,
  header: SurveyNode,
  rows: readonly SurveyNode[],
): SourceItem | null => {
  const choices = choicesOf(context, header);
  if (choices === null) return null;
  remarkOnRest(context, header, ['appearance']);
  return {
    ...baseOf(context, header),
    required: rows.some(({ row }) => /^(yes|true)/i.test(cellOf(row, 'required'))) || undefined,
    kind: 'battery',
    choices: choices.map(withValue),
    rows: rows.map((row) => rowOf(context, row, ['appearance'])),
  };
};

const readBattery = (context: SurveyContext, node: SurveyNode, children: readonly SurveyNode[]): SourceItem | null => {
  const [first] = children;
  const choices = first === undefined ? [] : choicesOf(context, first);
  if (choices === null) return null;
  appearanceOf(context, node, ['table-list']);
  remarkOnRest(context, node, ['appearance']);
  return {
    ...baseOf(context, node),
    required: children.some(({ row }) => /^(yes|true)/i.test(cellOf(row, 'required'))) || undefined,
    kind: 'battery',
    choices: context.isOurs ? choices : choices.map(withValue),
    rows: children.map((child) => rowOf(context, child, ['appearance'])),
  };
};

/** Points of a scale need values; a code that is a number is one. */
const withValue = (choice: SourceChoice): SourceChoice =>
  choice.value === undefined && choice.missing === undefined && /^-?\d{1,6}$/.test(choice.code)
    ? { ...choice, value: Number(choice.code) }
    : choice;

const rowOf = (context: SurveyContext, node: SurveyNode, taken: readonly string[]): SourceRow => {
  remarkOnRest(context, node, taken);
  const relevant = cellOf(node.row, 'relevant');
  return {
    code: node.name,
    place: placeIn(context.table, node.row),
    text: textIn(context, node.row, 'label'),
    shownIf: relevant === '' ? undefined : relevant,
  };
};

const readSum = (context: SurveyContext, node: SurveyNode, children: readonly SurveyNode[]): SourceItem => {
  remarkOnRest(context, node, ['appearance']);
  return {
    ...baseOf(context, node),
    required: children.some(({ row }) => /^(yes|true)/i.test(cellOf(row, 'required'))) || undefined,
    kind: 'sum',
    rows: children.map((child) => rowOf(context, child, ['constraint', 'constraint_message'])),
    total: DEFAULT_LIMITS.total,
    unit: textIn(context, node.row, 'es::unit'),
  };
};
