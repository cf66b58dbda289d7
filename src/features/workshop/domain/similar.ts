/** Words that are cut here are the same in most of their forms: `numer`, `numeru`, `numerem`. */
const STEM = 5;
const SHORTEST = 3;
const SIMILAR_FROM = 0.5;

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .replaceAll('ł', 'l')
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST)
      .map((word) => word.slice(0, STEM)),
  );

/** Share of words that two texts have in common, 0 to 1 (Dice). It knows words, not meanings: a hint for a person to judge. */
export const likeness = (one: string, other: string): number => {
  const [first, second] = [stemsOf(one), stemsOf(other)];
  const size = first.size + second.size;
  return size === 0 ? 0 : (2 * [...first].filter((stem) => second.has(stem)).length) / size;
};

/** Those that may say the same, the likest first. */
export const similarTo = <One extends { readonly id: string; readonly text: string }>(
  { id, text }: Pick<One, 'id' | 'text'>,
  others: readonly One[],
): readonly One[] =>
  others
    .filter((other) => other.id !== id)
    .map((other) => ({ other, like: likeness(text, other.text) }))
    .filter(({ like }) => like >= SIMILAR_FROM)
    .toSorted((first, second) => second.like - first.like)
    .map(({ other }) => other);
