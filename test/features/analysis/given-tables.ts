import type { DatasetName } from '../../../src/features/analysis/datasets';
import { nameVariables, type TableRequest } from '../../../src/features/analysis/domain/tables';
import { discloseRequest } from '../../../src/features/analysis/domain/tables';
import type {
  Category,
  CategoryVariable,
  NumberVariable,
  SetVariable,
  Variable,
  VariableOrigin,
  VariableSet,
} from '../../../src/features/analysis/domain/variables/variable';
import type { GivenTable } from '../../../src/features/analysis';
import type { ScaleCode } from '../../../src/features/questionnaires/domain';

/** Tables as reports get them, of people written down in the test. */
const DATASET: DatasetName = { code: 'owes-clients', title: 'Klienci OWES', kind: 'questionnaire' };
export const SMALLEST = 5;

export const setOf = (...variables: readonly Variable[]): VariableSet => ({
  n: Math.max(0, ...variables.map(lengthOf)),
  variables: new Map(variables.map((variable) => [variable.name, variable])),
});

const lengthOf = (variable: Variable): number => {
  switch (variable.kind) {
    case 'category':
      return variable.places.length;
    case 'number':
      return variable.values.length;
    case 'set':
    case 'text':
      return variable.states.length;
  }
};

export const givenOf = (
  set: VariableSet,
  request: Partial<TableRequest> & Pick<TableRequest, 'rows'>,
  { level = 0.05, smallestGroup = SMALLEST }: { readonly level?: number; readonly smallestGroup?: number } = {},
): GivenTable => {
  const asked: TableRequest = { columns: [], weight: null, filter: [], ...request };
  const table = discloseRequest(set, asked, { level, smallestGroup });
  const given = {
    dataset: DATASET,
    request: asked,
    level,
    cut: set.n,
    dataCut: '2026-11-18',
    respondents: set.n,
    table,
    wordings: asked.rows.map((name) => wordingOf(set, name)),
    names: nameVariables(set, asked),
  };
  return { ...(JSON.parse(JSON.stringify(given)) as Omit<GivenTable, 'publication'>), publication: null };
};

const wordingOf = ({ variables }: VariableSet, name: string) => {
  const variable = variables.get(name);
  const origin = variable?.origin;
  return origin?.kind === 'item'
    ? { variable: name, item: origin.item, question: origin.wording, statement: origin.row, version: 1 }
    : { variable: name, item: name, question: variable?.label ?? name, statement: null, version: null };
};

export const AGREE5: readonly Category[] = [
  ...[
    'zdecydowanie się nie zgadzam',
    'raczej się nie zgadzam',
    'trochę tak, trochę nie',
    'raczej się zgadzam',
    'zdecydowanie się zgadzam',
  ].map((label, at) => ({ code: String(at + 1), label, value: at + 1, missing: null })),
  { code: '98', label: 'trudno powiedzieć', value: null, missing: 98 },
];

export const names = (...labels: readonly string[]): readonly Category[] =>
  labels.map((label, at) => ({ code: `k${at}`, label, value: null, missing: null }));

const itemOrigin = (item: string, wording: string, row: string | null, scale: ScaleCode | null): VariableOrigin => ({
  kind: 'item',
  item,
  wording,
  row,
  itemKind: row === null ? 'single' : 'battery',
  scale,
  criterion: null,
  comparisonCode: null,
});

/** Places from counts: as many of each category as said, in their order. */
export const placesOf = (counts: readonly number[]): Int16Array =>
  Int16Array.from(counts.flatMap((count, place) => Array.from({ length: count }, () => place)));

interface StatementLook {
  readonly item?: string;
  readonly wording?: string;
  readonly categories?: readonly Category[];
  readonly scale?: ScaleCode | null;
}

export const statement = (
  name: string,
  row: string,
  places: Int16Array,
  { item = 'J', wording = 'Na ile zgadzają się Państwo?', categories = AGREE5, scale = 'AGREE5' }: StatementLook = {},
): CategoryVariable => ({
  kind: 'category',
  name,
  label: `${wording} ${row}`,
  origin: itemOrigin(item, wording, row, scale),
  level: 'ordinal',
  categories,
  places,
});

export const choice = (
  name: string,
  wording: string,
  categories: readonly Category[],
  places: Int16Array,
): CategoryVariable => ({
  kind: 'category',
  name,
  label: wording,
  origin: itemOrigin(name, wording, null, null),
  level: 'nominal',
  categories,
  places,
});

export const dimension = (name: string, categories: readonly Category[], places: Int16Array): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  origin: { kind: 'dimension' },
  level: 'nominal',
  categories,
  places,
});

export const amount = (name: string, wording: string, values: readonly number[]): NumberVariable => ({
  kind: 'number',
  name,
  label: wording,
  origin: itemOrigin(name, wording, null, null),
  level: 'interval',
  values: Float64Array.from(values),
  states: Int8Array.from(values, (value) => (Number.isNaN(value) ? -99 : 0)),
});

/** Marks of each person as places of the options; with `most` they are in order. */
export const several = (
  name: string,
  wording: string,
  categories: readonly Category[],
  marks: readonly (readonly number[])[],
  most?: number,
): SetVariable => {
  const wordsEach = Math.ceil(categories.length / 32);
  const bits = new Uint32Array(marks.length * wordsEach);
  marks.forEach((chosen, person) => {
    for (const option of chosen) {
      const word = person * wordsEach + (option >>> 5);
      bits[word] = ((bits[word] ?? 0) | (1 << (option & 31))) >>> 0;
    }
  });
  return {
    kind: 'set',
    name,
    label: wording,
    origin: itemOrigin(name, wording, null, null),
    level: 'nominal',
    categories,
    wordsEach,
    bits,
    states: Int8Array.from(marks, () => 0),
    ...(most === undefined
      ? {}
      : {
          ranking: {
            most,
            places: categories.map((_, option) => Uint8Array.from(marks, (chosen) => chosen.indexOf(option) + 1)),
          },
        }),
  };
};

/**
 * Table 28 of the report of Lokalne Badania Społeczne for RCPS Łódź (2019), N = 200: counts reconstructed in
 * ../shared/domain.md 3.6, in the order 5, 4, 3, 2, 1, don't know.
 */
export const TABLE_28 = [
  { name: 'J1', row: 'samorząd promuje PES', counts: [35, 76, 45, 13, 15, 16] },
  { name: 'J2', row: 'samorząd aktywnie wspiera', counts: [45, 59, 47, 20, 14, 15] },
  { name: 'J3', row: 'wzajemnie się informujemy', counts: [57, 54, 35, 15, 30, 9] },
  { name: 'J4', row: 'wspólne przedsięwzięcia', counts: [50, 52, 36, 20, 30, 12] },
] as const;

/** From 5 down to "don't know" as places of `AGREE5`. */
const DOWNWARDS = [4, 3, 2, 1, 0, 5];

export const table28 = (): VariableSet =>
  setOf(
    ...TABLE_28.map(({ name, row, counts }) =>
      statement(
        name,
        row,
        placesOf(counts).map((place) => DOWNWARDS[place] ?? 0),
      ),
    ),
  );
