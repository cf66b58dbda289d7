import type { Index } from '../catalog/collection';
import { isPosition } from '../match/path-values';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { boundedKey, emptyListKey, encodeKey, inverted } from '../values/key';

export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
  readonly inexact: boolean;
}

/** How far one indexed path has been followed. `undefined` = nothing there. */
interface Trail {
  readonly value: BsonValue | undefined;
  readonly rest: readonly string[];
  readonly settled: boolean;
}

const none: IndexKeys = { keys: [], multikey: false, inexact: false };

/** The entries of one document in one index: several when an indexed path leads through a list. */
export const indexKeys = (index: Index, document: BsonDocument): IndexKeys => {
  if (!index.covers(document)) return none;
  const trails = index.fields.map(({ path }) => ({ value: document, rest: path.split('.'), settled: false }));
  const rows = expand(trails);
  if (index.sparse && rows.every((row) => row.every(({ value }) => value === undefined))) return none;
  const bounded = rows.map((row) => boundedKey(rowKey(index, row)));
  const keys = new Map(bounded.map(({ key }) => [key.toString('latin1'), key]));
  return { keys: [...keys.values()], multikey: rows.length > 1, inexact: bounded.some(({ exact }) => !exact) };
};

const rowKey = (index: Index, row: readonly Trail[]): Buffer =>
  Buffer.concat(row.map((trail, at) => (index.fields[at]?.descending ? inverted(trailKey(trail)) : trailKey(trail))));

const trailKey = ({ value, settled }: Trail): Buffer => {
  if (settled && Array.isArray(value) && value.length === 0) return emptyListKey;
  return encodeKey(value ?? null);
};

const expand = (trails: readonly Trail[]): readonly (readonly Trail[])[] => {
  const reached = trails.map(follow);
  const lists = new Set(reached.filter(({ settled }) => !settled).map(({ value }) => value));
  const [list] = lists;
  if (lists.size === 0 || !Array.isArray(list)) return [reached];
  if (lists.size > 1) throw new Refusal(171, 'cannot index parallel arrays');
  if (list.length === 0) return [reached.map((trail) => (trail.value === list ? emptied(trail) : trail))];
  return list.flatMap((item) => expand(reached.map((trail) => (trail.value === list ? entered(trail, item) : trail))));
};

const emptied = ({ value, rest }: Trail): Trail => ({
  value: rest.length === 0 ? value : undefined,
  rest: [],
  settled: true,
});

/** A list inside a list is not entered again: as a value it counts whole, as a step it leads nowhere. */
const entered = ({ rest }: Trail, item: BsonValue): Trail => {
  if (rest.length === 0) return { value: item, rest, settled: true };
  return Array.isArray(item) ? { value: undefined, rest: [], settled: true } : { value: item, rest, settled: false };
};

/** Goes down through documents until the end of the path or the next list. */
const follow = (trail: Trail): Trail => {
  let { value, rest } = trail;
  if (trail.settled) return trail;
  for (;;) {
    const [name, ...further] = rest;
    if (name === undefined) return { value, rest, settled: !Array.isArray(value) };
    if (isDocument(value)) value = value.get(name);
    else if (Array.isArray(value) && isPosition(name)) value = value[Number(name)];
    else return Array.isArray(value) ? { value, rest, settled: false } : { value: undefined, rest: [], settled: true };
    rest = further;
  }
};
