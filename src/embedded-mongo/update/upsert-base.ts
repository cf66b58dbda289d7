import { isOperatorDocument } from '../match/operators';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { writePath } from './paths';

/** The document that an upsert starts from: what the filter pins to one value. */
export const upsertBase = (filter: BsonDocument, replacing: boolean): BsonDocument => {
  const base: BsonDocument = new Map();
  const pinned = new Set<string>();
  for (const [path, value] of pinnedValues(filter)) {
    if (replacing && path !== '_id') continue;
    if ([...pinned].some((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))) {
      throw new Refusal(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    pinned.add(path);
    writePath(base, path.split('.'), value);
  }
  return base;
};

const pinnedValues = (filter: BsonDocument): readonly (readonly [string, BsonValue])[] =>
  [...filter].flatMap(([name, value]) => {
    if (name === '$and' || (name === '$or' && Array.isArray(value) && value.length === 1)) {
      return Array.isArray(value) ? value.filter(isDocument).flatMap(pinnedValues) : [];
    }
    if (name.startsWith('$')) return [];
    if (!isOperatorDocument(value)) return isRegex(value) ? [] : [[name, value] as const];
    return [...value].flatMap(([operator, operand]) =>
      pinnedBy(operator, operand).map((pinned) => [name, pinned] as const),
    );
  });

const pinnedBy = (operator: string, operand: BsonValue): readonly BsonValue[] => {
  if (operator === '$eq') return [operand];
  const single = (operator === '$in' || operator === '$all') && Array.isArray(operand) && operand.length === 1;
  return single ? operand.filter((item) => !isRegex(item) && !isOperatorDocument(item)) : [];
};

const isRegex = (value: BsonValue): boolean =>
  typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'BSONRegExp';
