import { both } from '../source/expressions';
import { PAGE } from '../source/default-texts';
import type { SourceItem, SourcePage, SourceText } from '../source/source-form';
import { appearanceOf, baseOf, remarkOnRest } from './read-cells';
import { isPageGroup, readItems } from './read-items';
import { placeIn } from './read-table';
import { NOWHERE, type Place } from '../report';
import type { SurveyContext } from './survey-context';
import type { SurveyNode } from './survey-tree';

/** Questions outside all groups are put on pages of this many. */
const MOST_ON_A_LOOSE_PAGE = 8;

interface Frame {
  readonly id: string;
  readonly title: SourceText;
  readonly place: Place;
  readonly shownIf: string | undefined;
}

/**
 * Pages are the groups of the form, the innermost that are no tables; questions outside of groups get pages of their own.
 * A condition of a group moves to its questions, because pages here have none.
 */
export const readPages = (context: SurveyContext, nodes: readonly SurveyNode[]): readonly SourcePage[] => {
  const frame: Frame = { id: 'pytania', title: PAGE, place: NOWHERE, shownIf: undefined };
  return runsOf(nodes).flatMap((run) =>
    Array.isArray(run)
      ? loosePages(context, run as readonly SurveyNode[], frame)
      : groupPages(context, run as SurveyNode, frame),
  );
};

/** Groups one by one, and what stands between them together. */
const runsOf = (nodes: readonly SurveyNode[]): readonly (SurveyNode | readonly SurveyNode[])[] => {
  const runs: (SurveyNode | SurveyNode[])[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (isPageGroup(node)) runs.push(node);
    else if (Array.isArray(last)) last.push(node);
    else runs.push([node]);
  }
  return runs;
};

const loosePages = (context: SurveyContext, nodes: readonly SurveyNode[], frame: Frame): readonly SourcePage[] => {
  const items = readItems(context, nodes, false);
  const pages: SourcePage[] = [];
  for (let at = 0; at < items.length; at += MOST_ON_A_LOOSE_PAGE)
    pages.push(pageOf(frame, items.slice(at, at + MOST_ON_A_LOOSE_PAGE)));
  if (items.length > 0 && frame.place === NOWHERE)
    context.remarks.changed('pages-made', { ...NOWHERE, sheet: context.table.sheet }, { pages: pages.length });
  return pages;
};

const groupPages = (context: SurveyContext, group: SurveyNode, outer: Frame): readonly SourcePage[] => {
  const frame = frameOf(context, group, outer);
  const nodes = group.children ?? [];
  if (context.isOurs) return [pageOf(frame, readItems(context, nodes, false))];
  if (nodes.length === 0) context.remarks.changed('group-empty', frame.place);
  return runsOf(nodes).flatMap((run) => {
    if (!Array.isArray(run)) return groupPages(context, run as SurveyNode, frame);
    const items = readItems(context, run as readonly SurveyNode[], false);
    return items.length === 0 ? [] : [pageOf(frame, items)];
  });
};

const frameOf = (context: SurveyContext, group: SurveyNode, outer: Frame): Frame => {
  appearanceOf(context, group, []);
  remarkOnRest(context, group, ['appearance']);
  const { text, hint, shownIf, place, required } = baseOf(context, group);
  if (shownIf !== undefined) context.remarks.changed('group-condition', placeIn(context.table, group.row, 'relevant'));
  if ((hint?.pl ?? '') !== '') context.remarks.refused('column', { ...place, column: 'hint' }, { column: 'hint' });
  if (required !== undefined)
    context.remarks.refused('column', { ...place, column: 'required' }, { column: 'required' });
  const hasTitle = (text.pl ?? '').trim() !== '';
  return {
    id: group.name === '' ? outer.id : group.name,
    title: hasTitle || context.isOurs ? text : outer.title,
    place,
    shownIf: both(outer.shownIf, shownIf),
  };
};

const pageOf = ({ id, title, place, shownIf }: Frame, items: readonly SourceItem[]): SourcePage => ({
  id,
  title,
  place,
  items: items.map((item) => (shownIf === undefined ? item : { ...item, shownIf: both(shownIf, item.shownIf) })),
});
