import { demandsOf } from './bounds';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { isEqual } from '../values/compare';

/** Whether each document that matches `filter` surely matches the partial filter too. Doubt means no. */
export const isImpliedBy = (partialFilter: BsonDocument, filter: BsonDocument): boolean => {
  const clauses = clausesOf(filter);
  const present = new Set(
    demandsOf(filter)
      .filter(({ allowsMissing }) => !allowsMissing)
      .map(({ path }) => path),
  );
  return clausesOf(partialFilter).every(
    ([name, value]) =>
      clauses.some(([other, given]) => other === name && isEqual(given, value)) ||
      (isExists(value) && present.has(name)),
  );
};

const clausesOf = (filter: BsonDocument): readonly (readonly [string, BsonValue])[] =>
  [...filter].flatMap(([name, value]) => {
    if (name === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(clausesOf);
    if (!isDocument(value) || ![...value.keys()].every((key) => key.startsWith('$'))) return [[name, value] as const];
    return [...value].map(([operator, operand]) =>
      operator === '$eq' ? ([name, operand] as const) : ([name, new Map([[operator, operand]])] as const),
    );
  });

const isExists = (value: BsonValue): boolean => isDocument(value) && value.size === 1 && value.get('$exists') === true;
