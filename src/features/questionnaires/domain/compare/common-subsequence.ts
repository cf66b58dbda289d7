/** Work beyond which two lists count as having nothing in common between their equal ends. */
const MOST_COMPARISONS = 4_000_000;

/**
 * The longest list of pairs that stand in both lists in the same order: places in the first and in the second, ascending.
 * Where the lists are too long to be compared, only their equal beginnings and ends are found.
 */
export const commonSubsequence = (
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] => {
  const head = equalFromStart(before, after);
  const tail = equalFromEnd(before, after, head);
  const [middle, other] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const ends = Array.from({ length: tail }, (_, at) => [before.length - tail + at, after.length - tail + at] as const);
  return [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...commonIn(middle, other).map(([a, b]) => [a + head, b + head] as const),
    ...ends,
  ];
};

const equalFromStart = (before: readonly string[], after: readonly string[]): number => {
  const shorter = Math.min(before.length, after.length);
  let count = 0;
  while (count < shorter && before[count] === after[count]) count += 1;
  return count;
};

const equalFromEnd = (before: readonly string[], after: readonly string[], head: number): number => {
  const most = Math.min(before.length, after.length) - head;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count += 1;
  return count;
};

const commonIn = (before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] => {
  if (before.length * after.length > MOST_COMPARISONS) return [];
  const lengths = lengthsFrom(before, after);
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length) {
    if (before[a] === after[b]) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (lengths(a + 1, b) >= lengths(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
};

/** Length of the longest common subsequence of what follows two places. */
const lengthsFrom = (before: readonly string[], after: readonly string[]): ((a: number, b: number) => number) => {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  const at = (a: number, b: number): number => table[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1)
      table[a * width + b] = before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  return at;
};
