import { badValue } from '../refusal';
import type { BsonValue } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import type { TypeName } from '../values/types';
import { isNumber, typeCodes, typeName } from '../values/types';

const names = Object.keys(typeCodes) as TypeName[];

/** The operand of `$type`: names or codes, one or several. */
export const typeTest = (operand: BsonValue): ((value: BsonValue | undefined) => boolean) => {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typeNames));
  if (wanted.size === 0) throw badValue('$type must match at least one type');
  return (value) => value !== undefined && wanted.has(typeName(value));
};

const typeNames = (type: BsonValue): readonly TypeName[] => {
  if (type === 'number') return ['int', 'long', 'double', 'decimal'];
  if (typeof type === 'string') {
    const name = names.find((known) => known === type);
    if (!name) throw badValue(`Unknown type name alias: ${type}`);
    return [name];
  }
  if (!isNumber(type)) throw badValue('type must be represented as a number or a string');
  const name = names.find((known) => typeCodes[known] === toDouble(type));
  if (!name) throw badValue(`Invalid numerical type code: ${toDouble(type)}`);
  return [name];
};
