import type { BlockId, StoredReport } from '../domain';
import { chaptersOf, type Chapter } from '../domain/edit';

export interface ChapterAt {
  readonly chapters: readonly Chapter[];
  readonly chapter: Chapter;
  /** After which another block is added; null in an empty chapter. */
  readonly current: BlockId | null;
}

/** The chapter with this block, or that of this number, or the first. */
export const chapterAt = ({ blocks }: StoredReport, block: BlockId, number: number | undefined): ChapterAt => {
  const chapters = chaptersOf(blocks);
  const withBlock = chapters.find((one) => one.blocks.some(({ id }) => id === block));
  const byNumber = number === undefined ? undefined : chapters[Math.min(number, chapters.length) - 1];
  const chapter = withBlock ?? byNumber ?? chapters[0];
  if (chapter === undefined) throw new Error('a report has at least one chapter');
  return { chapters, chapter, current: withBlock === undefined ? (chapter.blocks.at(-1)?.id ?? null) : block };
};
