import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'bson';
import { ObjectId } from 'bson';

/** Why a value is not the expected one, with the path to the place. */
export class Mismatch extends Error {}

const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('_bsontype' in value) &&
  !(value instanceof Date);

const shown = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

const fail = (path: string, expected: unknown, actual: unknown): never => {
  throw new Mismatch(`${path || 'value'}: expected ${shown(expected)}, found ${shown(actual)}`);
};

/** What an expectation may refer to. */
export interface Known {
  readonly entity: (id: string) => unknown;
}

/** The matching rules of the unified test format; at the root the actual document may have further fields. */
export const matchRoot = (expected: unknown, actual: unknown, known: Known, path = ''): void => {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) fail(`${path}.length`, expected, actual);
    for (const [index, item] of expected.entries())
      matchAt(item, actual[index], known, { path: `${path}[${index}]`, root: true });
    return;
  }
  matchAt(expected, actual, known, { path, root: true });
};

interface Place {
  readonly path: string;
  readonly root: boolean;
}

const matchAt = (expected: unknown, actual: unknown, known: Known, place: Place): void => {
  const { path } = place;
  if (isSpecial(expected)) {
    matchSpecial(expected, actual, known, place);
  } else if (isPlain(expected)) {
    matchDocument(expected, actual, known, place);
  } else if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) fail(path, expected, actual);
    for (const [index, item] of expected.entries())
      matchAt(item, (actual as unknown[])[index], known, { path: `${path}[${index}]`, root: false });
  } else if (!isSame(expected, actual)) {
    fail(path, expected, actual);
  }
};

const matchDocument = (expected: Document, actual: unknown, known: Known, { path, root }: Place): void => {
  if (actual instanceof Map) {
    matchDocument(expected, Object.fromEntries(actual), known, { path, root });
    return;
  }
  if (!isPlain(actual)) return fail(path, expected, actual);
  for (const [name, value] of Object.entries(expected)) {
    const inner = { path: path ? `${path}.${name}` : name, root: false };
    if (!(name in actual) && !mayBeAbsent(value)) fail(inner.path, value, undefined);
    matchAt(value, actual[name], known, inner);
  }
  if (root) return;
  for (const name of Object.keys(actual)) if (!(name in expected)) fail(`${path}.${name}`, undefined, actual[name]);
};

const isSpecial = (value: unknown): value is Document => {
  if (!isPlain(value)) return false;
  const names = Object.keys(value);
  return names.length === 1 && (names[0] ?? '').startsWith('$$');
};

const mayBeAbsent = (value: unknown): boolean =>
  isSpecial(value) && ('$$exists' in value || '$$unsetOrMatches' in value);

const matchSpecial = (expected: Document, actual: unknown, known: Known, place: Place): void => {
  const [[name, operand] = ['', undefined]] = Object.entries(expected) as [string, unknown][];
  switch (name) {
    case '$$exists':
      if ((actual !== undefined) !== operand) fail(place.path, expected, actual);
      return;
    case '$$unsetOrMatches':
      if (actual !== undefined && actual !== null) matchAt(operand, actual, known, place);
      return;
    case '$$type':
      if (![operand].flat().some((type) => hasType(actual, String(type)))) fail(place.path, expected, actual);
      return;
    case '$$matchesEntity':
      matchAt(known.entity(String(operand)), actual, known, place);
      return;
    case '$$sessionLsid':
      matchAt((known.entity(String(operand)) as { id: unknown }).id, actual, known, place);
      return;
    case '$$lte':
      if (!(Number(actual) <= Number(operand))) fail(place.path, expected, actual);
      return;
    default:
      throw new Mismatch(`${name} is not known to this runner`);
  }
};

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int: (value) => Number.isInteger(Number(value)),
  long: (value) => Number.isInteger(Number(value)),
  double: (value) => typeof value === 'number',
  number: (value) => typeof value === 'number' || typeof value === 'bigint',
  array: (value) => Array.isArray(value),
  object: isPlain,
  null: (value) => value === null,
  date: (value) => value instanceof Date,
  objectId: (value) => value instanceof ObjectId,
  binData: (value) => (value as { _bsontype?: unknown } | null)?._bsontype === 'Binary',
};

const hasType = (value: unknown, type: string): boolean => value !== undefined && (typeTests[type]?.(value) ?? false);

const isSame = (expected: unknown, actual: unknown): boolean => {
  if (isNumeric(expected) && isNumeric(actual)) return Number(expected) === Number(actual);
  return isDeepStrictEqual(expected, actual) || (expected instanceof ObjectId && expected.equals(actual as ObjectId));
};

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  ['Long', 'Int32', 'Double'].includes(String((value as { _bsontype?: unknown } | null)?._bsontype));
