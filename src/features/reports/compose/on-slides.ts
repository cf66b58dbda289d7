import type { Block } from '../domain';

/** On slides a picture has a slide of its own; small headings above it would only take its room. */
export const onSlides = (blocks: readonly Block[]): readonly Block[] => {
  const slides: Block[] = [];
  let isTaken = false;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) isTaken = false;
    else if (isPicture(block)) {
      while (isSmallHeading(slides.at(-1))) slides.pop();
      if (isTaken) slides.push({ kind: 'page-break' });
      isTaken = true;
    }
    slides.push(block);
  }
  return slides;
};

const isPicture = ({ kind }: Block): boolean => kind === 'figure' || kind === 'table';
const isSmallHeading = (block: Block | undefined): boolean => block?.kind === 'heading' && block.level > 1;
