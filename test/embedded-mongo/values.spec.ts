import { Binary, BSONRegExp, Decimal128, Double, Int32, MaxKey, MinKey, ObjectId, Timestamp, serialize } from 'bson';
import fc from 'fast-check';
import type { BsonValue } from '../../src/embedded-mongo/values/bson-value';
import { compare } from '../../src/embedded-mongo/values/compare';
import { decode } from '../../src/embedded-mongo/values/decode';
import { encode } from '../../src/embedded-mongo/values/encode';
import { boundedKey, encodeKey, inverted } from '../../src/embedded-mongo/values/key';

const int = fc.integer().map((value) => new Int32(value));
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const double = fc.double().map((value) => new Double(value));
const nearInteger = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(2 ** 53, 2 ** 62, 10, 1));
const tightNumber = nearInteger.chain(([offset, base]) =>
  fc.constantFrom<BsonValue>(
    new Double(base + offset),
    BigInt(base) + BigInt(offset),
    new Decimal128(String(BigInt(base) + BigInt(offset))),
  ),
);
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -400, max: 400 }))
  .map(([digits, exponent]) => new Decimal128(`${digits}E${exponent}`));
const specialNumber = fc.constantFrom(
  new Double(NaN),
  new Double(-0),
  new Double(Infinity),
  new Double(0.1),
  new Decimal128('0.1'),
  new Decimal128('NaN'),
  new Decimal128('1E+6000'),
  new Decimal128('-1E+6000'),
  new Decimal128('1E-6000'),
  new Double(Number.MAX_VALUE),
);
const number: fc.Arbitrary<BsonValue> = fc.oneof(int, long, double, tightNumber, decimal, specialNumber);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a\0', 'a', '\u{1F600}', '\uFFFF', 'a\0b'),
);
const wellFormed = text.filter((value) => Buffer.from(value).toString() === value);
const rare = fc.constantFrom<BsonValue>(
  null,
  new MinKey(),
  new MaxKey(),
  new BSONRegExp('a', 'i'),
  new Timestamp({ t: 1, i: 2 }),
  new Binary(Buffer.from([1, 2]), 0),
  new Binary(Buffer.from([2]), 4),
);
const scalar: fc.Arbitrary<BsonValue> = fc.oneof(
  number,
  wellFormed,
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  rare,
);
const fieldName = fc.string({ minLength: 1, maxLength: 3 }).filter((name) => !name.includes('\0'));
const { value } = fc.letrec<{ value: BsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fieldName, tie('value')), { maxLength: 3 }).map((fields) => new Map(fields)),
  ),
}));

describe('order of values', () => {
  it('is the same in keys (bytes) as between values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 1000 },
    );
  });

  it('is exact for numbers of different types that lie close together', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 1500 },
    );
  });

  it('is total: it turns round with its arguments and passes on from pair to pair', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        const [low, middle, high] = [a, b, c].sort(compare) as [BsonValue, BsonValue, BsonValue];
        expect(compare(low, middle) <= 0 && compare(middle, high) <= 0 && compare(low, high) <= 0).toBe(true);
      }),
    );
  });

  it('goes through the types as MongoDB documents them', () => {
    const inOrder: BsonValue[] = [
      new MinKey(),
      null,
      new Int32(5),
      'text',
      new Map(),
      [],
      new Binary(Buffer.from([1])),
      new ObjectId(),
      false,
      new Date(0),
      new Timestamp({ t: 0, i: 1 }),
      new BSONRegExp('a'),
      new MaxKey(),
    ];
    expect([...inOrder].reverse().sort(compare)).toEqual(inOrder);
  });
});

describe('keys', () => {
  it('are never the beginning of the key of another value, so that compound keys keep the order', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [first, second] = [encodeKey(a), encodeKey(b)];
        expect(first.equals(second) || !second.subarray(0, first.length).equals(first)).toBe(true);
      }),
    );
  });

  it('sort the other way round when inverted', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(inverted(encodeKey(a)), inverted(encodeKey(b))))).toBe(
          -Math.sign(compare(a, b)) + 0,
        );
      }),
    );
  });

  it('are shortened with a hash when they are too long, and say so', () => {
    const [a, b] = ['a', 'b'].map((end) => boundedKey(encodeKey('x'.repeat(2000) + end)));
    expect([a?.exact, a?.key.length, a?.key.equals(b?.key ?? Buffer.alloc(0))]).toEqual([false, 892, false]);
  });
});

describe('BSON', () => {
  it('comes back byte for byte after decoding and encoding', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fieldName, value)), (fields) => {
        const bytes = encode(new Map(fields));
        expect(encode(decode(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('is what the bson library writes', () => {
    const content = {
      a: new Int32(1),
      b: new Double(1),
      c: [1.5, 'x', null, true],
      d: { e: new Date(5), f: new ObjectId() },
      g: new Binary(Buffer.from('z'), 4),
    };
    expect(encode(content).equals(Buffer.from(serialize(content)))).toBe(true);
  });

  it('keeps the order of fields whose names look like numbers', () => {
    const bytes = encode(
      new Map<string, BsonValue>([
        ['b', null],
        ['10', null],
        ['2', null],
      ]),
    );
    expect([...decode(bytes).keys()]).toEqual(['b', '10', '2']);
  });

  it('is refused, never misread, when it is cut or damaged', () => {
    const whole = encode(
      new Map<string, BsonValue>([
        ['a', 'text'],
        ['b', new Map([['c', [null, 'x']]])],
      ]),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        try {
          decode(damaged);
        } catch (error) {
          expect((error as { code: unknown }).code).toBe(22);
        }
        expect(() => decode(whole.subarray(0, at))).toThrow('invalid BSON');
      }),
    );
  });

  it('is refused when it is nested deeper than a hundred levels', () => {
    let nested: BsonValue = null;
    for (let level = 0; level < 102; level++) nested = new Map([['a', nested]]);
    expect(() => decode(encode(nested as Map<string, BsonValue>))).toThrow('nested deeper');
  });
});
