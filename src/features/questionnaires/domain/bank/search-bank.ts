import type { Criterion, Item } from '../definition';
import { answerFormOf, type AnswerForm, type Audience, type BankEntry, type BankModuleCode } from './entry';
import { fold, stemsOf, wordsOf } from './fold';

/** What a person looks for; what is absent does not narrow the search. */
export interface BankQuery {
  /** A code, or words of the wording. */
  readonly words?: string;
  readonly criterion?: Criterion;
  readonly form?: AnswerForm;
  readonly audience?: Audience;
  readonly module?: BankModuleCode;
}

/** The entries that fit, in the order of the bank. */
export const searchBank = <Entry extends BankEntry>(entries: readonly Entry[], query: BankQuery): readonly Entry[] => {
  const sought = wordsOf(query.words ?? '');
  return entries.filter(
    (entry) =>
      (query.module === undefined || entry.module === query.module) &&
      (query.criterion === undefined || entry.criterion === query.criterion) &&
      (query.form === undefined || answerFormOf(entry) === query.form) &&
      (query.audience === undefined || entry.audiences.includes(query.audience)) &&
      saysAll(entry, sought),
  );
};

/** Every sought word is the code, the beginning of it, or the beginning of a word of the entry. */
const saysAll = (entry: BankEntry, sought: readonly string[]): boolean => {
  if (sought.length === 0) return true;
  const code = fold(entry.code);
  const words = wordsOf(textsIn(entry.item).join(' '));
  return sought.every(
    (word) => isCode(code, word) || stemsOf(word).some((stem) => words.some((each) => each.startsWith(stem))),
  );
};

/** A code is sought as a code: "j1" finds J1, and "p1" finds P1 and P10, but no word of the wording. */
const isCode = (code: string, word: string): boolean => code === word || (/\d/.test(word) && code.startsWith(word));

const textsIn = (item: Item): readonly string[] => [
  item.text,
  item.hint ?? '',
  ...('choices' in item ? item.choices.map(({ label }) => label) : []),
  ...('rows' in item ? item.rows.map(({ text }) => text) : []),
  ...(item.kind === 'repeat' ? item.items.flatMap(textsIn) : []),
];
