import type { Block } from '../domain';

/**
 * What parts leave behind where they meet: page breaks on end or before anything stands, pages turned and turned back, a
 * heading left on the page before the one that lies on its side, a level of headings left out.
 */
export const tidyBlocks = (blocks: readonly Block[]): readonly Block[] => levelled(turned(blocks));

const turned = (blocks: readonly Block[]): readonly Block[] => {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'page-break' && isFresh(kept.at(-1))) continue;
    if (block.kind === 'orientation') {
      const headings = takeHeadings(kept);
      if (isTurn(kept.at(-1))) kept.pop();
      kept.push(block, ...headings);
    } else kept.push(block);
  }
  while (isTurn(kept.at(-1))) kept.pop();
  return kept;
};

/** Headings at the end go with what they stand over. */
const takeHeadings = (kept: Block[]): readonly Block[] => {
  const from = kept.findLastIndex(({ kind }) => kind !== 'heading') + 1;
  return kept.splice(from);
};

const isTurn = (block: Block | undefined): boolean => block?.kind === 'page-break' || block?.kind === 'orientation';
const isFresh = (block: Block | undefined): boolean => block === undefined || isTurn(block) || block.kind === 'cover';

/** No level is left out: a reader who is led by headings would look for what is not there. Headings of one level stay equals. */
const levelled = (blocks: readonly Block[]): readonly Block[] => {
  const [first] = blocks.filter(({ kind }) => kind === 'heading');
  const hasTitle = blocks.some(({ kind }) => kind === 'masthead');
  const base = hasTitle && first?.kind === 'heading' && first.level > 1 ? 1 : 0;
  const above: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    while ((above.at(-1) ?? 0) >= block.level) above.pop();
    above.push(block.level);
    const level = Math.min(base + above.length, 3) as 1 | 2 | 3;
    return level === block.level ? block : { ...block, level };
  });
};
