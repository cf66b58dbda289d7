import type { Block } from '../domain';

/** On slides a picture has a slide of its own, under the heading of its chapter, and a line instead of all its notes. */
export const onSlides = (blocks: readonly Block[]): readonly Block[] => {
  const slides: Block[] = [];
  let chapter: Block | undefined;
  let isTaken = false;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      chapter = block;
      isTaken = false;
    }
    if (isPicture(block)) {
      if (isTaken && chapter !== undefined) slides.push(chapter);
      isTaken = true;
    }
    slides.push(block.kind === 'figure' ? { ...block, notes: block.notes.slice(-1) } : block);
  }
  return slides;
};

const isPicture = ({ kind }: Block): boolean => kind === 'figure' || kind === 'table';
