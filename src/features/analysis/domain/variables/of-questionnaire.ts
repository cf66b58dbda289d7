import type { Choice, CompiledVersion, Field } from '../../../questionnaires/domain';
import type { Column } from '../columns/column';
import { ALL } from '../disclosure/lattice';
import type { Dataset } from '../dataset';
import type { NamedValue } from '../dimensions';
import type { Category, CategoryVariable, SetVariable, Variable, VariableOrigin, VariableSet } from './variable';

/** Names of what is known of every respondent without being asked; no field code begins with a small letter. */
const DIMENSIONS = ['instytucja', 'podregion', 'typ'] as const;

/**
 * The answers to one questionnaire as variables, one for each field that can be tabulated, with institution, subregion
 * and client type beside them.
 *
 * @param version newest version of the questionnaire
 * @param rows    places of its responses in the data set
 */
export const variablesOfQuestionnaire = (
  dataset: Dataset,
  version: CompiledVersion,
  rows: Uint32Array,
): VariableSet => {
  const questionnaire = version.definition.code;
  const variables = new Map<string, Variable>();
  for (const variable of dimensionsOf(dataset, rows)) variables.set(variable.name, variable);
  for (const field of version.fields) {
    if (!TABULATED.has(field.kind)) continue;
    const column = dataset.column([{ questionnaire, field: field.code }]);
    const variable = variableOf(field, column, rows);
    variables.set(
      field.code,
      dataset.isSensitive([{ questionnaire, field: field.code }]) ? { ...variable, sensitive: true } : variable,
    );
  }
  return { n: rows.length, variables };
};

const TABULATED: ReadonlySet<Field['kind']> = new Set<Field['kind']>([
  'single',
  'row',
  'scale0to10',
  'consent',
  'multiple',
  'ranking',
  'number',
]);

const variableOf = (field: Field, column: Column, rows: Uint32Array): Variable => {
  const about = { name: field.code, label: labelOf(field), origin: originOf(field) };
  const chosenMissing = 'choices' in field ? [...field.choices.values()].filter(({ missing }) => missing) : [];
  switch (column.kind) {
    case 'coded': {
      const categories = [...column.choices.map(toCategory), ...chosenMissing.map(toCategory)];
      const places = Int16Array.from(rows, (at) =>
        placeOf(column.states[at] ?? 96, column.values[at] ?? 0, categories, column.choices.length),
      );
      return { ...about, kind: 'category', level: 'ordinal', categories, places };
    }
    case 'number': {
      const values = Float64Array.from(rows, (at) => (column.states[at] === 0 ? (column.values[at] ?? NaN) : NaN));
      return { ...about, kind: 'number', level: 'ratio', values, states: statesOf(column, rows) };
    }
    case 'multiple':
      return setOf(about, [...column.choices, ...chosenMissing], column, rows, (option, at) =>
        option < column.marks.length ? column.marks[option]?.[at] === 1 : undefined,
      );
    case 'ranking': {
      const choices = [...column.choices, ...chosenMissing];
      const set = setOf(about, choices, column, rows, (option, at) =>
        option < column.places.length ? (column.places[option]?.[at] ?? 0) > 0 : undefined,
      );
      const places = choices.map((_, option) => Uint8Array.from(rows, (at) => column.places[option]?.[at] ?? 0));
      return { ...set, ranking: { most: column.most, places } };
    }
  }
};

/** A row of a battery is named by its statement, after the question it answers. */
const labelOf = ({ item, row, text }: Field): string => (row === null ? text : `${item.text} ${text}`);

const originOf = ({ item, row }: Field): VariableOrigin => ({
  kind: 'item',
  item: item.code,
  wording: item.text,
  row: row?.text ?? null,
  itemKind: item.kind,
  scale: 'scale' in item ? (item.scale ?? null) : null,
  criterion: item.criterion ?? null,
  comparisonCode: row?.comparisonCode ?? item.comparisonCode ?? null,
});

const toCategory = ({ code, label, value, missing }: Choice): Category => ({
  code,
  label,
  value: value ?? null,
  missing: missing === 97 || missing === 98 ? missing : null,
});

/** "Trudno powiedzieć" is a category of its own; everything else that is no answer stays a state. */
const placeOf = (state: number, value: number, categories: readonly Category[], answers: number): number => {
  if (state === 0) return value;
  const chosen = categories.findIndex(({ missing }, place) => place >= answers && missing === state);
  return chosen < 0 ? -state : chosen;
};

const statesOf = ({ states }: Column, rows: Uint32Array): Int8Array =>
  Int8Array.from(rows, (at) => -(states[at] ?? 96));

const BITS = 32;

const setOf = (
  about: Pick<Variable, 'name' | 'label' | 'origin'>,
  choices: readonly Choice[],
  column: Column,
  rows: Uint32Array,
  isMarked: (option: number, at: number) => boolean | undefined,
): SetVariable => {
  const categories = choices.map(toCategory);
  const wordsEach = Math.ceil(categories.length / BITS);
  const bits = new Uint32Array(rows.length * wordsEach);
  const states = statesOf(column, rows);
  rows.forEach((at, respondent) => {
    categories.forEach(({ missing }, option) => {
      const marked = isMarked(option, at) ?? (missing !== null && column.states[at] === missing);
      if (!marked) return;
      const word = respondent * wordsEach + Math.floor(option / BITS);
      bits[word] = (bits[word] ?? 0) | (1 << (option % BITS));
      states[respondent] = 0;
    });
  });
  return { ...about, kind: 'set', level: 'nominal', categories, wordsEach, bits, states };
};

const NOT_KNOWN = -99;

const dimensionsOf = (dataset: Dataset, rows: Uint32Array): readonly CategoryVariable[] => {
  const groups = dataset.groups.map(({ code, institution }) => ({ code, name: institution?.shortName ?? code }));
  return [groups, dataset.subregions, dataset.clientTypes].flatMap((values, dimension) => {
    const name = DIMENSIONS[dimension];
    return name === undefined || values.length === 0 ? [] : [dimensionOf(name, values, dataset, { dimension, rows })];
  });
};

const dimensionOf = (
  name: string,
  values: readonly NamedValue[],
  dataset: Dataset,
  { dimension, rows }: { readonly dimension: number; readonly rows: Uint32Array },
): CategoryVariable => {
  const places = new Int16Array(dataset.n).fill(NOT_KNOWN);
  values.forEach((_, place) => {
    const cell = [ALL, ALL, ALL].map((all, at) => (at === dimension ? place : all));
    for (const at of dataset.members({ values: cell, completeOnly: false }).everyone) places[at] = place;
  });
  return {
    kind: 'category',
    name,
    label: name,
    origin: { kind: 'dimension' },
    level: 'nominal',
    categories: values.map(({ code, name: label }) => ({ code, label, value: null, missing: null })),
    places: Int16Array.from(rows, (at) => places[at] ?? NOT_KNOWN),
  };
};
