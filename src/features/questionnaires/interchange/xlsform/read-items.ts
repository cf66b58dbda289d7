import { both } from '../source/expressions';
import type { SourceItem } from '../source/source-form';
import { baseOf } from './read-cells';
import { readGroupAsItem, readTableRun, tableRun } from './read-group';
import { readQuestion } from './read-question';
import { readRepeat } from './read-repeat';
import { cellOf, placeIn } from './read-table';
import type { SurveyContext } from './survey-context';
import type { SurveyNode } from './survey-tree';

/** The questions among these rows; groups that are no tables lose their frame and hand their condition on. */
export const readItems = (
  context: SurveyContext,
  nodes: readonly SurveyNode[],
  isInRepeat: boolean,
): readonly SourceItem[] => {
  const items: SourceItem[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) continue;
    const rows = tableRun(nodes, at);
    if (rows > 0) {
      const table = readTableRun(context, node, nodes.slice(at + 1, at + 1 + rows));
      if (table !== null) items.push(table);
      at += rows;
    } else items.push(...readNode(context, node, isInRepeat));
  }
  return items;
};

const readNode = (context: SurveyContext, node: SurveyNode, isInRepeat: boolean): readonly SourceItem[] => {
  // In our own files the choice itself says that it asks for a text.
  if (context.isOurs && cellOf(node.row, 'es::kind') === 'other-text') return [];
  if (node.type === 'begin_repeat')
    return readRepeat(context, node, readItems(context, node.children ?? [], true), isInRepeat);
  const item = node.children === null ? readQuestion(context, node) : readGroupAsItem(context, node);
  if (item !== null) return [item];
  return node.children === null ? [] : readInnerGroup(context, node, isInRepeat);
};

const readInnerGroup = (context: SurveyContext, node: SurveyNode, isInRepeat: boolean): readonly SourceItem[] => {
  context.remarks.changed('group-opened', placeIn(context.table, node.row), { title: cellOf(node.row, 'label') });
  const { shownIf } = baseOf(context, node);
  return readItems(context, node.children ?? [], isInRepeat).map((item) => ({
    ...item,
    shownIf: both(shownIf, item.shownIf),
  }));
};

/** Whether a group stands for a page: not for a table, not for a sum. */
export const isPageGroup = (node: SurveyNode): boolean =>
  node.type === 'begin_group' &&
  !['battery', 'sum'].includes(cellOf(node.row, 'es::kind')) &&
  !cellOf(node.row, 'appearance').split(/\s+/).includes('table-list') &&
  !(node.children ?? []).some((child) => cellOf(child.row, 'appearance') === 'list-nolabel');
