import { both } from '../source/expressions';
import type { SourceItem } from '../source/source-form';
import { baseOf, remarkOnRest } from './read-cells';
import { cellOf, placeIn } from './read-table';
import type { SurveyContext } from './survey-context';
import type { SurveyNode } from './survey-tree';

/** A repeat as our block, or its questions asked once where nothing here says how often. */
export const readRepeat = (
  context: SurveyContext,
  node: SurveyNode,
  items: readonly SourceItem[],
  isInside: boolean,
): readonly SourceItem[] => {
  const { table, remarks } = context;
  const over = overOf(cellOf(node.row, 'repeat_count'));
  const base = baseOf(context, node);
  remarkOnRest(context, node, ['repeat_count', 'appearance']);
  if (over !== null && !isInside) return [{ ...base, kind: 'repeat', over, items }];
  remarks.changed('repeat-once', placeIn(table, node.row), { count: cellOf(node.row, 'repeat_count') });
  return items.map((item) => ({ ...item, shownIf: both(base.shownIf, item.shownIf) }));
};

/** `count-selected(${U1})` or `${P6}`. */
const overOf = (count: string): string | null =>
  /^(?:count-selected\(\s*)?\$\{\s*([^{}\s]+)\s*\}\s*\)?$/.exec(count)?.[1] ?? null;
