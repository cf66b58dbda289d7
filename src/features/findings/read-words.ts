import { CRITERIA, type Criterion } from '../evaluations/domain';
import type { FindingWords } from './add-finding';
import { criterionKey, type Finding } from './domain';
import type { WordsForm } from './inputs';

export interface WordsFault {
  readonly field: 'tytul' | 'tresc' | 'wlasne';
  readonly kind: 'missing' | 'too-long';
  readonly most: number;
}

export const LONGEST = { tytul: 300, tresc: 5_000, wlasne: 80 } as const;

/** What a person typed, as it is kept, and what must be mended first. */
export const readWords = (
  form: WordsForm,
): { readonly words: FindingWords; readonly faults: readonly WordsFault[] } => {
  const title = cleanLine(form.tytul);
  const text = cleanText(form.tresc);
  const own = cleanLine(form.wlasne);
  const isOwn = form.kryterium === 'own';
  const lengthOf = { tytul: title, tresc: text, wlasne: isOwn ? own : '' };
  const faults: readonly WordsFault[] = [
    ...(title === '' ? [{ field: 'tytul', kind: 'missing', most: 0 } as const] : []),
    ...(isOwn && own === '' ? [{ field: 'wlasne', kind: 'missing', most: 0 } as const] : []),
    ...(['tytul', 'tresc', 'wlasne'] as const)
      .filter((field) => lengthOf[field].length > LONGEST[field])
      .map((field) => ({ field, kind: 'too-long', most: LONGEST[field] }) as const),
  ];
  const { wymiar: dimensions, ton: tone, stan: state } = form;
  return { words: { title, text, dimensions, criterion: criterionBy(form.kryterium, own), tone, state }, faults };
};

const criterionBy = (key: string, own: string): Criterion | null => {
  const code = CRITERIA.find((one) => one === key);
  if (code !== undefined) return { kind: 'listed', code };
  return key === 'own' && own !== '' ? { kind: 'own', name: own } : null;
};

/** A finding as its form shows it. */
export const formOf = ({ title, text, dimensions, criterion, tone, state }: FindingWords | Finding): WordsForm => ({
  tytul: title,
  tresc: text,
  wymiar: [...dimensions],
  kryterium: criterion?.kind === 'own' ? 'own' : criterionKey(criterion),
  wlasne: criterion?.kind === 'own' ? criterion.name : '',
  ton: tone,
  stan: state,
});

/** Without signs that no text has, and of one line. */
export const cleanLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\s]+/gu, (signs) => (/^\u00A0$/u.test(signs) ? signs : ' ')).trim();

/** Without signs that no text has; lines and paragraphs stay. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .trim();
