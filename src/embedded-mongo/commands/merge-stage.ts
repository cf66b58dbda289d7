import type { Collection } from '../catalog/collection';
import { findMatches } from '../engine/find-matches';
import { badValue, Refusal, unsupported } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { describe } from '../values/describe';
import { onlyFields } from './fields';
import { modify } from './modify';
import type { Output } from './output-target';
import { insertInto, targetOf } from './output-target';
import type { Database, Request } from './request';

const whenMatchedModes = ['replace', 'keepExisting', 'merge', 'fail'] as const;
const whenNotMatchedModes = ['insert', 'discard', 'fail'] as const;

interface Merge {
  readonly namespace: string;
  readonly on: readonly string[];
  readonly whenMatched: (typeof whenMatchedModes)[number];
  readonly whenNotMatched: (typeof whenNotMatchedModes)[number];
  readonly deadline: number;
  readonly body: BsonDocument;
}

/** `$merge`: each document on its own is inserted, or meets the one that has the same `on` fields. */
export const compileMerge = (spec: BsonValue, { database, deadline, body }: Request): Output => {
  const given = isDocument(spec) ? spec : new Map<string, BsonValue>([['into', spec]]);
  onlyFields(given, new Set(['into', 'on', 'whenMatched', 'whenNotMatched']), '$merge');
  const merge: Merge = {
    namespace: targetOf(given.get('into') ?? null, database, '$merge'),
    on: fieldsOf(given.get('on')),
    whenMatched: modeOf(given.get('whenMatched') ?? 'merge', whenMatchedModes),
    whenNotMatched: modeOf(given.get('whenNotMatched') ?? 'insert', whenNotMatchedModes),
    deadline,
    body,
  };
  return (store, documents) => {
    const collection = store.catalog.findOrCreate(merge.namespace);
    if (!isUnique(collection, merge.on))
      throw new Refusal(51183, 'Cannot find index to verify that join fields will be unique');
    for (const document of documents) mergeOne(store, collection, merge, document);
  };
};

const modeOf = <Mode extends string>(value: BsonValue, modes: readonly Mode[]): Mode => {
  if (Array.isArray(value)) throw unsupported('$merge with a pipeline');
  const mode = modes.find((known) => known === value);
  if (mode === undefined)
    throw badValue(`Enumeration value ${describe(value)} for field of $merge is not a valid value.`);
  return mode;
};

const fieldsOf = (on: BsonValue | undefined): readonly string[] => {
  const fields = on === undefined ? ['_id'] : [on].flat();
  return fields.map((field) => {
    if (typeof field !== 'string') throw new Refusal(51134, "$merge 'on' array elements must be strings");
    return field;
  });
};

const isUnique = ({ indexes }: Collection, on: readonly string[]): boolean =>
  on.join() === '_id' ||
  indexes.some(
    ({ unique, partialFilter, sparse, fields }) =>
      unique &&
      !partialFilter &&
      !sparse &&
      [...fields.map(({ path }) => path)].sort().join() === [...on].sort().join(),
  );

const mergeOne = (database: Database, collection: Collection, merge: Merge, document: BsonDocument): void => {
  const { whenMatched, whenNotMatched, deadline, body } = merge;
  const filter = matchingFilter(merge.on, document);
  const query = { collection, filter, sort: [], skip: 0, limit: 1, deadline };
  const [match] = filter.has('_id') || merge.on.join() !== '_id' ? findMatches(database.store, query).rest() : [];
  if (match && whenMatched === 'keepExisting') return;
  if (match && whenMatched !== 'fail') {
    const id = match.document.get('_id') ?? null;
    const kept: BsonDocument = whenMatched === 'merge' ? match.document : new Map([['_id', id]]);
    modify(database, collection, match, { update: () => new Map([...kept, ...document]), body });
    return;
  }
  if (!match && whenNotMatched === 'discard') return;
  if (!match && whenNotMatched === 'fail')
    throw new Refusal(13113, '$merge could not find a matching document in the target collection');
  insertInto(database, collection, document, body);
};

/** The document's own values; one without `_id` matches nothing by it. */
const matchingFilter = (on: readonly string[], document: BsonDocument): BsonDocument => {
  const filter: BsonDocument = new Map();
  for (const path of on) {
    const value = path
      .split('.')
      .reduce<BsonValue | undefined>((inner, name) => (isDocument(inner) ? inner.get(name) : undefined), document);
    if (Array.isArray(value) || ((value ?? null) === null && path !== '_id'))
      throw new Refusal(51132, "$merge write error: 'on' field cannot be missing, null or an array");
    if (value !== undefined) filter.set(path, new Map([['$eq', value]]));
  }
  return filter;
};
