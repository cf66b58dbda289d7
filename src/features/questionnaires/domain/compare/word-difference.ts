import { commonSubsequence } from './common-subsequence';

/** A stretch of text that stands in both versions, in the earlier only, or in the later only. */
export interface TextPiece {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Two texts as one: what stayed, what went, what came, word by word. Spaces go with the word before them; where only they
 * differ, those of the later text stand.
 */
export const wordDifference = (before: string, after: string): readonly TextPiece[] => {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const plain = (words: readonly string[]): readonly string[] => words.map((word) => word.trim());
  const pieces: TextPiece[] = [];
  const add = (kind: TextPiece['kind'], words: readonly string[]): void => {
    if (words.length > 0) pieces.push({ kind, text: words.join('') });
  };
  let [from, to] = [0, 0];
  for (const [a, b] of [...commonSubsequence(plain(old), plain(young)), [old.length, young.length] as const]) {
    add('removed', old.slice(from, a));
    add('added', young.slice(to, b));
    add('kept', young.slice(b, b + 1));
    [from, to] = [a + 1, b + 1];
  }
  return joined(pieces);
};

const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*|^\s+/gu) ?? [];

/** Neighbours of one kind become one stretch. */
const joined = (pieces: readonly TextPiece[]): readonly TextPiece[] => {
  const stretches: TextPiece[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last?.kind === piece.kind) stretches[stretches.length - 1] = { ...last, text: last.text + piece.text };
    else stretches.push(piece);
  }
  return stretches;
};
