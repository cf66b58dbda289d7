import type { Translator } from '../../../platform/i18n';
import { presentStillFigure } from '../../analysis';
import type { Block, FigureBlock, Run, TableBlock } from '../domain';
import type { OutlineEntry } from './outline';
import type { TreeLook } from './present-tree';
import type { BlockView, RunView } from './tree-view';

/** What is kept while walking through a tree: names that may be there once only, and footnotes. */
export interface Walk extends TreeLook {
  readonly translator: Translator;
  readonly outline: readonly OutlineEntry[];
  readonly labels: Map<string, number>;
  readonly notes: string[];
  /** Headings met so far. */
  passed: number;
}

/** One block; null where HTML shows nothing for it. */
export const presentBlock = (block: Block, walk: Walk): BlockView | null => {
  switch (block.kind) {
    case 'masthead':
      return { ...block, titleTag: walk.titleTag };
    case 'cover':
      return { ...block, titleTag: walk.titleTag };
    case 'contents':
      return contentsView(block, walk);
    case 'heading': {
      const { anchor, rank, text } = nextInOutline(walk);
      return { kind: 'heading', anchor, rank, text };
    }
    case 'paragraph':
    case 'callout':
      return { kind: block.kind, runs: runsOf(block.runs, walk) };
    case 'list':
      return {
        kind: 'list',
        tag: block.ordered ? 'ol' : 'ul',
        items: block.items.map((runs) => runsOf(runs, walk)),
      };
    case 'figure':
      return { kind: 'figure', figure: figureView(block, walk) };
    case 'table':
      return tableView(block, walk);
    case 'columns':
      return {
        kind: 'columns',
        columns: block.columns.map((blocks) => blocks.flatMap((one) => presentBlock(one, walk) ?? [])),
      };
    case 'orientation':
      return null;
    case 'quote':
    case 'lead':
    case 'text':
    case 'note':
    case 'key-figures':
    case 'numbered-findings':
    case 'facts':
    case 'paper-question':
    case 'page-break':
      return block;
  }
};

const nextInOutline = (walk: Walk): OutlineEntry => {
  const entry = walk.outline[walk.passed];
  walk.passed += 1;
  if (entry === undefined) throw new Error('The outline is shorter than the tree');
  return entry;
};

const contentsView = ({ title, depth }: Extract<Block, { kind: 'contents' }>, walk: Walk): BlockView => {
  const { anchor, rank } = nextInOutline(walk);
  const entries = walk.outline.filter(({ level, isContents }) => !isContents && level <= depth);
  return { kind: 'contents', title, anchor, rank, entries };
};

/** Reports link to the web, to mail and within this application, and to nothing that a browser would run. */
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

const runsOf = (runs: readonly Run[], walk: Walk): readonly RunView[] =>
  runs.map(({ text, bold, italic, href, footnote }) => ({
    text,
    bold: bold === true,
    italic: italic === true,
    href: href !== undefined && SAFE_ADDRESS.test(href) ? href : null,
    note: footnote === undefined ? null : walk.notes.push(footnote),
  }));

/** Rank of the heading in force. */
const rankHere = ({ outline, passed }: Walk): number => outline[passed - 1]?.rank ?? 1;

const figureView = ({ figure, number, notes, proof }: FigureBlock, walk: Walk) => {
  const { flags: _flags, ...still } = presentStillFigure(figure);
  const title = number === undefined ? figure.title : `${number} ${figure.title}`;
  return {
    ...still,
    title,
    notes,
    label: onlyOnce(`${title}. ${figure.sub}`, walk),
    anchor: `r-${onlyOnce(still.anchor, walk).replaceAll(/\W+/g, '-')}`,
    level: Math.min(rankHere(walk) + 1, 6),
    tablePath: walk.proofs ? (proof ?? null) : null,
  };
};

const tableView = ({ number, caption, columns, rows, note, proof, asCards }: TableBlock, walk: Walk): BlockView => {
  const name = [number, caption].filter((part) => part !== undefined).join(' ');
  const above = walk.outline[walk.passed - 1]?.text ?? walk.translator.t('published:tree.table');
  return {
    kind: 'table',
    label: onlyOnce(name === '' ? above : name, walk),
    caption: name === '' ? null : name,
    asCards: asCards === true,
    isWide: columns.slice(1).every(({ align }) => align === 'right'),
    columns: columns.map(({ label, align }) => ({ label, isNumber: align === 'right' })),
    rows: rows.map(({ cells: [head = '', ...cells], total }) => ({ head, cells, isTotal: total === true })),
    note: note ?? null,
    proof: walk.proofs ? (proof ?? null) : null,
  };
};

/** `Jakość`, then `Jakość (2)`: regions of one page have names of their own. */
const onlyOnce = (label: string, { labels }: Walk): string => {
  const times = (labels.get(label) ?? 0) + 1;
  labels.set(label, times);
  return times === 1 ? label : `${label} (${times})`;
};
