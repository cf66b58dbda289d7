import type { ConclusionWords } from '.';

export const LONGEST = { title: 300, text: 10_000, criterion: 100 } as const;

/** What keeps a conclusion from being saved; gaps in what it rests on do not. */
export interface WordsIssue {
  readonly field: 'tytul' | 'opis' | 'wlasne';
  readonly fault: 'title-missing' | 'too-long' | 'criterion-missing';
  readonly values: { readonly longest: number; readonly length: number };
}

export const wordsIssues = ({ title, text, criterion }: ConclusionWords): readonly WordsIssue[] => {
  const own = criterion?.kind === 'own' ? criterion.name : null;
  const values = { longest: 0, length: 0 };
  return [
    ...(title === '' ? [{ field: 'tytul', fault: 'title-missing', values } as const] : []),
    ...tooLong('tytul', title, LONGEST.title),
    ...tooLong('opis', text, LONGEST.text),
    ...(own === '' ? [{ field: 'wlasne', fault: 'criterion-missing', values } as const] : []),
    ...tooLong('wlasne', own ?? '', LONGEST.criterion),
  ];
};

const tooLong = (field: WordsIssue['field'], text: string, longest: number): readonly WordsIssue[] =>
  text.length > longest ? [{ field, fault: 'too-long', values: { longest, length: text.length } }] : [];
