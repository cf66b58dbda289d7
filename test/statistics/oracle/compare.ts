import type { OracleEntry } from './adapter';
import { agreementFor } from './tolerances';

/** The places where an outcome differs from the reference, first one first; empty when they agree. */
export const differences = (entry: OracleEntry, expected: unknown, actual: unknown): readonly string[] =>
  compare(entry, [], '', expected, actual);

type Path = readonly string[];

const compare = (
  entry: OracleEntry,
  path: Path,
  place: string,
  expected: unknown,
  actual: unknown,
): readonly string[] => {
  if (agreementFor(entry, path) === null) return [];
  if (actual === undefined) return [`${place}: not mapped`];
  if (Array.isArray(expected)) return compareLists(entry, path, place, expected, actual);
  if (typeof expected === 'object' && expected !== null)
    return Object.entries(expected).flatMap(([key, part]) =>
      compare(entry, [...path, key], place === '' ? key : `${place}.${key}`, part, fieldOf(actual, key)),
    );
  return sameValue(entry, path, expected, actual) ? [] : [`${place}: ${show(actual)}, reference ${show(expected)}`];
};

const compareLists = (
  entry: OracleEntry,
  path: Path,
  place: string,
  expected: readonly unknown[],
  actual: unknown,
): readonly string[] => {
  const list: readonly unknown[] | null = isList(actual) ? Array.from(actual) : null;
  if (list?.length !== expected.length) return [`${place}: ${show(actual)}, reference has ${expected.length} values`];
  return expected.flatMap((part, at) => compare(entry, path, `${place}[${at}]`, part, list[at]));
};

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

const sameValue = (entry: OracleEntry, path: Path, expected: unknown, actual: unknown): boolean => {
  const number = numberOf(expected);
  if (number === null) return actual === expected;
  const computed = numberOf(actual);
  if (computed === null || Number.isNaN(computed)) return false;
  if (!Number.isFinite(number)) return computed === number;
  return agreementFor(entry, path)?.(computed, number) === true;
};

/** The reference writes infinities as text; numbers as numbers. */
const numberOf = (value: unknown): number | null => {
  if (value === 'Infinity') return Infinity;
  if (value === '-Infinity') return -Infinity;
  return typeof value === 'number' ? value : null;
};

const show = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};
