/** Letters as one finds them: small, without Polish marks. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/** How much of the end of a word Polish may change, by the length of the word: "ryzykiem" and "ryzyku" share "ryzyk". */
const endingOf = ({ length }: string): number => (length >= 8 ? 3 : length >= 6 ? 2 : length === 5 ? 1 : 0);

/** The part of a sought word that inflection leaves; up to four letters a word is sought whole, as abbreviations are. */
const stemOf = (word: string): string => word.slice(0, word.length - endingOf(word));

/** Questionnaires call an OWES "ośrodek" after its first mention; who seeks one means the other. */
const SAME: ReadonlyMap<string, string> = new Map([['owes', 'osrod']]);

/** Beginnings of words, each of which answers a sought word. */
export const stemsOf = (word: string): readonly string[] => [stemOf(word), SAME.get(word) ?? []].flat();
