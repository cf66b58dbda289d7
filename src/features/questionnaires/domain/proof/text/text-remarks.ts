import { longSentencesOf, sentencesOf } from '../../languages';
import type { PlacedItem } from '../asked-places';
import { remark, type Remark, type RemarkPlace } from '../remark';
import { negationsIn } from './negations';
import { statementsOf } from './statement';
import { twoThingsIn } from './two-things';
import { wordsOf } from './words';

/** Longest sentence that is still read in one breath; easy-to-read text has its own, shorter limit. */
export const MOST_WORDS = 20;

/** What is hard to read or to answer in the wording of an item. */
export const textRemarksOf = (place: PlacedItem, labels: ReadonlySet<string>): readonly Remark[] => [
  ...longSentences(place),
  ...twoThings(place, labels),
  ...negations(place),
];

const longSentences = (place: PlacedItem): readonly Remark[] =>
  textsOf(place).flatMap(({ text, ...at }) =>
    sentencesOf(text).flatMap((sentence) => {
      const words = wordsOf(sentence).length;
      return words > MOST_WORDS
        ? [remark('long-sentence', at, { sentence: shorten(sentence), count: words, most: MOST_WORDS })]
        : [];
    }),
  );

/** The names of services are rated as they stand in the list they were chosen from: one thing, however they are called. */
const twoThings = (place: PlacedItem, labels: ReadonlySet<string>): readonly Remark[] =>
  statementsOf(place).flatMap(({ text, ...at }) => {
    const words = labels.has(text) ? null : twoThingsIn(text);
    return words === null ? [] : [remark('two-things', at, { words, sentence: shorten(text) })];
  });

const negations = (place: PlacedItem): readonly Remark[] => {
  const statements = statementsOf(place);
  const denials = statements.flatMap(({ text, ...at }) => negationRemarks(text, at, 1));
  return statements.some(({ field }) => field === place.item)
    ? denials
    : [...negationRemarks(place.asked.text, place, 2), ...denials];
};

/** A question may deny once; a statement that is agreed with is better without. */
const negationRemarks = (text: string, place: RemarkPlace, fromTurns: number): readonly Remark[] =>
  sentencesOf(text).flatMap((sentence) => {
    const { words, turns } = negationsIn(sentence);
    if (turns < fromTurns) return [];
    const details = { words: words.join(' … '), sentence: shorten(sentence) };
    return [remark(turns > 1 ? 'double-negation' : 'negation', place, details)];
  });

/** Sentences of an easy-to-read translation that are too long for it. */
export const longEasySentences = (text: string, place: RemarkPlace): readonly Remark[] =>
  longSentencesOf(text).map(({ sentence, words }) =>
    remark('long-easy-sentence', place, { sentence: shorten(sentence), count: words }),
  );

const textsOf = (place: PlacedItem): readonly (RemarkPlace & { readonly text: string })[] => {
  const { item, field, page, asked } = place;
  if (asked.kind === 'calculated') return [];
  const rows = 'rows' in asked ? asked.rows : [];
  return [
    { item, field, page, text: asked.text },
    { item, field, page, text: asked.hint ?? '' },
    ...rows.map((row) => ({ item, field: row.code, page, text: row.text })),
  ];
};

const LONGEST_QUOTE = 90;

export const shorten = (sentence: string): string =>
  sentence.length <= LONGEST_QUOTE ? sentence : `${sentence.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '')}…`;
