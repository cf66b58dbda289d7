import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import type { BsonDocument } from './bson-value';

/**
 * What a reply may hold: stored values, plain objects and numbers, and raw documents that are copied as they are. Not
 * spelled out as a type: the encoder refuses anything else when it meets it.
 */
export type PlainDocument = Readonly<Record<string, unknown>>;

/** Writes BSON into a buffer that doubles as needed. */
class Encoder {
  private bytes = Buffer.allocUnsafe(512);
  private at = 0;

  document(fields: Iterable<readonly [string, unknown]>): void {
    const start = this.reserve(4);
    for (const [name, value] of fields) if (value !== undefined) this.element(name, value);
    this.byte(0);
    this.bytes.writeInt32LE(this.at - start, start);
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  private element(name: string, value: unknown): void {
    const type = this.reserve(1);
    this.text(name);
    this.byte(0);
    const code = this.value(value);
    this.bytes[type] = code;
  }

  private value(value: unknown): number {
    if (typeof value === 'string') {
      this.sized(value);
      return 0x02;
    }
    if (typeof value === 'boolean') {
      this.byte(value ? 1 : 0);
      return 0x08;
    }
    if (typeof value === 'bigint') return this.int64(value, 0x12);
    if (typeof value === 'number') return isInt32(value) ? this.int32(value) : this.double(value);
    if (typeof value !== 'object') throw new TypeError(`no BSON type for ${typeof value}`);
    return value === null ? 0x0a : this.object(value);
  }

  private object(value: object): number {
    if (value instanceof Map) {
      this.document(value as BsonDocument);
      return 0x03;
    }
    if (Array.isArray(value)) {
      this.document(value.map((item: unknown, index) => [String(index), item ?? null] as const));
      return 0x04;
    }
    if (value instanceof Date) {
      return this.int64(BigInt(value.getTime()), 0x09);
    }
    if (value instanceof Uint8Array) {
      this.raw(value);
      return 0x03;
    }
    return this.number(value) ?? this.bsonClass(value) ?? this.rareClass(value) ?? this.plain(value);
  }

  private plain(value: object): number {
    this.document(Object.entries(value));
    return 0x03;
  }

  private number(value: object): number | null {
    if (value instanceof Int32) return this.int32(value.value);
    if (value instanceof Double) return this.double(value.value);
    if (!(value instanceof Decimal128)) return null;
    this.raw(value.bytes);
    return 0x13;
  }

  private bsonClass(value: object): number | null {
    if (value instanceof ObjectId) {
      this.raw(value.id);
      return 0x07;
    }
    if (value instanceof Timestamp) return this.int64(BigInt.asIntN(64, value.toBigInt()), 0x11);
    return value instanceof Binary ? this.binary(value) : null;
  }

  private rareClass(value: object): number | null {
    if (value instanceof MinKey) return 0xff;
    if (value instanceof MaxKey) return 0x7f;
    if (value instanceof Code) return this.code(value);
    if (value instanceof BSONSymbol) {
      this.sized(value.value);
      return 0x0e;
    }
    if (!(value instanceof BSONRegExp)) return null;
    this.text(value.pattern);
    this.byte(0);
    this.text(value.options);
    this.byte(0);
    return 0x0b;
  }

  private binary(value: Binary): number {
    const content = value.buffer.subarray(0, value.position);
    const at = this.reserve(4);
    this.bytes.writeInt32LE(content.length, at);
    this.byte(value.sub_type);
    this.raw(content);
    return 0x05;
  }

  private code(value: Code): number {
    if (!value.scope) {
      this.sized(value.code);
      return 0x0d;
    }
    const start = this.reserve(4);
    this.sized(value.code);
    this.object(value.scope);
    this.bytes.writeInt32LE(this.at - start, start);
    return 0x0f;
  }

  private int64(value: bigint, type: number): number {
    const at = this.reserve(8);
    this.bytes.writeBigInt64LE(value, at);
    return type;
  }

  private int32(value: number): number {
    const at = this.reserve(4);
    this.bytes.writeInt32LE(value, at);
    return 0x10;
  }

  private double(value: number): number {
    const at = this.reserve(8);
    this.bytes.writeDoubleLE(value, at);
    return 0x01;
  }

  private sized(text: string): void {
    const start = this.reserve(4);
    this.text(text);
    this.byte(0);
    this.bytes.writeInt32LE(this.at - start - 4, start);
  }

  private text(text: string): void {
    const length = Buffer.byteLength(text);
    const at = this.reserve(length);
    this.bytes.write(text, at, 'utf8');
  }

  private raw(content: Uint8Array): void {
    const at = this.reserve(content.length);
    this.bytes.set(content, at);
  }

  private byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  private reserve(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.at, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
    }
    return start;
  }
}

const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 31;

export const encode = (document: BsonDocument | PlainDocument): Buffer => {
  const encoder = new Encoder();
  encoder.document(document instanceof Map ? document : Object.entries(document));
  return encoder.finish();
};
