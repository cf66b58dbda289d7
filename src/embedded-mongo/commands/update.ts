import { matchesToChange } from '../engine/find-matches';
import { failedToParse } from '../refusal';
import { compileMatch } from '../match/compile-match';
import { compileUpdate, isReplacement } from '../update/compile-update';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { decode } from '../values/decode';
import type { PlainDocument } from '../values/encode';
import { booleanField, listField, missingField, namespaceOf, onlyFields, requiredDocument } from './fields';
import { checkHint } from './hint';
import { modify, upsert } from './modify';
import type { Command, Database, Request } from './request';
import { eachStatement, statementsOf } from './statements';
import { termsOf } from './terms';

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
    const ordered = !request.body.has('ordered') || booleanField(request.body, 'ordered');
    const tally: Tally = { matched: 0, modified: 0, upserted: [] };
    const statements = statementsOf(request, 'updates').map(readStatement);
    const { writeErrors } = eachStatement(statements, ordered, (statement, index) => {
      runStatement(database, request, { ...statement, index, tally });
    });
    const { matched, modified, upserted } = tally;
    return { n: matched, nModified: modified, ...(upserted.length > 0 ? { upserted } : {}), ...writeErrors, ok: 1 };
  },
};

interface Statement {
  readonly fields: BsonDocument;
  readonly filter: BsonDocument;
  readonly given: BsonValue;
  readonly multi: boolean;
  readonly upserting: boolean;
}

/** A statement that cannot be read refuses the whole command, before the first one runs. */
const readStatement = (raw: Buffer): Statement => {
  const fields = decode(raw);
  onlyFields(fields, updateFields, 'update.updates');
  const given = fields.get('u');
  if (given === undefined) throw missingField('update.updates.u');
  return {
    fields,
    filter: requiredDocument(fields, 'q'),
    given,
    multi: booleanField(fields, 'multi'),
    upserting: booleanField(fields, 'upsert'),
  };
};

interface Numbered extends Statement {
  readonly index: number;
  readonly tally: Tally;
}

const runStatement = (database: Database, request: Request, statement: Numbered): void => {
  const { fields, filter, given, multi, upserting, index, tally } = statement;
  const namespace = namespaceOf(request);
  const replacing = isReplacement(given);
  if (multi && replacing) throw failedToParse('multi update is not supported for replacement-style update');
  const terms = termsOf(request.body, fields);
  const change = compileUpdate(given, listField(fields, 'arrayFilters'), terms);
  compileMatch(filter, terms);
  const collection = database.catalog.find(namespace);
  checkHint(collection, fields);
  const query = { filter, terms, sort: [], skip: 0, limit: multi ? Infinity : 1, deadline: request.deadline };
  let matched = 0;
  if (collection) {
    for (const match of matchesToChange(database.store, { ...query, collection })) {
      const { changed } = modify(database, collection, match, { update: change, body: request.body });
      matched++;
      if (changed) tally.modified++;
    }
  }
  tally.matched += matched;
  if (matched > 0 || !upserting) return;
  const { id } = upsert(database, namespace, filter, { update: change, replacing, body: request.body });
  tally.matched++;
  tally.upserted.push({ index, _id: id });
};
