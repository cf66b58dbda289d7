import { plainText } from '../rich-text';
import type { EditorBlock } from '../stored-report';

/** What is edited on one page: a chapter, or a part of one that is long. */
export interface Chapter {
  /** From 1. */
  readonly number: number;
  /** Words of its heading; null for what stands before the first. */
  readonly title: string | null;
  /** Of a chapter on several pages: which this is, and of how many. */
  readonly part: { readonly number: number; readonly of: number } | null;
  /** Number of its first block, from 1. */
  readonly first: number;
  readonly blocks: readonly EditorBlock[];
}

/** So that all of a page fits into one form post with room to write. */
const MOST_BLOCKS = 25;
const MOST_BYTES = 60_000;

/** A report in chapters: each begins with a heading of the highest level there is. */
export const chaptersOf = (blocks: readonly EditorBlock[]): readonly Chapter[] => {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const top = Math.min(...levels);
  const groups: EditorBlock[][] = [];
  for (const block of blocks) {
    const begins = block.kind === 'heading' && block.level === top;
    if (begins || groups.length === 0) groups.push([block]);
    else groups.at(-1)?.push(block);
  }
  const chapters: Chapter[] = [];
  let first = 1;
  for (const group of groups.length === 0 ? [[]] : groups) {
    const parts = partsOf(group);
    for (const [index, part] of parts.entries()) {
      chapters.push({
        number: chapters.length + 1,
        title: titleOf(group[0], top),
        part: parts.length === 1 ? null : { number: index + 1, of: parts.length },
        first,
        blocks: part,
      });
      first += part.length;
    }
  }
  return chapters;
};

const titleOf = (block: EditorBlock | undefined, top: number): string | null =>
  block?.kind === 'heading' && block.level === top ? plainText(block.text) : null;

const partsOf = (blocks: readonly EditorBlock[]): readonly (readonly EditorBlock[])[] => {
  const parts: EditorBlock[][] = [[]];
  let bytes = 0;
  for (const block of blocks) {
    const size = sizeOf(block);
    const last = parts.at(-1) ?? [];
    if (last.length > 0 && (last.length >= MOST_BLOCKS || bytes + size > MOST_BYTES)) {
      parts.push([block]);
      bytes = size;
    } else {
      last.push(block);
      bytes += size;
    }
  }
  return parts;
};

/** As a form post: signs beyond ASCII take six bytes and more. */
const sizeOf = (block: EditorBlock): number =>
  'text' in block ? new URLSearchParams([['', block.text]]).toString().length : 0;
