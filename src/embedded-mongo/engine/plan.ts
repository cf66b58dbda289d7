import type { Collection, Index, IndexField } from '../catalog/collection';
import type { SortField } from './sort';
import type { StringOrder } from '../values/compare';
import { compareStrings } from '../values/compare';
import { documentPrefix, indexPrefix } from '../store/keys';
import { afterPrefix } from '../store/key-value-store';
import type { BsonDocument } from '../values/bson-value';
import { boundPrefix, inverted } from '../values/key';
import type { Demand, Interval } from './bounds';
import { demandsOf } from './bounds';
import { isImpliedBy } from './implication';

export interface KeySpan {
  readonly from: Buffer;
  readonly to: Buffer;
}

export interface Plan {
  readonly collection: Collection;
  /** null: the documents themselves, in order of `_id`. */
  readonly index: Index | null;
  readonly spans: readonly KeySpan[];
  readonly reverse: boolean;
  /** The scan already yields the wanted order. */
  readonly sorted: boolean;
}

interface Candidate extends Plan {
  readonly points: number;
  readonly ranges: number;
}

const mostSpans = 1000;
const primaryFields: readonly IndexField[] = [{ path: '_id', descending: false }];

/** The cheapest way to see every document that could match. */
export const planScan = (
  collection: Collection,
  filter: BsonDocument,
  sort: readonly SortField[],
  texts: StringOrder = compareStrings,
): Plan => {
  if (texts !== compareStrings) return withoutTexts(collection, filter, sort);
  const demands = demandsOf(filter);
  const candidates = [
    candidate(collection, null, demands, sort),
    ...collection.indexes
      .filter((index) => isUsable(index, filter, demands))
      .map((index) => candidate(collection, index, demands, sort)),
  ];
  return candidates.reduce((best, next) => (isBetter(next, best) ? next : best));
};

/** Indexes hold the order of bytes: under a collation they help with other values than texts only, and never to sort. */
const withoutTexts = (collection: Collection, filter: BsonDocument, sort: readonly SortField[]): Plan => {
  const demands = demandsOf(filter).filter(({ hasTexts }) => !hasTexts);
  const candidates = [null, ...collection.indexes]
    .filter((index) => !index || (!index.partialFilter && isUsable(index, filter, demands)))
    .map((index) => candidate(collection, index, demands, []));
  const best = candidates.reduce((one, next) => (isBetter(next, one) ? next : one));
  return { ...best, sorted: sort.length === 0 };
};

const isUsable = (index: Index, filter: BsonDocument, demands: readonly Demand[]): boolean => {
  if (index.fields.some(({ path }) => /(^|\.)\d+(\.|$)/.test(path))) return false;
  if (index.partialFilter && !isImpliedBy(index.partialFilter, filter)) return false;
  return (
    !index.sparse ||
    index.fields.some(({ path }) => demands.some((demand) => demand.path === path && !demand.allowsMissing))
  );
};

const isBetter = (a: Candidate, b: Candidate): boolean => {
  if (a.points !== b.points) return a.points > b.points;
  if (a.ranges !== b.ranges) return a.ranges > b.ranges;
  return a.sorted && !b.sorted;
};

const candidate = (
  collection: Collection,
  index: Index | null,
  demands: readonly Demand[],
  sort: readonly SortField[],
): Candidate => {
  const fields = index?.fields ?? primaryFields;
  const narrow = narrowing(fields, demands, index?.multikey ?? false);
  const prefix = index ? indexPrefix(index.id) : documentPrefix(collection.id);
  const direction = index?.multikey === true || index?.inexact === true ? null : sortDirection(fields, narrow, sort);
  return {
    collection,
    index,
    spans: narrow.intervals.map((interval) => toSpan(prefix, interval)),
    reverse: direction === 'backwards',
    sorted: direction !== null,
    points: narrow.points,
    ranges: narrow.ranges,
  };
};

interface Narrowing {
  readonly intervals: readonly Interval[];
  readonly points: number;
  readonly ranges: number;
  /** Leading fields held to a single value: they do not matter for the order. */
  readonly constants: number;
}

/** Leading fields by points, then at most one by a range. A multikey index is narrowed by one demand on its first field. */
const narrowing = (fields: readonly IndexField[], demands: readonly Demand[], multikey: boolean): Narrowing => {
  let intervals: readonly Interval[] = [{ low: Buffer.alloc(0), high: Buffer.alloc(0) }];
  let constants = 0;
  for (const [position, field] of fields.entries()) {
    const here = demands.filter(({ path, allowsMissing }) => path === field.path && !(multikey && allowsMissing));
    const points = here.find(({ kind }) => kind === 'points');
    if (points && points.intervals.length * intervals.length <= mostSpans) {
      intervals = extend(intervals, points.intervals, field);
      if (intervals.length === 1) constants++;
      if (multikey) return { intervals, points: 1, ranges: 0, constants };
      continue;
    }
    const ranges = here.filter(({ kind }) => kind === 'range').slice(0, multikey ? 1 : undefined);
    if (ranges.length === 0) return { intervals, points: position, ranges: 0, constants };
    return { intervals: extend(intervals, [intersection(ranges)], field), points: position, ranges: 1, constants };
  }
  return { intervals, points: fields.length, ranges: 0, constants };
};

const intersection = (demands: readonly Demand[]): Interval =>
  demands
    .flatMap(({ intervals }) => intervals)
    .reduce((a, b) => ({
      low: Buffer.compare(a.low, b.low) >= 0 ? a.low : b.low,
      high: Buffer.compare(afterPrefix(a.high), afterPrefix(b.high)) <= 0 ? a.high : b.high,
    }));

const extend = (
  intervals: readonly Interval[],
  next: readonly Interval[],
  { descending }: IndexField,
): readonly Interval[] => {
  const ordered = descending
    ? next.map(({ low, high }) => ({ low: inverted(high), high: inverted(low) })).reverse()
    : next;
  return intervals.flatMap(({ low, high }) =>
    ordered.map((part) => ({ low: Buffer.concat([low, part.low]), high: Buffer.concat([high, part.high]) })),
  );
};

const toSpan = (prefix: Buffer, { low, high }: Interval): KeySpan => ({
  from: Buffer.concat([prefix, boundPrefix(low)]),
  to: afterPrefix(Buffer.concat([prefix, boundPrefix(high)])),
});

const sortDirection = (
  fields: readonly IndexField[],
  narrow: Narrowing,
  sort: readonly SortField[],
): 'forwards' | 'backwards' | null => {
  if (sort.length === 0) return 'forwards';
  if (narrow.intervals.length > 1) return null;
  const constant = new Set(fields.slice(0, narrow.constants).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !constant.has(path.join('.')));
  const offered = fields.slice(narrow.constants);
  if (wanted.length > offered.length) return null;
  const turned = wanted.map(({ path, descending }, at) =>
    path.join('.') === offered[at]?.path ? descending !== offered[at].descending : null,
  );
  if (turned.every((turn) => turn === false)) return 'forwards';
  return turned.every((turn) => turn === true) ? 'backwards' : null;
};
