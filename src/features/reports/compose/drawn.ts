import type { Block } from '../domain';

/** What became of one block of a report: what is drawn, and what the writer should know about it. */
export interface Drawn {
  readonly blocks: readonly Block[];
  readonly notices: readonly string[];
}

export const drawn = (...blocks: readonly Block[]): Drawn => ({ blocks, notices: [] });

/** What cannot be drawn says why, to the reader and to the writer. */
export const missing = (text: string): Drawn => ({ blocks: [{ kind: 'text', text }], notices: [text] });

export const together = (...parts: readonly Drawn[]): Drawn => ({
  blocks: parts.flatMap(({ blocks }) => blocks),
  notices: parts.flatMap(({ notices }) => notices),
});

/** A heading over something; without it there is no heading either. */
export const under = (heading: Block, part: Drawn): Drawn =>
  part.blocks.length === 0 ? part : together(drawn(heading), part);
