import { findMatches } from '../engine/find-matches';
import { failedToParse } from '../refusal';
import { take } from '../store/in-batches';
import { decode } from '../values/decode';
import {
  booleanField,
  countField,
  missingField,
  namespaceOf,
  noVariables,
  onlyFields,
  requiredDocument,
  simpleCollationOnly,
} from './fields';
import { checkHint } from './hint';
import type { Command } from './request';
import { eachStatement, statementsOf } from './statements';

/** Deleting some at a time keeps memory small; the search goes on behind what is gone. */
const batchSize = 1000;
const deleteFields = new Set(['q', 'limit', 'collation', 'hint']);

export const deleteCommand: Command = {
  kind: 'write',
  fields: ['deletes', 'ordered', 'let'],
  run: ({ catalog, engine, store }, request) => {
    noVariables(request.body);
    const collection = catalog.find(namespaceOf(request));
    const ordered = !request.body.has('ordered') || booleanField(request.body, 'ordered');
    let removed = 0;
    const { writeErrors } = eachStatement(statementsOf(request, 'deletes'), ordered, (raw) => {
      const statement = decode(raw);
      onlyFields(statement, deleteFields, 'delete.deletes');
      simpleCollationOnly(statement);
      const limit = countField(statement, 'limit');
      if (limit === undefined) throw missingField('delete.deletes.limit');
      if (limit > 1) throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
      const filter = requiredDocument(statement, 'q');
      checkHint(collection, statement);
      if (!collection) return;
      const search = findMatches(store, {
        collection,
        filter,
        sort: [],
        skip: 0,
        limit: limit || Infinity,
        deadline: request.deadline,
      });
      for (let found = take(search.rest(), batchSize); found.length > 0; found = take(search.rest(), batchSize)) {
        for (const { document } of found) engine.remove(collection, document);
        removed += found.length;
      }
    });
    return { n: removed, ...writeErrors, ok: 1 };
  },
};
