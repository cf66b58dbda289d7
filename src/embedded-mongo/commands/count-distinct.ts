import { findMatches } from '../engine/find-matches';
import { compileMatch } from '../match/compile-match';
import { someValue } from '../match/path-values';
import { badValue } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { compare } from '../values/compare';
import { encodeKey } from '../values/key';
import { countField, documentOrEmpty, namespaceOf, textField } from './fields';
import { termsOf } from './terms';
import { checkHint } from './hint';
import type { Command } from './request';

export const count: Command = {
  kind: 'read',
  fields: ['query', 'skip', 'limit', 'hint', 'collation', 'fields'],
  run: ({ store, catalog }, request) => {
    const { body } = request;
    const terms = termsOf(body);
    const filter = documentOrEmpty(body, 'query');
    compileMatch(filter, terms);
    const collection = catalog.find(namespaceOf(request));
    checkHint(collection, body);
    if (!collection) return { n: 0, ok: 1 };
    const skip = countField(body, 'skip') ?? 0;
    const limit = countField(body, 'limit') || Infinity;
    if (filter.size === 0) return { n: Math.min(limit, Math.max(0, collection.count - skip)), ok: 1 };
    let n = 0;
    for (const _match of findMatches(store, {
      collection,
      filter,
      sort: [],
      skip,
      limit,
      deadline: request.deadline,
      terms,
    }).rest())
      n++;
    return { n, ok: 1 };
  },
};

export const distinct: Command = {
  kind: 'read',
  fields: ['key', 'query', 'collation', 'hint'],
  run: ({ store, catalog }, request) => {
    const { body } = request;
    const terms = termsOf(body);
    const key = textField(body, 'key');
    if (key === '' || key.includes('\0')) throw badValue('distinct needs a field name');
    const filter = documentOrEmpty(body, 'query');
    compileMatch(filter, terms);
    const collection = catalog.find(namespaceOf(request));
    checkHint(collection, body);
    const values = new Map<string, BsonValue>();
    const query = { filter, sort: [], skip: 0, limit: Infinity, deadline: request.deadline, terms };
    const matches = collection ? findMatches(store, { ...query, collection }).rest() : [];
    for (const { document } of matches)
      for (const value of valuesAt(document, key)) values.set(encodeKey(value).toString('latin1'), value);
    return { values: different([...values.values()], terms.texts), ok: 1 };
  },
};

const different = (values: readonly BsonValue[], texts: StringOrder): readonly BsonValue[] =>
  values
    .toSorted((a, b) => compare(a, b, texts))
    .filter((value, index, sorted) => index === 0 || compare(sorted[index - 1] ?? null, value, texts) !== 0);

const valuesAt = (document: Parameters<typeof someValue>[0], key: string): readonly BsonValue[] => {
  const found: BsonValue[] = [];
  someValue(document, key.split('.'), 'items', (value) => {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) found.push(value);
    return false;
  });
  return found;
};
