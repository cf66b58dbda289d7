import type { Translator } from '../../../platform/i18n';
import type { Block, ReportTree } from '../domain';
import { outlineOf } from './outline';
import { presentBlock, type Walk } from './present-block';
import type { BlockView, TreeView } from './tree-view';

export interface TreeLook {
  /** Whether the cover names the page (`h1`) or stands on a page that has a name. */
  readonly titleTag: 'h1' | 'p';
  /** Whether the person who looks may open the tables that prove the numbers. */
  readonly proofs: boolean;
}

/** A report tree as HTML shows it; `translator` is that of its language. */
export const presentTree = (tree: ReportTree, translator: Translator, look: TreeLook): TreeView => {
  const outline = outlineOf(tree);
  const walk: Walk = { ...look, translator, outline, labels: new Map(), notes: [], passed: 0 };
  const shown = tree.blocks.map((block): Shown => ({ block, view: presentBlock(block, walk) }));
  const blocks = tree.about.format === 'slides' ? inSlides(shown) : onSides(shown);
  const notes = walk.notes.map((text, at) => ({ number: at + 1, text }));
  return {
    blocks: notes.length === 0 ? blocks : [...blocks, { kind: 'footnotes', notes }],
    hasTitle: tree.blocks.some(({ kind }) => kind === 'cover' || kind === 'masthead'),
    contents: outline.filter(({ isContents }) => !isContents),
    t: translator.t,
    lang: translator.lang,
  };
};

interface Shown {
  readonly block: Block;
  readonly view: BlockView | null;
}

const viewsOf = (shown: readonly Shown[]): readonly BlockView[] => shown.flatMap(({ view }) => view ?? []);

/** What stands on pages that lie on their side is printed so from HTML, too. */
const onSides = (shown: readonly Shown[]): readonly BlockView[] => {
  const parts = cutBefore(shown, ({ block }) => block.kind === 'orientation');
  return parts.flatMap((part): readonly BlockView[] => {
    const [first] = part;
    const liesOnSide = first?.block.kind === 'orientation' && first.block.orientation === 'landscape';
    const blocks = viewsOf(part);
    return liesOnSide && blocks.length > 0 ? [{ kind: 'group', className: 'on-side', blocks }] : blocks;
  });
};

/** Every heading of level 1 begins a slide, as does the title. */
const inSlides = (shown: readonly Shown[]): readonly BlockView[] =>
  cutBefore(shown, ({ block }) => block.kind === 'heading' && block.level === 1)
    .map(viewsOf)
    .filter((blocks) => blocks.length > 0)
    .map((blocks) => ({ kind: 'group', className: 'slide', blocks }));

const cutBefore = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): readonly (readonly Item[])[] => {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (isFirst(item)) parts.push([]);
    parts.at(-1)?.push(item);
  }
  return parts;
};
