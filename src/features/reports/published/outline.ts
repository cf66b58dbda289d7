import type { Block, ReportTree } from '../domain';
import type { ContentsEntry } from './tree-view';

/** A heading as HTML needs it: an address of its own, and a rank that skips none. */
export interface OutlineEntry extends ContentsEntry {
  readonly rank: number;
  /** A table of contents: it has a heading, but does not list itself. */
  readonly isContents: boolean;
}

type Announcing = Extract<Block, { kind: 'heading' | 'contents' }>;

/** Headings and tables of contents in reading order. */
export const outlineOf = ({ blocks }: Pick<ReportTree, 'blocks'>): readonly OutlineEntry[] => {
  const taken = new Set<string>();
  let above: readonly number[] = [];
  return announcing(blocks).map((block) => {
    const level = block.kind === 'heading' ? block.level : 1;
    const text = block.kind === 'heading' ? block.text : block.title;
    above = [...above.filter((one) => one < level), level];
    const rank = above.length + 1;
    return { text, level, rank, isContents: block.kind === 'contents', anchor: freeAnchor(text, taken) };
  });
};

const announcing = (blocks: readonly Block[]): readonly Announcing[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'columns') return announcing(block.columns.flat());
    return block.kind === 'heading' || block.kind === 'contents' ? [block] : [];
  });

const LONGEST = 60;

/** `Jakość usług` → `r-jakosc-uslug`; a second one ends in `-2`. */
const freeAnchor = (text: string, taken: Set<string>): string => {
  const plain = text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, (signs) => (/^\p{M}+$/u.test(signs) ? '' : '-'))
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  const wanted = plain === '' ? 'r' : `r-${plain}`;
  let anchor = wanted;
  for (let next = 2; taken.has(anchor); next += 1) anchor = `${wanted}-${next}`;
  taken.add(anchor);
  return anchor;
};
