import { Decimal128, Double, Int32 } from 'bson';
import type { BsonNumber } from './bson-value';

/** sign × digits × 10^exponent; `special` for what is not a finite number. */
export interface ExactDecimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const decimalForm = /^([+-]?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i;

/** The exact finite value of a decimal; null for NaN and the infinities. */
export const exactDecimal = (value: Decimal128): ExactDecimal | null => {
  const parts = decimalForm.exec(value.toString());
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const magnitude = BigInt(`${whole}${fraction}` || '0');
  return { coefficient: sign === '-' ? -magnitude : magnitude, exponent: Number(exponent) - fraction.length };
};

/** Nearest double. Rounding never changes the order of two numbers, at worst it makes them equal. */
export const toDouble = (value: BsonNumber): number => {
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Decimal128 ? Number(value.toString()) : value.value;
};

/** An exact integer ratio for a finite double: numerator / 2^shift. */
const toRatio = (value: number): readonly [bigint, bigint] => {
  let shift = 0;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift++;
  }
  return [BigInt(scaled), 1n << BigInt(shift)];
};

const decimalRatio = ({ coefficient, exponent }: ExactDecimal): readonly [bigint, bigint] =>
  exponent >= 0 ? [coefficient * 10n ** BigInt(exponent), 1n] : [coefficient, 10n ** BigInt(-exponent)];

const ratioOf = (value: BsonNumber): readonly [bigint, bigint] | null => {
  if (typeof value === 'bigint') return [value, 1n];
  if (!(value instanceof Decimal128)) return Number.isFinite(value.value) ? toRatio(value.value) : null;
  const exact = exactDecimal(value);
  return exact && decimalRatio(exact);
};

const compareDoubles = (a: number, b: number): number => {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(b) ? (Number.isNaN(a) ? 0 : 1) : -1;
};

/** Exact order of any two numbers, whatever their types; NaN equals itself and stands before all others. */
export const compareNumbers = (a: BsonNumber, b: BsonNumber): number => {
  if (!(a instanceof Decimal128) && !(b instanceof Decimal128) && (typeof a !== 'bigint' || typeof b !== 'bigint')) {
    return compareMixed(a, b);
  }
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : Number(a > b);
  const left = ratioOf(a);
  const right = ratioOf(b);
  if (!left || !right) return compareWithSpecial(a, b);
  const difference = left[0] * right[1] - right[0] * left[1];
  return difference < 0n ? -1 : Number(difference > 0n);
};

const compareMixed = (a: Int32 | Double | bigint, b: Int32 | Double | bigint): number => {
  const left = typeof a === 'bigint' ? a : a.value;
  const right = typeof b === 'bigint' ? b : b.value;
  if (typeof left === 'number' && typeof right === 'number') return compareDoubles(left, right);
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : Number(left > right);
};

/** One side is infinite or NaN; a finite decimal too large for a double must not pass for infinity. */
const compareWithSpecial = (a: BsonNumber, b: BsonNumber): number => compareDoubles(clamped(a), clamped(b));

const clamped = (value: BsonNumber): number => {
  const double = toDouble(value);
  return ratioOf(value) && !Number.isFinite(double) ? Math.sign(double) * Number.MAX_VALUE : double;
};

/** The nearest finite double of a finite number, or the special value itself. */
export const nearestDouble = clamped;

const int32Limit = 2n ** 31n;
const int64Limit = 2n ** 63n;

/** The narrowest of int and long, at least as wide as asked; null outside 64 bits. */
export const integerOf = (value: bigint, atLeastLong: boolean): Int32 | bigint | null => {
  if (!atLeastLong && value >= -int32Limit && value < int32Limit) return new Int32(Number(value));
  return value >= -int64Limit && value < int64Limit ? value : null;
};

/** A number as an integer when it is one, for `$mod`, `$size`, limits and array positions. */
export const toWhole = (value: BsonNumber): bigint | null => {
  if (typeof value === 'bigint') return value;
  const double = nearestDouble(value);
  return Number.isFinite(double) ? BigInt(Math.trunc(double)) : null;
};

export const int = (value: number): Int32 => new Int32(value);
export const double = (value: number): Double => new Double(value);
