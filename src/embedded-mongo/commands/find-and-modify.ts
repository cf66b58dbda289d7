import type { Match } from '../engine/find-matches';
import { findMatches } from '../engine/find-matches';
import { compileSort } from '../engine/sort';
import { compileMatch } from '../match/compile-match';
import type { Terms } from '../match/predicate';
import { compileProjection } from '../project/compile-projection';
import { failedToParse } from '../refusal';
import { compileUpdate, isReplacement } from '../update/compile-update';
import type { BsonDocument } from '../values/bson-value';
import type { PlainDocument } from '../values/encode';
import { booleanField, documentField, documentOrEmpty, listField, namespaceOf } from './fields';
import { checkHint } from './hint';
import { modify, upsert } from './modify';
import { termsOf } from './terms';
import type { Command, Database, Request } from './request';

export const findAndModify: Command = {
  kind: 'write',
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'arrayFilters',
    'hint',
    'collation',
    'let',
    'bypassDocumentValidation',
  ],
  run: (database, request) => {
    const { body } = request;
    const removing = booleanField(body, 'remove');
    if (removing && body.has('update')) throw failedToParse('Cannot specify both an update and remove=true');
    if (removing && booleanField(body, 'upsert'))
      throw failedToParse('Cannot specify both upsert=true and remove=true');
    if (removing && booleanField(body, 'new'))
      throw failedToParse("Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
    if (!removing && !body.has('update')) throw failedToParse('Either an update or remove=true must be specified');
    const filter = documentOrEmpty(body, 'query');
    const search = { filter, terms: termsOf(body) };
    compileMatch(filter, search.terms);
    return removing ? remove(database, request, search) : change(database, request, search);
  },
};

interface Wanted {
  readonly filter: BsonDocument;
  readonly terms: Terms;
}

const firstMatch = ({ store, catalog }: Database, request: Request, wanted: Wanted): Match | undefined => {
  const collection = catalog.find(namespaceOf(request));
  checkHint(collection, request.body);
  const sort = compileSort(documentOrEmpty(request.body, 'sort'));
  if (!collection) return undefined;
  const [match] = findMatches(store, {
    ...wanted,
    collection,
    sort,
    skip: 0,
    limit: 1,
    deadline: request.deadline,
  }).rest();
  return match;
};

const remove = (database: Database, request: Request, wanted: Wanted): PlainDocument => {
  const show = shown(request);
  const match = firstMatch(database, request, wanted);
  if (!match) return { lastErrorObject: { n: 0 }, value: null, ok: 1 };
  const value = show(match.document, match.position);
  database.engine.remove(database.catalog.findOrCreate(namespaceOf(request)), match.document);
  return { lastErrorObject: { n: 1 }, value, ok: 1 };
};

const change = (database: Database, request: Request, wanted: Wanted): PlainDocument => {
  const { body } = request;
  const given = body.get('update');
  const update = compileUpdate(given, listField(body, 'arrayFilters'), wanted.terms);
  const show = shown(request);
  const match = firstMatch(database, request, wanted);
  const wantsNew = booleanField(body, 'new');
  if (match) {
    const before = wantsNew ? null : show(match.document, match.position);
    const { after } = modify(database, database.catalog.findOrCreate(namespaceOf(request)), match, { update, body });
    return { lastErrorObject: { n: 1, updatedExisting: true }, value: before ?? show(after, match.position), ok: 1 };
  }
  if (!booleanField(body, 'upsert')) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 };
  const { id, document } = upsert(database, namespaceOf(request), wanted.filter, {
    update,
    replacing: isReplacement(given),
    body,
  });
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: id },
    value: wantsNew ? show(document, undefined) : null,
    ok: 1,
  };
};

const shown = ({ body }: Request) => {
  const projection = compileProjection(documentField(body, 'fields'));
  return (document: BsonDocument, position: number | undefined): BsonDocument =>
    projection ? projection(document, position) : document;
};
