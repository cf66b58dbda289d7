import { findMatches } from '../engine/find-matches';
import { compileMatch } from '../match/compile-match';
import { compilePipeline } from '../group/compile-pipeline';
import { failedToParse, typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { listReply } from './collections';
import { documentField, listField, missingField, namespaceOf, noVariables, simpleCollationOnly } from './fields';
import { checkHint } from './hint';
import type { Command } from './request';

export const aggregate: Command = {
  kind: 'read',
  fields: ['pipeline', 'cursor', 'hint', 'collation', 'let', 'allowDiskUse', 'bypassDocumentValidation'],
  run: ({ store, catalog, cursors }, request) => {
    const { body } = request;
    simpleCollationOnly(body);
    noVariables(body);
    if (!documentField(body, 'cursor'))
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
    const stages = stagesOf(listField(body, 'pipeline'));
    const { filter, rest } = leadingFilter(stages);
    compileMatch(filter);
    const run = compilePipeline(rest);
    const namespace = namespaceOf(request);
    const collection = catalog.find(namespace);
    checkHint(collection, body);
    const query = { filter, sort: [], skip: 0, limit: Infinity, deadline: request.deadline };
    const matches = collection ? findMatches(store, { ...query, collection }).rest() : [];
    const documents = Array.from(run(documentsOf(matches)), encode);
    return listReply(namespace, documents, cursors, body);
  },
};

function* documentsOf(matches: Iterable<{ readonly document: BsonDocument }>): Iterable<BsonDocument> {
  for (const { document } of matches) yield document;
}

const stagesOf = (pipeline: readonly BsonValue[] | undefined): readonly BsonDocument[] => {
  if (!pipeline) throw missingField('pipeline');
  return pipeline.map((stage) => {
    if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
    return stage;
  });
};

/** A `$match` in front becomes the search itself, and may use an index. */
const leadingFilter = (
  stages: readonly BsonDocument[],
): { readonly filter: BsonDocument; readonly rest: readonly BsonDocument[] } => {
  const [first, ...rest] = stages;
  const filter = first?.size === 1 ? first.get('$match') : undefined;
  return isDocument(filter) ? { filter, rest } : { filter: new Map(), rest: stages };
};
