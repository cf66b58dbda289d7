import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Int32, ObjectId, Timestamp } from 'bson';
import type { BsonDocument, BsonValue } from './bson-value';

/** What a reply may hold: stored values, plain objects and numbers, and raw documents that are copied as they are. */
export type Encodable =
  BsonValue | number | Uint8Array | undefined | readonly Encodable[] | { readonly [name: string]: Encodable };
export type PlainDocument = Readonly<Record<string, Encodable>>;

/** Writes BSON into a buffer that doubles as needed. */
class Encoder {
  private bytes = Buffer.allocUnsafe(512);
  private at = 0;

  document(fields: Iterable<readonly [string, Encodable]>): void {
    const start = this.reserve(4);
    for (const [name, value] of fields) if (value !== undefined) this.element(name, value);
    this.byte(0);
    this.bytes.writeInt32LE(this.at - start, start);
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  private element(name: string, value: Encodable): void {
    const type = this.reserve(1);
    this.text(name);
    this.byte(0);
    const code = this.value(value);
    this.bytes[type] = code;
  }

  private value(value: Encodable): number {
    switch (typeof value) {
      case 'string':
        this.sized(value);
        return 0x02;
      case 'boolean':
        this.byte(value ? 1 : 0);
        return 0x08;
      case 'bigint':
        return this.int64(value, 0x12);
      case 'number':
        return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? this.int32(value) : this.double(value);
      default:
        return value === null || value === undefined ? 0x0a : this.object(value);
    }
  }

  private object(value: object): number {
    if (value instanceof Map) {
      this.document(value as BsonDocument);
      return 0x03;
    }
    if (Array.isArray(value)) {
      this.document(value.map((item: Encodable, index) => [String(index), item ?? null] as const));
      return 0x04;
    }
    if (value instanceof Date) {
      return this.int64(BigInt(value.getTime()), 0x09);
    }
    if (value instanceof Uint8Array) {
      this.raw(value);
      return 0x03;
    }
    if ('_bsontype' in value) return this.bsonClass(value as { readonly _bsontype: string });
    this.document(Object.entries(value as PlainDocument));
    return 0x03;
  }

  private bsonClass(value: { readonly _bsontype: string }): number {
    switch (value._bsontype) {
      case 'Int32':
        return this.int32((value as Int32).value);
      case 'Double':
        return this.double((value as Double).value);
      case 'ObjectId':
        this.raw((value as ObjectId).id);
        return 0x07;
      case 'Decimal128':
        this.raw((value as Decimal128).bytes);
        return 0x13;
      case 'Timestamp':
        return this.int64(BigInt.asIntN(64, (value as Timestamp).toBigInt()), 0x11);
      case 'Binary':
        return this.binary(value as Binary);
      default:
        return this.rareClass(value);
    }
  }

  private rareClass(value: { readonly _bsontype: string }): number {
    switch (value._bsontype) {
      case 'BSONRegExp':
        this.text((value as BSONRegExp).pattern);
        this.byte(0);
        this.text((value as BSONRegExp).options);
        this.byte(0);
        return 0x0b;
      case 'BSONSymbol':
        this.sized((value as BSONSymbol).value);
        return 0x0e;
      case 'Code':
        return this.code(value as Code);
      case 'MinKey':
        return 0xff;
      case 'MaxKey':
        return 0x7f;
      default:
        throw new TypeError(`no BSON type for ${value._bsontype}`);
    }
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

export const encode = (document: BsonDocument | PlainDocument): Buffer => {
  const encoder = new Encoder();
  encoder.document(document instanceof Map ? document : Object.entries(document));
  return encoder.finish();
};
