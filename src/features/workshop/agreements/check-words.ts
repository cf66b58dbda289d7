import { isDay } from '../../questionnaires/domain';
import type { AgreementWords } from '.';

export const LONGEST = { text: 300, person: 80, other: 80, others: 10 } as const;

export interface WordsIssue {
  readonly field: 'tresc' | 'adresat' | 'inni' | 'osoba' | 'termin';
  readonly fault:
    'text-missing' | 'text-long' | 'addressee-missing' | 'others-long' | 'person-long' | 'due-missing' | 'due-past';
  readonly longest: number;
  readonly length: number;
}

/**
 * What must be mended before an agreement is kept.
 *
 * @param meetingDay nothing is agreed for a day before the meeting
 */
export const wordsIssues = (words: AgreementWords, meetingDay: string): readonly WordsIssue[] => {
  const others = words.addressees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));
  const longest = Math.max(0, ...others.map((name) => name.length));
  const issue = (
    isWrong: boolean,
    field: WordsIssue['field'],
    fault: WordsIssue['fault'],
    [most, length]: readonly [number, number] = [0, 0],
  ): readonly WordsIssue[] => (isWrong ? [{ field, fault, longest: most, length }] : []);
  return [
    ...issue(words.text === '', 'tresc', 'text-missing'),
    ...issue(words.text.length > LONGEST.text, 'tresc', 'text-long', [LONGEST.text, words.text.length]),
    ...issue(words.addressees.length === 0, 'adresat', 'addressee-missing'),
    ...issue(longest > LONGEST.other || others.length > LONGEST.others, 'inni', 'others-long', [
      LONGEST.other,
      longest,
    ]),
    ...issue(words.person.length > LONGEST.person, 'osoba', 'person-long', [LONGEST.person, words.person.length]),
    ...issue(!isDay(words.due), 'termin', 'due-missing'),
    ...issue(isDay(words.due) && words.due < meetingDay, 'termin', 'due-past'),
  ];
};
