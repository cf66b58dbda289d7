import type { Block } from '../domain';
import type { AnnouncedHeading } from './flow';
import type { Sheet } from './sheet';

type Level = 1 | 2 | 3;

const LONGEST_BOOKMARK = 160;

/** Tag of a heading: one that skips a level in the text does not skip it in the tags. */
export const levelTag = ({ flow }: Sheet, level: Level): string => {
  flow.lastLevel = Math.min(level, flow.lastLevel + 1);
  return `H${flow.lastLevel}`;
};

/** A bookmark below the nearest one of a higher level, leading to the pen's place. */
export const bookmark = ({ doc, flow, y }: Sheet, level: Level, text: string): void => {
  while ((flow.bookmarks.at(-1)?.level ?? 0) >= level) flow.bookmarks.pop();
  const parent = flow.bookmarks.at(-1)?.item ?? doc.outline;
  const title = text.length > LONGEST_BOOKMARK ? `${text.slice(0, LONGEST_BOOKMARK)}…` : text;
  // pdfkit counts the left edge from the right.
  const item = parent.addItem(title, { top: Math.max(0, y - 20), left: doc.page.width });
  flow.bookmarks.push({ level, item });
};

/** What a table of contents will have to hold. */
export const announceHeadings = (blocks: readonly Block[]): readonly AnnouncedHeading[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'columns') return block.columns.flatMap(announceHeadings);
    return block.kind === 'heading' && block.text.trim() !== '' ? [{ level: block.level, text: block.text }] : [];
  });
