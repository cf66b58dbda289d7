import { findMatches } from '../engine/find-matches';
import { failedToParse } from '../refusal';
import { compileMatch } from '../match/compile-match';
import { compileUpdate, isReplacement } from '../update/compile-update';
import type { BsonDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import type { PlainDocument } from '../values/encode';
import {
  booleanField,
  listField,
  missingField,
  namespaceOf,
  noVariables,
  onlyFields,
  requiredDocument,
  simpleCollationOnly,
} from './fields';
import { checkHint } from './hint';
import { modify, upsert } from './modify';
import type { Command, Database, Request } from './request';
import { eachStatement, statementsOf } from './statements';

const updateFields = new Set(['q', 'u', 'upsert', 'multi', 'arrayFilters', 'collation', 'hint']);

interface Tally {
  matched: number;
  modified: number;
  readonly upserted: PlainDocument[];
}

export const update: Command = {
  kind: 'write',
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: (database, request) => {
    noVariables(request.body);
    const ordered = !request.body.has('ordered') || booleanField(request.body, 'ordered');
    const tally: Tally = { matched: 0, modified: 0, upserted: [] };
    const { writeErrors } = eachStatement(statementsOf(request, 'updates'), ordered, (raw, index) => {
      runStatement(database, request, { statement: decode(raw), index, tally });
    });
    const { matched, modified, upserted } = tally;
    return { n: matched, nModified: modified, ...(upserted.length > 0 ? { upserted } : {}), ...writeErrors, ok: 1 };
  },
};

interface Numbered {
  readonly statement: BsonDocument;
  readonly index: number;
  readonly tally: Tally;
}

const runStatement = (database: Database, request: Request, { statement, index, tally }: Numbered): void => {
  onlyFields(statement, updateFields, 'update.updates');
  simpleCollationOnly(statement);
  const namespace = namespaceOf(request);
  const filter = requiredDocument(statement, 'q');
  const given = statement.get('u');
  if (given === undefined) throw missingField('update.updates.u');
  const multi = booleanField(statement, 'multi');
  const replacing = isReplacement(given);
  if (multi && replacing) throw failedToParse('multi update is not supported for replacement-style update');
  const change = compileUpdate(given, listField(statement, 'arrayFilters'));
  compileMatch(filter);
  const collection = database.catalog.find(namespace);
  checkHint(collection, statement);
  const query = { filter, sort: [], skip: 0, limit: multi ? Infinity : 1, deadline: request.deadline };
  const matches = collection ? [...findMatches(database.store, { ...query, collection }).rest()] : [];
  for (const match of matches) {
    if (!collection) break;
    const { changed } = modify(database, collection, match, change);
    tally.matched++;
    if (changed) tally.modified++;
  }
  if (matches.length > 0 || !booleanField(statement, 'upsert')) return;
  const { id } = upsert(database, namespace, filter, { update: change, replacing });
  tally.matched++;
  tally.upserted.push({ index, _id: id });
};
