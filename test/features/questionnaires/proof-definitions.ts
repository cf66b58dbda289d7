import type { Choice, Item, Page, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';

export const choicesOf = (...codes: readonly string[]): readonly Choice[] =>
  codes.map((code) => ({ code, label: `odpowiedź ${code}` }));

type Rest<Kind extends Item['kind']> = Partial<Omit<Extract<Item, { kind: Kind }>, 'kind' | 'code' | 'choices'>>;

export const single = (code: string, codes: readonly string[], rest: Rest<'single'> = {}): Item => ({
  kind: 'single',
  code,
  text: `Pytanie ${code}?`,
  choices: choicesOf(...codes),
  ...rest,
});

export const multiple = (code: string, choices: readonly Choice[], rest: Rest<'multiple'> = {}): Item => ({
  kind: 'multiple',
  code,
  text: `Pytanie ${code}?`,
  choices,
  ...rest,
});

export const number = (code: string, least: number, most: number, rest: Rest<'number'> = {}): Item => ({
  kind: 'number',
  code,
  text: `Ile ${code}?`,
  least,
  most,
  whole: true,
  ...rest,
});

export const open = (code: string, shownIf?: string): Item => ({
  kind: 'open',
  code,
  text: `Pytanie ${code}?`,
  longest: 100,
  ...(shownIf === undefined ? {} : { shownIf }),
});

export const end = (code: string, shownIf?: string): Item => ({
  kind: 'information',
  code,
  text: 'Dziękujemy.',
  ends: true,
  ...(shownIf === undefined ? {} : { shownIf }),
});

/** A draft with one page for each list of items. */
export const draftOf = (...pages: readonly (readonly Item[])[]): QuestionnaireDefinition => ({
  code: 'proba',
  version: 1,
  locale: 'pl',
  title: 'Próba',
  lead: 'Próba',
  minutes: 15,
  pages: pages.map((items, index): Page => ({ id: `p${index + 1}`, title: `Strona ${index + 1}`, items })),
});
