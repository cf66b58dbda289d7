import type { Block } from '../domain';

/** On slides a picture has a slide of its own, right under the heading of its chapter. */
export const onSlides = (blocks: readonly Block[]): readonly Block[] => {
  const slides: Block[] = [];
  let chapter: Block | undefined;
  let isTaken = false;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      chapter = block;
      isTaken = false;
    } else if (isPicture(block)) {
      while (isSmallHeading(slides.at(-1))) slides.pop();
      if (isTaken && chapter !== undefined) slides.push(chapter);
      isTaken = true;
    }
    slides.push(block);
  }
  return slides;
};

const isPicture = ({ kind }: Block): boolean => kind === 'figure' || kind === 'table';
const isSmallHeading = (block: Block | undefined): boolean => block?.kind === 'heading' && block.level > 1;
