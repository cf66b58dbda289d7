import { findMatches, inPortions } from '../engine/find-matches';
import { compileMatch } from '../match/compile-match';
import type { Terms } from '../match/predicate';
import { Budget } from '../group/budget';
import { compilePipeline } from '../group/compile-pipeline';
import { failedToParse, Refusal, typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import type { Results } from './cursors';
import { cursorReply } from './cursors';
import { countField, documentField, documentOrEmpty, listField, missingField, namespaceOf } from './fields';
import { checkHint } from './hint';
import { compileOutput } from './output-stages';
import { gathered } from './output-target';
import type { Command, Database, Request } from './request';
import { termsOf } from './terms';

const isGathering = (stage: BsonDocument): boolean => stage.has('$sort') || stage.has('$group');
const writingStages = ['$out', '$merge'];

export const aggregate: Command = {
  kind: ({ body }) => (writingStages.includes(lastStage(body)) ? 'write' : 'read'),
  fields: ['pipeline', 'cursor', 'hint', 'collation', 'let', 'allowDiskUse', 'bypassDocumentValidation'],
  run: (database, request) => {
    const { body } = request;
    if (!documentField(body, 'cursor'))
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
    const terms = termsOf(body);
    const stages = stagesOf(listField(body, 'pipeline'));
    const writing = writingStages.includes(lastStage(body));
    const source = sourceOf(database, request, writing ? stages.slice(0, -1) : stages, terms);
    if (writing) {
      compileOutput(stages[stages.length - 1], request)(database, gathered(source.documents()));
      return emptyReply(source.namespace);
    }
    const batchSize = countField(documentOrEmpty(body, 'cursor'), 'batchSize');
    const options = { batchSize, single: false, neverIdle: false };
    const results = toResults(source.documents(), stages.some(isGathering));
    const batch = database.cursors.first(source.namespace, results, options);
    source.firstBatchIsRead();
    return cursorReply(source.namespace, batch, 'firstBatch');
  },
};

const emptyReply = (namespace: string) => cursorReply(namespace, { id: 0n, documents: [] }, 'firstBatch');

const lastStage = (body: BsonDocument): string => {
  const pipeline = body.get('pipeline');
  const last = Array.isArray(pipeline) ? pipeline[pipeline.length - 1] : undefined;
  const [name = ''] = isDocument(last) ? last.keys() : [];
  return name;
};

interface Source {
  readonly namespace: string;
  /** Everything is checked by now; reading begins with the first document asked for. */
  readonly documents: () => Iterable<BsonDocument>;
  /** The time limit of the command does not hold for later batches. */
  readonly firstBatchIsRead: () => void;
}

const nothing = (): void => undefined;

const sourceOf = (database: Database, request: Request, stages: readonly BsonDocument[], terms: Terms): Source => {
  const target = request.body.get('aggregate');
  if (isNumber(target) && toDouble(target) === 1) return withoutCollection(database, request, stages, terms);
  const { store, catalog } = database;
  const { filter, rest } = leadingFilter(stages);
  compileMatch(filter, terms);
  const run = compilePipeline(rest, terms);
  const namespace = namespaceOf(request);
  const collection = catalog.find(namespace);
  checkHint(collection, request.body);
  if (!collection) return { namespace, documents: () => run([]), firstBatchIsRead: nothing };
  const query = { collection, filter, terms, sort: [], skip: 0, limit: Infinity, deadline: request.deadline };
  return {
    namespace,
    documents: () => run(documentsOf(inPortions(findMatches(store, query)))),
    firstBatchIsRead: () => {
      query.deadline = Infinity;
    },
  };
};

/** `aggregate: 1`: the first stage says where the documents come from. */
const withoutCollection = (
  { sessions }: Database,
  { database }: Request,
  [first, ...rest]: readonly BsonDocument[],
  terms: Terms,
): Source => {
  const run = compilePipeline(rest, terms);
  const namespace = `${database}.$cmd.aggregate`;
  const given = first?.get('$documents');
  if (Array.isArray(given)) {
    const documents = given.filter(isDocument);
    if (documents.length < given.length) throw new Refusal(40228, "$documents' elements must be objects");
    return { namespace, documents: () => run(documents), firstBatchIsRead: nothing };
  }
  const own = first?.get('$listLocalSessions');
  if (isDocument(own) && own.size === 0)
    return { namespace, documents: () => run(sessions.list()), firstBatchIsRead: nothing };
  throw new Refusal(73, '{aggregate: 1} is not valid for this pipeline; a collection is needed');
};

function* documentsOf(matches: Iterable<{ readonly document: BsonDocument }>): Iterable<BsonDocument> {
  for (const { document } of matches) yield document;
}

/**
 * Without an order or groups the pipeline stands still between two batches and holds next to nothing. With them, the
 * results are put down as bytes, so that it is known what a forgotten cursor costs.
 */
const toResults = (documents: Iterable<BsonDocument>, gathering: boolean): Results => {
  const left = gathering ? putDown(documents) : { encoded: encoded(documents), heldBytes: () => 0 };
  const rest = left.encoded[Symbol.iterator]();
  const next = (): IteratorResult<Uint8Array, undefined> => {
    const result = rest.next();
    return result.done === true ? { value: undefined, done: true } : { value: result.value, done: false };
  };
  return { rest: () => ({ next }), isFinished: () => false, heldBytes: left.heldBytes };
};

function* encoded(documents: Iterable<BsonDocument>): Iterable<Buffer> {
  for (const document of documents) yield encode(document);
}

const putDown = (documents: Iterable<BsonDocument>) => {
  const budget = new Budget('the results');
  let held = 0;
  const all = Array.from(documents, (document) => {
    const bytes = encode(document);
    budget.spend(bytes.length);
    held += bytes.length;
    return bytes;
  });
  function* remaining(): Iterable<Buffer> {
    for (const bytes of all) {
      held -= bytes.length;
      yield bytes;
    }
  }
  return { encoded: remaining(), heldBytes: () => held };
};

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
