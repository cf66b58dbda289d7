import { sentencesOf } from '../../languages';
import { syllablesOf, wordsOf } from './words';

/** From how many syllables a Polish word counts as long. */
const LONG_WORD = 4;
/** Below this many words the index jumps about and says nothing. */
const FEWEST_WORDS = 100;

export interface Readability {
  /** About the years of schooling that reading asks for. */
  readonly index: number;
  readonly wordsPerSentence: number;
  /** Share of words with four syllables or more, 0-1. */
  readonly longWords: number;
}

/**
 * How hard a Polish text is to read, by the length of its sentences and the share of its long words: 0.4 × (words per
 * sentence + percent of words with four or more syllables). Up to 9 is plain, 10-12 fairly plain, from 16 hard. No verdict:
 * "ekonomia społeczna" is long and known to those who are asked, and a short sentence can be obscure.
 *
 * @param texts what respondents read; each text ends a sentence
 * @returns     null below 100 words
 * @source Gunning (1952), The Technique of Clear Writing; four syllables for Polish: Pisarek (1969), Zeszyty Prasoznawcze
 *   10/4, and the index FOG-PL of Pracownia Prostej Polszczyzny, Wrocław. Syllables are counted in the form as written.
 */
export const readabilityOf = (texts: readonly string[]): Readability | null => {
  const sentences = texts.flatMap(sentencesOf).filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  if (words.length < FEWEST_WORDS) return null;
  const wordsPerSentence = words.length / sentences.length;
  const longWords = words.filter((word) => syllablesOf(word) >= LONG_WORD).length / words.length;
  return { index: 0.4 * (wordsPerSentence + 100 * longWords), wordsPerSentence, longWords };
};
