import { Decimal128, Double, Int32 } from 'bson';
import { badValue, typeMismatch } from '../refusal';
import type { BsonNumber, BsonValue } from '../values/bson-value';
import { describe } from '../values/describe';
import { exactDecimal, integerOf, toDouble } from '../values/numbers';
import { isNumber, typeName } from '../values/types';
import { isDocument } from '../values/bson-value';
import type { NewValue, Operator } from './new-value';

/** int ⊂ long ⊂ double ⊂ decimal: the result has the wider type; an int that overflows becomes a long. */
const calculate =
  (name: string, onIntegers: (a: bigint, b: bigint) => bigint, onDoubles: (a: number, b: number) => number) =>
  (a: BsonNumber, b: BsonNumber): BsonNumber => {
    if (a instanceof Decimal128 || b instanceof Decimal128) return decimalResult(name, a, b);
    if (a instanceof Double || b instanceof Double) return new Double(onDoubles(toDouble(a), toDouble(b)));
    const result = integerOf(onIntegers(toInteger(a), toInteger(b)), typeof a === 'bigint' || typeof b === 'bigint');
    if (result === null)
      throw badValue(`Failed to apply ${name} operations to current value (${describe(a)}): 64-bit overflow`);
    return result;
  };

const toInteger = (value: Int32 | bigint): bigint => (typeof value === 'bigint' ? value : BigInt(value.value));

const decimalResult = (name: string, a: BsonNumber, b: BsonNumber): Decimal128 => {
  const left = asExact(a);
  const right = asExact(b);
  if (!left || !right)
    return new Decimal128(String(name === '$inc' ? toDouble(a) + toDouble(b) : toDouble(a) * toDouble(b)));
  if (name === '$mul') return rounded(left.coefficient * right.coefficient, left.exponent + right.exponent);
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = ({ coefficient, exponent: own }: typeof left): bigint => coefficient * 10n ** BigInt(own - exponent);
  return rounded(scaled(left) + scaled(right), exponent);
};

const asExact = (value: BsonNumber) => {
  if (value instanceof Decimal128) return exactDecimal(value);
  if (value instanceof Double)
    return Number.isFinite(value.value) ? exactDecimal(new Decimal128(value.value.toPrecision(15))) : null;
  return { coefficient: toInteger(value), exponent: 0 };
};

/** 34 significant digits, as a decimal holds. */
const rounded = (coefficient: bigint, exponent: number): Decimal128 =>
  Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);

export const addNumbers = calculate(
  '$inc',
  (a, b) => a + b,
  (a, b) => a + b,
);
const multiply = calculate(
  '$mul',
  (a, b) => a * b,
  (a, b) => a * b,
);

const arithmetic =
  (name: string, verb: string, combine: (a: BsonNumber, b: BsonNumber) => BsonNumber): Operator =>
  (operand, path): NewValue => {
    if (!isNumber(operand))
      throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${path}: ${describe(operand)}}`);
    return (current) => {
      if (current === undefined) return name === '$inc' ? operand : combine(new Int32(0), operand);
      if (!isNumber(current)) {
        throw typeMismatch(
          `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has type ${typeName(current)}`,
        );
      }
      return combine(current, operand);
    };
  };

export const increase = arithmetic('$inc', 'increment', addNumbers);
export const multiplyBy = arithmetic('$mul', 'multiply', multiply);

/** `$bit`: and, or, xor on whole numbers. */
export const changeBits: Operator = (operand, path) => {
  if (!isDocument(operand) || operand.size === 0) {
    throw badValue(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document.`,
    );
  }
  const steps = [...operand].map(([name, mask]) => ({ name, mask: wholeMask(name, mask) }));
  return (current) => {
    if (current !== undefined && !(current instanceof Int32) && typeof current !== 'bigint') {
      throw badValue(
        `Cannot apply $bit to a value of non-integral type. The field '${path}' has type ${typeName(current)}`,
      );
    }
    const long = typeof current === 'bigint' || steps.some(({ mask }) => typeof mask === 'bigint');
    const result = steps.reduce(
      (value, { name, mask }) => bitwise(name, value, toInteger(mask)),
      toInteger(current ?? new Int32(0)),
    );
    return integerOf(result, long) ?? undefined;
  };
};

const wholeMask = (name: string, mask: BsonValue): Int32 | bigint => {
  if (!['and', 'or', 'xor'].includes(name))
    throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  if (mask instanceof Int32 || typeof mask === 'bigint') return mask;
  throw badValue(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here`);
};

const bitwise = (name: string, a: bigint, b: bigint): bigint =>
  name === 'and' ? a & b : name === 'or' ? a | b : a ^ b;
