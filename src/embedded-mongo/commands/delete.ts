import { findMatches, inPortions } from '../engine/find-matches';
import { compileMatch } from '../match/compile-match';
import { failedToParse } from '../refusal';
import type { BsonDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import { booleanField, countField, missingField, namespaceOf, onlyFields, requiredDocument } from './fields';
import { checkHint } from './hint';
import type { Command } from './request';
import { eachStatement, statementsOf } from './statements';
import { termsOf } from './terms';

const deleteFields = new Set(['q', 'limit', 'collation', 'hint']);

export const deleteCommand: Command = {
  kind: 'write',
  fields: ['deletes', 'ordered', 'let'],
  run: ({ catalog, engine, store }, request) => {
    const collection = catalog.find(namespaceOf(request));
    const ordered = !request.body.has('ordered') || booleanField(request.body, 'ordered');
    let removed = 0;
    const statements = statementsOf(request, 'deletes').map(readStatement);
    const { writeErrors } = eachStatement(statements, ordered, ({ fields, filter, limit }) => {
      const terms = termsOf(request.body, fields);
      compileMatch(filter, terms);
      checkHint(collection, fields);
      if (!collection) return;
      const query = { collection, filter, terms, sort: [], skip: 0, limit, deadline: request.deadline };
      for (const { document } of inPortions(findMatches(store, query))) {
        engine.remove(collection, document);
        removed++;
      }
    });
    return { n: removed, ...writeErrors, ok: 1 };
  },
};

interface Statement {
  readonly fields: BsonDocument;
  readonly filter: BsonDocument;
  readonly limit: number;
}

/** A statement that cannot be read refuses the whole command, before the first one runs. */
const readStatement = (raw: Buffer): Statement => {
  const fields = decode(raw);
  onlyFields(fields, deleteFields, 'delete.deletes');
  const limit = countField(fields, 'limit');
  if (limit === undefined) throw missingField('delete.deletes.limit');
  if (limit > 1) throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { fields, filter: requiredDocument(fields, 'q'), limit: limit || Infinity };
};
