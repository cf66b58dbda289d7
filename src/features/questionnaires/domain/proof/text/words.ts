/** Words of a text: what holds a letter or a digit, without the marks around it. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[\s/]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/**
 * Syllables of a Polish word: its vowels, where `i` before a vowel only softens ("nie" has one), and `au`, `eu` are one as
 * in "auto", except after the prefixes of "nauka" and "zaufanie". A number or an abbreviation counts as one.
 */
export const syllablesOf = (word: string): number => {
  const vowels = word
    .toLowerCase()
    .replace(/^(na|za|po)u/u, '$1-u')
    .replace(/i(?=[aąeęoóuy])/gu, '')
    .replace(/[ae]u/gu, 'a')
    .match(/[aąeęioóuy]/gu);
  return /\p{Ll}/u.test(word) ? Math.max(1, vowels?.length ?? 0) : 1;
};
