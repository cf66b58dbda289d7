import type { Choice, Field } from '../../../questionnaires/domain';

/**
 * How answers to a field are kept. Options are its choices: first those that are answers, then "nie dotyczy" and "trudno
 * powiedzieć", which count in percentages and never in means.
 */
export type FieldLayout =
  | { readonly kind: 'coded' | 'multiple'; readonly options: readonly Choice[] }
  | { readonly kind: 'ranking'; readonly options: readonly Choice[]; readonly most: number }
  | { readonly kind: 'number' };

/** Null for texts, days and places: of them it is only counted how many there are. */
export const layoutOf = (field: Field): FieldLayout | null => {
  switch (field.kind) {
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return { kind: 'coded', options: optionsOf(field.choices.values()) };
    case 'multiple':
      return { kind: 'multiple', options: optionsOf(field.choices.values()) };
    case 'ranking':
      return { kind: 'ranking', options: optionsOf(field.choices.values()), most: field.most };
    case 'number':
      return { kind: 'number' };
    case 'part':
    case 'date':
    case 'territory':
    case 'email':
    case 'open':
    case 'other-text':
    case 'calculated':
      return null;
  }
};

const optionsOf = (choices: Iterable<Choice>): readonly Choice[] => {
  const all = [...choices];
  return [
    ...all.filter(({ missing }) => missing === undefined),
    ...all.filter(({ missing }) => missing === 97 || missing === 98),
  ];
};

export const optionsIn = (layout: FieldLayout): readonly Choice[] => ('options' in layout ? layout.options : []);

/**
 * Where the options of one layout stand in another: a place, or the negative state of a missing one that the other does
 * not list, −99 for an answer it does not know; null when every option stands where it stood.
 */
export const mapOptions = (from: readonly Choice[], to: readonly Choice[]): Int16Array | null => {
  const places = Int16Array.from(from, ({ code, missing }) => {
    const place = to.findIndex((option) => option.code === code);
    return place < 0 ? -(missing ?? 99) : place;
  });
  return places.every((place, at) => place === at) ? null : places;
};
