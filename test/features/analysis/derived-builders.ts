import type { DerivedVersion } from '../../../src/features/analysis/domain/derived';
import type {
  Category,
  CategoryVariable,
  NumberVariable,
  SetVariable,
  Variable,
  VariableSet,
} from '../../../src/features/analysis/domain/variables/variable';

export const category = (code: string, value: number | null = null, missing: 97 | 98 | null = null): Category => ({
  code,
  label: `odpowiedź ${code}`,
  value,
  missing,
});

/** Five points of agreement and "trudno powiedzieć". */
export const AGREEMENT: readonly Category[] = [
  ...[5, 4, 3, 2, 1].map((point) => category(String(point), point)),
  category('98', null, 98),
];

export const asked = (name: string, places: readonly number[], categories = AGREEMENT): CategoryVariable => ({
  kind: 'category',
  name,
  label: `Pytanie ${name}`,
  level: 'ordinal',
  categories,
  places: Int16Array.from(places),
});

/** A negative number stands for a missing state where the answers themselves are not negative. */
export const number = (name: string, values: readonly number[]): NumberVariable => ({
  kind: 'number',
  name,
  label: `Liczba ${name}`,
  level: 'ratio',
  values: Float64Array.from(values, (value) => (value < -90 ? NaN : value)),
  states: Int8Array.from(values, (value) => (value < -90 ? value : 0)),
});

/** Marks as a text of codes, or a missing state. */
export const marks = (name: string, codes: readonly string[], answers: readonly (string | number)[]): SetVariable => ({
  kind: 'set',
  name,
  label: `Wielokrotny ${name}`,
  level: 'nominal',
  categories: codes.map((code) => category(code, null, code === '98' ? 98 : null)),
  wordsEach: Math.ceil(codes.length / 32),
  bits: Uint32Array.from(answers, (answer) =>
    typeof answer === 'number'
      ? 0
      : codes.reduce((bits, code, at) => (answer.split(' ').includes(code) ? bits | (1 << at) : bits), 0),
  ),
  states: Int8Array.from(answers, (answer) => (typeof answer === 'number' ? answer : 0)),
});

export const setOf = (...variables: readonly Variable[]): VariableSet => {
  const [first] = variables;
  const n = first === undefined ? 0 : first.kind === 'category' ? first.places.length : first.states.length;
  return { n, variables: new Map(variables.map((variable) => [variable.name, variable])) };
};

export const versionOf = (
  name: string,
  derivation: DerivedVersion['derivation'],
  { version = 1, pins = [] }: Partial<Pick<DerivedVersion, 'version' | 'pins'>> = {},
): DerivedVersion => ({ name, version, label: `Zmienna ${name}`, derivation, pins });

export const definitions = (...versions: readonly DerivedVersion[]) => ({
  current: versions.filter(
    ({ name, version }) => !versions.some((other) => other.name === name && other.version > version),
  ),
  find: (name: string, version: number) =>
    versions.find((definition) => definition.name === name && definition.version === version),
});
