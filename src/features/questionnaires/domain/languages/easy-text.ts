/** Longest sentence that easy-to-read text should have (design 7: "zdania do 15 słów"). */
export const MOST_WORDS = 15;

export interface LongSentence {
  readonly sentence: string;
  readonly words: number;
}

/** Sentences that are too long for easy-to-read text. */
export const longSentencesOf = (text: string): readonly LongSentence[] =>
  sentencesOf(text)
    .map((sentence) => ({ sentence, words: wordsOf(sentence).length }))
    .filter(({ words }) => words > MOST_WORDS);

export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…]["”»)]?)\s+(?=\S)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** A word has a letter or a digit; a dash between words is none. */
const wordsOf = (sentence: string): readonly string[] =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
