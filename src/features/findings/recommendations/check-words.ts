import type { RecommendationWords } from '.';

export const LONGEST = {
  title: 300,
  text: 10_000,
  implementation: 10_000,
  area: 200,
  other: 200,
  reason: 5_000,
} as const;
export const MOST_OTHERS = 20;
export const YEARS = { first: 2000, last: 2100 } as const;

export type IssueField = 'tytul' | 'opis' | 'wdrozenie' | 'obszar' | 'inni' | 'rok';

/** What keeps a recommendation from being saved; gaps do not. */
export interface WordsIssue {
  readonly field: IssueField;
  readonly fault: 'title-missing' | 'too-long' | 'too-many-others' | 'quarter';
  readonly longest: number;
  readonly length: number;
}

/** What was typed for the date: half of it is no date. */
export interface TypedQuarter {
  readonly quarter: string;
  readonly year: string;
}

export const wordsIssues = (words: RecommendationWords, typed: TypedQuarter): readonly WordsIssue[] => {
  const others = words.addressees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));
  return [
    ...(words.title === '' ? [issue('tytul', 'title-missing')] : []),
    ...tooLong('tytul', words.title, LONGEST.title),
    ...tooLong('opis', words.text, LONGEST.text),
    ...others.flatMap((name) => tooLong('inni', name, LONGEST.other)).slice(0, 1),
    ...(others.length > MOST_OTHERS ? [issue('inni', 'too-many-others', MOST_OTHERS, others.length)] : []),
    ...tooLong('wdrozenie', words.implementation, LONGEST.implementation),
    ...(isQuarterAmiss(words, typed) ? [issue('rok', 'quarter')] : []),
    ...tooLong('obszar', words.area, LONGEST.area),
  ];
};

const isQuarterAmiss = ({ due }: RecommendationWords, { quarter, year }: TypedQuarter): boolean => {
  if (due === null) return quarter !== '' || year.trim() !== '';
  return due.year < YEARS.first || due.year > YEARS.last;
};

const issue = (field: IssueField, fault: WordsIssue['fault'], longest = 0, length = 0): WordsIssue => ({
  field,
  fault,
  longest,
  length,
});

const tooLong = (field: IssueField, text: string, longest: number): readonly WordsIssue[] =>
  text.length > longest ? [issue(field, 'too-long', longest, text.length)] : [];
