import type { Refusal } from '../refusal';
import { badValue } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { isPosition } from '../match/path-values';
import { describe } from '../values/describe';
import type { ArrayFilters } from './array-filters';
import type { Path } from './paths';
import { isPlaceholder } from './paths';

/** Replaces `$`, `$[]` and `$[identifier]` by the positions that they stand for in this document. */
export const concretePaths = (
  document: BsonDocument,
  path: Path,
  filters: ArrayFilters,
  position: number | undefined,
): readonly Path[] => {
  if (!path.some(isPlaceholder)) return [path];
  return walk(
    document,
    { done: [], rest: path },
    (placeholder, list) => {
      if (placeholder === '$[]') return [...list.keys()];
      return list.flatMap((item, index) => (filters.test(placeholder.slice(2, -1), item) ? [index] : []));
    },
    position,
  );
};

interface Progress {
  readonly done: Path;
  readonly rest: Path;
}

type Positions = (placeholder: string, list: readonly BsonValue[]) => readonly number[];

const walk = (
  value: BsonValue | undefined,
  { done, rest }: Progress,
  positions: Positions,
  matched: number | undefined,
): readonly Path[] => {
  const [name, ...further] = rest;
  if (name === undefined) return [done];
  const step = (to: string, next: BsonValue | undefined): readonly Path[] =>
    walk(next, { done: [...done, to], rest: further }, positions, matched);
  if (name === '$') {
    if (matched === undefined) throw badValue('The positional operator did not find the match needed from the query.');
    if (value !== undefined && !Array.isArray(value)) throw notAList(done, value);
    return step(String(matched), value?.[matched]);
  }
  if (!isPlaceholder(name)) return step(name, child(value, name));
  if (value === undefined)
    throw badValue(`The path '${done.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(value)) throw notAList(done, value);
  return positions(name, value).flatMap((index) => step(String(index), value[index]));
};

const notAList = (done: Path, value: BsonValue): Refusal =>
  badValue(`Cannot apply array updates to non-array element ${done[done.length - 1] ?? ''}: ${describe(value)}`);

const child = (value: BsonValue | undefined, name: string): BsonValue | undefined => {
  if (isDocument(value)) return value.get(name);
  return Array.isArray(value) && isPosition(name) ? value[Number(name)] : undefined;
};
