import { Refusal, unsupported } from '../refusal';
import { Budget, bytesOf } from './budget';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { isNumber } from '../values/types';
import { encodeKey } from '../values/key';
import type { Accumulator } from './accumulators';
import { accumulatorNamed } from './accumulators';
import type { Expression } from '../expression/compile-expression';
import { compileExpression } from '../expression/compile-expression';
import type { Terms } from '../match/predicate';
import { compareStrings } from '../values/compare';
import type { Stage } from './stage';

interface Column {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly value: Expression;
  /** Keeps every value. */
  readonly gathers: boolean;
}

interface Group {
  readonly id: BsonValue;
  readonly accumulators: readonly Accumulator[];
}

export const groupStage = (spec: BsonValue, terms: Terms): Stage => {
  if (!isDocument(spec)) throw new Refusal(15947, "a group's fields must be specified in an object");
  const id = spec.get('_id');
  if (id === undefined) throw new Refusal(15955, 'a group specification must include an _id');
  const idOf = compileExpression(id, terms);
  if (terms.texts !== compareStrings && comparesTexts(id, spec))
    throw unsupported('comparing in $group with a collation');
  const columns = [...spec].filter(([name]) => name !== '_id').map(([name, value]) => toColumn(name, value, terms));
  return (documents) => collect(documents, idOf, columns);
};

function* collect(
  documents: Iterable<BsonDocument>,
  idOf: Expression,
  columns: readonly Column[],
): Iterable<BsonDocument> {
  const groups = new Map<string, Group>();
  const budget = new Budget('$group');
  for (const document of documents) {
    const id = idOf(document) ?? null;
    const key = encodeKey(id).toString('latin1');
    const group = groups.get(key) ?? { id, accumulators: columns.map(({ make }) => make()) };
    const isNew = !groups.has(key);
    if (isNew) budget.spend(bytesOf(id));
    groups.set(key, group);
    for (const [index, { value, gathers }] of columns.entries()) {
      const one = value(document);
      if (gathers || isNew) budget.spend(bytesOf(one));
      group.accumulators[index]?.add(one);
    }
  }
  for (const { id, accumulators } of groups.values()) {
    yield new Map([
      ['_id', id],
      ...columns.map(({ name }, index) => [name, accumulators[index]?.result() ?? null] as const),
    ]);
  }
}

/** One group for all, and nothing that looks for the least, the greatest or equals: then no text is compared. */
const comparesTexts = (id: BsonValue, spec: BsonDocument): boolean =>
  !(id === null || isNumber(id)) ||
  [...spec.values()].some(
    (value) => isDocument(value) && ['$min', '$max', '$addToSet'].some((name) => value.has(name)),
  );

const toColumn = (name: string, value: BsonValue, terms: Terms): Column => {
  if (name.includes('.')) throw new Refusal(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDocument(value)) throw new Refusal(40234, `The field '${name}' must be an accumulator object`);
  const [entry, ...more] = value;
  if (!entry || more.length > 0) throw new Refusal(40238, `The field '${name}' must specify one accumulator`);
  return {
    name,
    make: accumulatorNamed(entry[0]),
    value: compileExpression(entry[1], terms),
    gathers: ['$push', '$addToSet'].includes(entry[0]),
  };
};
