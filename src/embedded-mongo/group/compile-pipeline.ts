import { Int32 } from 'bson';
import { compareSortKeys, compileSort, sortKeyOf } from '../engine/sort';
import { compileMatch } from '../match/compile-match';
import { badValue, Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import type { Terms } from '../match/predicate';
import { Budget, bytesOf } from './budget';
import { groupStage } from './group-stage';
import type { Reshape } from './reshape';
import { reshapeMakers } from './reshape';
import type { Stage } from './stage';
import { unwindStage } from './unwind';

type StageMaker = (spec: BsonValue, terms: Terms) => Stage;

/** Strings the stages together; each pulls its documents from the one before. */
export const compilePipeline = (stages: readonly BsonDocument[], terms: Terms): Stage => {
  const compiled = stages.map((stage) => compileStage(stage, terms));
  return (documents) => compiled.reduce((flow, stage) => stage(flow), documents);
};

const compileStage = (stage: BsonDocument, terms: Terms): Stage => {
  const [entry, ...more] = stage;
  if (!entry || more.length > 0)
    throw new Refusal(40323, 'A pipeline stage specification object must contain exactly one field.');
  const reshape = reshapeMakers.get(entry[0])?.(entry[1], terms);
  if (reshape) return (documents) => each(documents, reshape);
  const maker = stageMakers.get(entry[0]);
  if (!maker) throw new Refusal(40324, `Unrecognized pipeline stage name: '${entry[0]}'`);
  return maker(entry[1], terms);
};

function* each(documents: Iterable<BsonDocument>, reshape: Reshape): Iterable<BsonDocument> {
  for (const document of documents) yield reshape(document);
}

const matchStage: StageMaker = (spec, terms) => {
  if (!isDocument(spec)) throw new Refusal(15959, 'the match filter must be an expression in an object');
  const predicate = compileMatch(spec, terms);
  return function* matching(documents) {
    for (const document of documents) if (predicate(document)) yield document;
  };
};

const sortStage: StageMaker = (spec, { texts }) => {
  if (!isDocument(spec)) throw new Refusal(15973, 'the $sort key specification must be an object');
  if (spec.size === 0) throw new Refusal(15976, '$sort stage must have at least one sort key');
  const fields = compileSort(spec);
  return (documents) => {
    const budget = new Budget('$sort');
    const ranked = Array.from(documents, (document) => {
      budget.spend(bytesOf(document));
      return { key: sortKeyOf(fields, document, texts), document };
    });
    return ranked.sort((a, b) => compareSortKeys(fields, a.key, b.key, texts)).map(({ document }) => document);
  };
};

const wholeNumber = (spec: BsonValue, least: number, code: number, name: string): number => {
  const number = isNumber(spec) ? toDouble(spec) : NaN;
  if (!Number.isInteger(number) || number < least)
    throw new Refusal(code, `invalid argument to ${name} stage: expected an integer of at least ${least}`);
  return number;
};

const skipStage = (spec: BsonValue): Stage => {
  const skipped = wholeNumber(spec, 0, 5107200, '$skip');
  return function* after(documents) {
    let seen = 0;
    for (const document of documents) if (seen++ >= skipped) yield document;
  };
};

const limitStage = (spec: BsonValue): Stage => {
  if (isNumber(spec) && toDouble(spec) === 0) throw new Refusal(15958, 'the limit must be positive');
  const limit = wholeNumber(spec, 1, 5107201, '$limit');
  return function* first(documents) {
    let left = limit;
    for (const document of documents) {
      yield document;
      if (--left === 0) return;
    }
  };
};

const countStage = (spec: BsonValue): Stage => {
  if (typeof spec !== 'string' || spec === '') throw new Refusal(40156, 'the count field must be a non-empty string');
  if (spec.startsWith('$') || spec.includes('.') || spec.includes('\0'))
    throw badValue('the count field cannot be a path');
  return function* counted(documents) {
    let n = 0;
    for (const _document of documents) n++;
    if (n > 0) yield new Map([[spec, new Int32(n)]]);
  };
};

const stageMakers: ReadonlyMap<string, StageMaker> = new Map<string, StageMaker>([
  ['$match', matchStage],
  ['$sort', sortStage],
  ['$skip', skipStage],
  ['$limit', limitStage],
  ['$count', countStage],
  ['$group', groupStage],
  ['$unwind', unwindStage],
]);
