import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encodeKey } from '../values/key';
import type { Accumulator } from './accumulators';
import { accumulatorNamed } from './accumulators';
import type { Expression } from './expression';
import { compileExpression } from './expression';
import type { Stage } from './stage';

interface Column {
  readonly name: string;
  readonly make: () => Accumulator;
  readonly value: Expression;
}

interface Group {
  readonly id: BsonValue;
  readonly accumulators: readonly Accumulator[];
}

export const groupStage = (spec: BsonValue): Stage => {
  if (!isDocument(spec)) throw new Refusal(15947, "a group's fields must be specified in an object");
  const id = spec.get('_id');
  if (id === undefined) throw new Refusal(15955, 'a group specification must include an _id');
  const idOf = compileExpression(id);
  const columns = [...spec].filter(([name]) => name !== '_id').map(([name, value]) => toColumn(name, value));
  return (documents) => collect(documents, idOf, columns);
};

function* collect(
  documents: Iterable<BsonDocument>,
  idOf: Expression,
  columns: readonly Column[],
): Iterable<BsonDocument> {
  const groups = new Map<string, Group>();
  for (const document of documents) {
    const id = idOf(document) ?? null;
    const key = encodeKey(id).toString('latin1');
    const group = groups.get(key) ?? { id, accumulators: columns.map(({ make }) => make()) };
    groups.set(key, group);
    for (const [index, { value }] of columns.entries()) group.accumulators[index]?.add(value(document));
  }
  for (const { id, accumulators } of groups.values()) {
    yield new Map([
      ['_id', id],
      ...columns.map(({ name }, index) => [name, accumulators[index]?.result() ?? null] as const),
    ]);
  }
}

const toColumn = (name: string, value: BsonValue): Column => {
  if (name.includes('.')) throw new Refusal(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDocument(value)) throw new Refusal(40234, `The field '${name}' must be an accumulator object`);
  const [entry, ...more] = value;
  if (!entry || more.length > 0) throw new Refusal(40238, `The field '${name}' must specify one accumulator`);
  return { name, make: accumulatorNamed(entry[0]), value: compileExpression(entry[1]) };
};
