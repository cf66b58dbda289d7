/** Letters and digits in lower case: what is left when writing differs but words do not. */
export const plainWords = (text: string): readonly string[] =>
  text
    .toLocaleLowerCase('pl')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

export const isSameText = (first: string, second: string): boolean =>
  plainWords(first).join(' ') === plainWords(second).join(' ');

/** Words that both have, twice, over all words: 1 = the same words, 0 = none in common (Dice 1945). */
export const similarity = (first: string, second: string): number => {
  const [a, b] = [new Set(plainWords(first)), new Set(plainWords(second))];
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
};

/** At most one word came, went or was replaced; texts of fewer than four words must be the same. */
export const differsByOneWord = (first: string, second: string): boolean => {
  const [a, b] = [plainWords(first), plainWords(second)];
  if (Math.min(a.length, b.length) < LEAST_WORDS || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return Math.max(a.length, b.length) - head - tail <= 1 && !isNegated(a, b);
};

const LEAST_WORDS = 4;
const NEGATIONS: ReadonlySet<string> = new Set(['nie', 'bez', 'not', 'no', 'nigdy', 'never']);

/** One word may turn the meaning round. */
const isNegated = (a: readonly string[], b: readonly string[]): boolean =>
  a.filter((word) => NEGATIONS.has(word)).length !== b.filter((word) => NEGATIONS.has(word)).length;

/** Shared words from which two labels of one code may mean the same question. */
export const LABEL_ALIKE = 1 / 3;
