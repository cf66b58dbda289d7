import type { Translator } from '../../platform/i18n';
import { wordsOfGiven, type GivenTable, type GivenWords } from '../analysis';
import type { Claim, Focus } from './domain';
import { readCounts, readFocus, SHARE, toClaimOf, type Reading } from './domain/claims';
import { measuredBy, placeOf } from './domain/claims/read-numbers';
import { wordDifference, wordGroups } from './word-comparison';
import { wordCounts, wordLevel } from './word-level';
import { wordOrder } from './word-order';

/** A finding that rules wrote from the numbers of a table, for a person to change. */
export interface DraftFinding extends Sentences {
  /** Null for counts of few people, of which nothing can be asked again. */
  readonly claim: Claim | null;
}

export interface Sentences {
  /** One sentence without its full stop. */
  readonly title: string;
  /** Numbers, intervals, base and n. */
  readonly text: string;
}

/**
 * What a table says about a focus, or the most telling thing it says at all. Every number in it stands in the table. Null where the
 * table has nothing to say: hidden, empty, or without such a number.
 */
export const draftFinding = (given: GivenTable, focus: Focus | null, translator: Translator): DraftFinding | null => {
  const words = wordsOfGiven(given, translator);
  const reading = readFocus(given, focus);
  if (reading !== null) return { claim: toClaimOf(given, reading), ...wordReading(reading, words) };
  const counted = wordFew(given, focus, words);
  return counted && { claim: null, ...counted };
};

const wordReading = (reading: Reading, words: GivenWords): Sentences => {
  switch (reading.kind) {
    case 'level':
      return wordLevel(reading, words);
    case 'difference':
      return wordDifference(reading, words);
    case 'groups':
      return wordGroups(reading, words);
    case 'order':
      return wordOrder(reading.ordered, words);
  }
};

/** Fewer than ten people answered: how many of them gave the answers that are asked about, or the most frequent one. */
const wordFew = (given: GivenTable, focus: Focus | null, words: GivenWords): Sentences | null => {
  const measured = focus === null ? mostFrequent(given) : measuredBy(given, focus);
  const at = placeOf(given, focus?.column ?? null);
  if (measured?.measure !== SHARE || at === null) return null;
  const counts = readCounts(measured.block, measured.codes, at);
  return counts && wordCounts(measured, { ...counts, at }, words);
};

const mostFrequent = ({ table }: GivenTable) => {
  const [block] = table.blocks;
  const [row] = block?.rows.toSorted((a, b) => (b.cells[0]?.n ?? 0) - (a.cells[0]?.n ?? 0)) ?? [];
  return block === undefined || row === undefined ? null : { block, measure: SHARE, codes: [row.code] };
};
