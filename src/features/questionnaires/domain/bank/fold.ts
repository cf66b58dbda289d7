/** Letters as one finds them: small, without Polish marks. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

const SHORTEST_INFLECTED = 5;
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 2;

/**
 * The part of a sought word that stays when Polish inflects it: "dotacji" and "dotację" both begin with "dotac". Words of up
 * to four letters are sought whole, so that abbreviations stay what they are.
 */
const stemOf = (word: string): string =>
  word.length < SHORTEST_INFLECTED ? word : word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING));

/** Questionnaires call an OWES "ośrodek" after its first mention; who seeks one means the other. */
const SAME: ReadonlyMap<string, string> = new Map([['owes', 'osrod']]);

/** Beginnings of words, each of which answers a sought word. */
export const stemsOf = (word: string): readonly string[] => [stemOf(word), SAME.get(word) ?? []].flat();
