/** A form as data: the views draw each kind of field in one way. */
export type Field = TextField | ChoiceField;

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  /** A sentence; null: nothing is wrong. */
  readonly error: string | null;
}

export interface TextField extends Named {
  readonly kind: 'text' | 'lines';
  /** Of a line; absent: text. */
  readonly type?: 'date';
  readonly value: string;
  readonly longest: number;
}

export interface ChoiceField extends Named {
  readonly kind: 'select' | 'radios' | 'boxes';
  readonly options: readonly Option[];
  /** Said where there is nothing to choose from. */
  readonly empty: string | null;
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** What was typed beside what somebody else saved meanwhile. */
export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface FormPage {
  readonly title: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly errors: readonly { readonly href: string; readonly text: string }[];
  /** Null where nobody was faster. */
  readonly conflict: { readonly text: string; readonly differences: readonly Difference[] } | null;
  readonly save: string;
  /** Null where there is nothing to remove yet. */
  readonly remove: string | null;
}

/** Options from a list of codes, with what is chosen. */
export const optionsOf = (
  codes: readonly string[],
  chosen: readonly string[],
  textOf: (code: string) => string,
): readonly Option[] => codes.map((value) => ({ value, text: textOf(value), isChosen: chosen.includes(value) }));

/** What is seen in a field, for a person to compare. */
export const shownIn = (field: Field): string =>
  'options' in field
    ? field.options
        .filter(({ isChosen }) => isChosen)
        .map(({ text }) => text)
        .join('\n')
    : field.value;

/** Fields that say something else in two versions of one form. */
export const differencesBetween = (mine: readonly Field[], theirs: readonly Field[]): readonly Difference[] =>
  mine.flatMap((field, place) => {
    const other = theirs[place];
    if (other === undefined || shownIn(field) === shownIn(other)) return [];
    return [{ label: field.label, mine: shownIn(field), theirs: shownIn(other) }];
  });
