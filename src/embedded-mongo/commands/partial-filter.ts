import { compileMatch } from '../match/compile-match';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';

const allowed: ReadonlySet<string> = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$in', '$type', '$and', '$or']);

/** MongoDB builds partial indexes over few operators only; what it would refuse in production is refused here too. */
export const checkPartialFilter = (filter: BsonDocument): void => {
  compileMatch(filter);
  for (const [name, value] of operatorsIn(filter)) {
    if (allowed.has(name) || (name === '$exists' && value === true)) continue;
    throw new Refusal(67, `Expression not supported in partial index: ${name}`);
  }
};

const operatorsIn = (filter: BsonDocument): readonly (readonly [string, BsonValue])[] =>
  [...filter].flatMap(([name, value]) => {
    const branches = Array.isArray(value) ? value : [value];
    const inner = branches.filter(isDocument).flatMap(operatorsIn);
    return name.startsWith('$') ? [[name, value] as const, ...inner] : inner;
  });
