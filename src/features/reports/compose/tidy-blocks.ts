import type { Block } from '../domain';

/** No two page breaks on end, none before anything stands, none after a turn of the page that makes one itself. */
export const tidyBlocks = (blocks: readonly Block[]): readonly Block[] => {
  const kept: Block[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    const isIdle = block.kind === 'page-break' && (last === undefined || isTurn(last) || last.kind === 'cover');
    if (isIdle) continue;
    if (block.kind === 'orientation' && last !== undefined && isTurn(last)) kept.pop();
    kept.push(block);
  }
  const last = kept.at(-1);
  return last !== undefined && isTurn(last) ? kept.slice(0, -1) : kept;
};

const isTurn = ({ kind }: Block): boolean => kind === 'page-break' || kind === 'orientation';
