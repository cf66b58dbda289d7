import {
  NOT_ASKED,
  type CategoryVariable,
  type NumberVariable,
  type SetVariable,
  type Variable,
  type VariableSet,
} from '../variables/variable';

/**
 * A data set with the respondents of others added, where these were asked the same: dimensions by name, questions by their
 * comparison code and the same answers. To every other question they are "not asked".
 */
export const joinSameMeaning = (set: VariableSet, others: readonly VariableSet[]): VariableSet =>
  others.reduce((joined, other) => (sharesMeaning(joined, other) ? joinTwo(joined, other) : joined), set);

const sharesMeaning = (set: VariableSet, other: VariableSet): boolean =>
  [...set.variables.values()].some(
    (variable) => variable.origin?.kind === 'item' && sameIn(other, variable) !== undefined,
  );

/** Nothing of respondents who answer another wave, and no weights: those of one sample do not weigh another. */
const sameIn = ({ variables }: VariableSet, variable: Variable): Variable | undefined => {
  const { origin, name } = variable;
  if (origin?.kind === 'dimension') return variables.get(name);
  if (origin?.kind !== 'item' || origin.comparisonCode === null) return undefined;
  return [...variables.values()].find(
    (other) =>
      other.origin?.kind === 'item' &&
      other.origin.comparisonCode === origin.comparisonCode &&
      haveSameAnswers(variable, other),
  );
};

const haveSameAnswers = (one: Variable, other: Variable): boolean => {
  if (one.kind !== other.kind) return false;
  if (!('categories' in one) || !('categories' in other)) return true;
  const key = ({ categories }: typeof one): string =>
    categories.map(({ code, value, missing }) => `${code}=${value} ${missing}`).join();
  return key(one) === key(other);
};

const joinTwo = (set: VariableSet, other: VariableSet): VariableSet => ({
  n: set.n + other.n,
  variables: new Map(
    [...set.variables].map(([name, variable]) => [name, append(variable, sameIn(other, variable), other.n)]),
  ),
});

const append = (variable: Variable, same: Variable | undefined, n: number): Variable => {
  const sensitive = variable.sensitive === true || same?.sensitive === true ? { sensitive: true as const } : {};
  switch (variable.kind) {
    case 'category':
      return { ...variable, ...sensitive, ...appendPlaces(variable, same?.kind === 'category' ? same : undefined, n) };
    case 'set':
      return { ...variable, ...sensitive, ...appendMarks(variable, same?.kind === 'set' ? same : undefined, n) };
    case 'number':
      return { ...variable, ...sensitive, ...appendValues(variable, same?.kind === 'number' ? same : undefined, n) };
    case 'text':
      return { ...variable, ...sensitive, states: appendStates(variable.states, undefined, n) };
  }
};

/** By code: the same dimension may have its values in another order. */
const appendPlaces = ({ categories, places }: CategoryVariable, same: CategoryVariable | undefined, n: number) => {
  const all = new Int16Array(places.length + n).fill(NOT_ASKED);
  all.set(places);
  if (same === undefined) return { places: all };
  const more = same.categories.filter(({ code }) => categories.every((known) => known.code !== code));
  const joined = [...categories, ...more];
  const placeAt = same.categories.map(({ code }) => joined.findIndex((known) => known.code === code));
  same.places.forEach((place, at) => {
    all[places.length + at] = place < 0 ? place : (placeAt[place] ?? NOT_ASKED);
  });
  return { categories: joined, places: all };
};

const appendMarks = ({ bits, states, wordsEach }: SetVariable, same: SetVariable | undefined, n: number) => {
  const all = new Uint32Array(bits.length + n * wordsEach);
  all.set(bits);
  if (same !== undefined) all.set(same.bits, bits.length);
  return { bits: all, states: appendStates(states, same?.states, n) };
};

const appendValues = ({ values, states }: NumberVariable, same: NumberVariable | undefined, n: number) => {
  const all = new Float64Array(values.length + n).fill(NaN);
  all.set(values);
  if (same !== undefined) all.set(same.values, values.length);
  return { values: all, states: appendStates(states, same?.states, n) };
};

const appendStates = (states: Int8Array, more: Int8Array | undefined, n: number): Int8Array => {
  const all = new Int8Array(states.length + n).fill(NOT_ASKED);
  all.set(states);
  if (more !== undefined) all.set(more, states.length);
  return all;
};
