import { isMarked, type CategoryVariable, type NumberVariable, type SetVariable, type Variable } from './variable';

/** What stands in the cells of a file of answers: words of answers, or their codes. */
export interface CellWords {
  /** Of a category. */
  readonly category: (category: { readonly code: string; readonly label: string }) => string;
  /** Of a state, −95 to −99: five different things. */
  readonly state: (state: number) => string;
  readonly marked: string;
  readonly notMarked: string;
  readonly number: (value: number) => string;
  /** Of a place given, from 1. */
  readonly place: (place: number) => string;
}

/** One column of a file: options of several answers have a column each. */
export interface DataColumn {
  readonly name: string;
  readonly label: string;
  readonly cellOf: (respondent: number) => string;
}

/** Columns of a variable; none for texts, which are read and checked on a page of their own. */
export const dataColumnsOf = (variable: Variable, words: CellWords): readonly DataColumn[] => {
  switch (variable.kind) {
    case 'category':
      return [{ ...namesOf(variable), cellOf: categoryCells(variable, words) }];
    case 'number':
      return [{ ...namesOf(variable), cellOf: numberCells(variable, words) }];
    case 'set':
      return variable.categories.map(({ code, label }, option) => ({
        name: `${variable.name}_${code}`,
        label: `${variable.label}: ${label}`,
        cellOf: optionCells(variable, option, words),
      }));
    case 'text':
      return [];
  }
};

const namesOf = ({ name, label }: Variable) => ({ name, label });

const categoryCells = ({ categories, places }: CategoryVariable, words: CellWords) => {
  const known = categories.map(words.category);
  const states = statesIn(words);
  return (respondent: number): string => {
    const place = places[respondent] ?? -99;
    return (place < 0 ? states.get(place) : known[place]) ?? '';
  };
};

const numberCells = ({ values, states }: NumberVariable, words: CellWords) => {
  const ofStates = statesIn(words);
  return (respondent: number): string => {
    const state = states[respondent] ?? -99;
    return state === 0 ? words.number(values[respondent] ?? 0) : (ofStates.get(state) ?? '');
  };
};

const optionCells = (variable: SetVariable, option: number, words: CellWords) => {
  const ofStates = statesIn(words);
  const places = variable.ranking?.places[option];
  return (respondent: number): string => {
    const state = variable.states[respondent] ?? -99;
    if (state !== 0) return ofStates.get(state) ?? '';
    if (!isMarked(variable, respondent, option)) return words.notMarked;
    return places === undefined ? words.marked : words.place(places[respondent] ?? 0);
  };
};

/** Each word is made once, not once a cell. */
const statesIn = (words: CellWords): ReadonlyMap<number, string> =>
  new Map([-95, -96, -97, -98, -99].map((state) => [state, words.state(state)]));
