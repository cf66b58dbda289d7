import type { BsonValue } from '../values/bson-value';

/** The new value of a field from its present one (undefined = missing); undefined as a result changes nothing. */
export type NewValue = (current: BsonValue | undefined) => BsonValue | undefined;

/** Builds a NewValue from an operand, or refuses the operand. */
export type Operator = (operand: BsonValue, path: string) => NewValue;
