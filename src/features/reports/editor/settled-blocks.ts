import type { StoredReport } from '../domain';
import { fingerprint } from '../domain/edit';
import type { ChapterInput } from './inputs';
import { isTyped, type TypedBlock, type TypedContent } from './typed-block';

/**
 * What was decided on the page of both texts: mine stays as it was typed, theirs drops what was typed, and both stand one
 * after the other. Without choices everything is as it was typed.
 */
export const settledBlocks = (
  typed: readonly TypedBlock[],
  choices: ChapterInput['wybor'],
  { blocks }: StoredReport,
): readonly TypedBlock[] =>
  typed.flatMap((one, index): readonly TypedBlock[] => {
    const choice = choices[index] ?? 'moja';
    if (choice === 'tamta') return [];
    const theirs = blocks.find(({ id }) => id === one.id);
    if (choice === 'moja' || theirs === undefined || !isTyped(theirs)) return [one];
    // Only what the person saw is joined: if it has changed again, both come back once more.
    return fingerprint(theirs) === one.seen ? [{ ...one, content: joined(theirs, one.content) }] : [one];
  });

const joined = (theirs: TypedContent, mine: TypedContent): TypedContent => {
  const text = [theirs.text, mine.text].filter((each) => each !== '').join(mine.kind === 'heading' ? ' / ' : '\n\n');
  return { ...mine, text };
};
