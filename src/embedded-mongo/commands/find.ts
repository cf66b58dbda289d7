import { Int32 } from 'bson';
import type { Match, Search } from '../engine/find-matches';
import { findMatches } from '../engine/find-matches';
import { compileSort } from '../engine/sort';
import { compileMatch } from '../match/compile-match';
import { badValue, typeMismatch, unsupported } from '../refusal';
import { compileProjection } from '../project/compile-projection';
import type { Projection } from '../project/compile-projection';
import type { BsonDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import type { Results } from './cursors';
import { cursorReply } from './cursors';
import { booleanField, countField, documentField, documentOrEmpty, listField, namespaceOf, textField } from './fields';
import { checkHint } from './hint';
import { termsOf } from './terms';
import type { Command, Request } from './request';

const unsupportedFlags = ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'oplogReplay'];

export const find: Command = {
  kind: 'read',
  fields: [
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'hint',
    'collation',
    'let',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
    ...unsupportedFlags,
  ],
  run: ({ store, catalog, cursors }, request) => {
    const { body } = request;
    for (const flag of unsupportedFlags) if (booleanField(body, flag)) throw unsupported(`the find option '${flag}'`);
    const namespace = namespaceOf(request);
    const collection = catalog.find(namespace);
    const projection = compileProjection(documentField(body, 'projection'));
    const query = readQuery(request);
    checkHint(collection, body);
    const search = collection && { ...query, collection };
    const results = search ? toResults(findMatches(store, search), projection) : noResults;
    const single = booleanField(body, 'singleBatch') || isSingleByLimit(request);
    const options = {
      batchSize: countField(body, 'batchSize'),
      single,
      neverIdle: booleanField(body, 'noCursorTimeout'),
    };
    const batch = cursors.first(namespace, results, options);
    if (search) search.deadline = Infinity;
    return cursorReply(namespace, batch, 'firstBatch');
  },
};

const readQuery = ({ body, deadline }: Request) => {
  const filter = documentOrEmpty(body, 'filter');
  const terms = termsOf(body);
  compileMatch(filter, terms);
  const sort = compileSort(withoutNatural(documentOrEmpty(body, 'sort')));
  return { filter, sort, skip: countField(body, 'skip') ?? 0, limit: readLimit(body), deadline, terms };
};

/** Natural order is the order of `_id` here; backwards it is asked for as such. */
const withoutNatural = (sort: BsonDocument): BsonDocument => {
  const natural = sort.get('$natural');
  if (natural === undefined) return sort;
  if (sort.size > 1 || !isNumber(natural)) throw badValue('$natural sort cannot be set to a value other than -1 or 1.');
  return new Map([['_id', new Int32(toDouble(natural))]]);
};

const readLimit = (body: Request['body']): number => {
  const limit = body.get('limit');
  if (isNumber(limit) && toDouble(limit) < 0) return -toDouble(limit);
  return countField(body, 'limit') || Infinity;
};

const isSingleByLimit = ({ body }: Request): boolean => {
  const limit = body.get('limit');
  return isNumber(limit) && toDouble(limit) < 0;
};

const noResults: Results = { rest: () => [][Symbol.iterator](), isFinished: () => true, heldBytes: () => 0 };

export const toResults = (search: Search, projection: Projection | null): Results => {
  const shown = ({ raw, document, position }: Match): Buffer =>
    projection ? encode(projection(document, position)) : raw;
  function* rest(): Generator<Buffer, undefined> {
    for (const match of search.rest()) yield shown(match);
    return undefined;
  }
  return { rest, isFinished: search.isFinished, heldBytes: search.heldBytes };
};

export const getMore: Command = {
  kind: 'read',
  fields: ['collection', 'batchSize'],
  run: ({ cursors }, { body, database }) => {
    const namespace = `${database}.${textField(body, 'collection')}`;
    const id = body.get('getMore');
    if (typeof id !== 'bigint')
      throw typeMismatch("BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
    return cursorReply(namespace, cursors.more(id, namespace, countField(body, 'batchSize') || undefined), 'nextBatch');
  },
};

export const killCursors: Command = {
  kind: 'read',
  fields: ['cursors'],
  run: ({ cursors }, { body }) => {
    const ids = (listField(body, 'cursors') ?? []).filter((id) => typeof id === 'bigint');
    const killed = ids.filter((id) => cursors.kill(id));
    return {
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
      ok: 1,
    };
  },
};
