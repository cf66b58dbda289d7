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
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from './bson-value';

const deepestNesting = 100;

export const invalidBson = (reason: string): Refusal => new Refusal(22, `invalid BSON: ${reason}`);

/** Walks BSON bytes; every read is checked against the bytes that are really there. */
class Decoder {
  private at: number;

  constructor(
    private readonly bytes: Buffer,
    start: number,
  ) {
    this.at = start;
  }

  document(depth: number): BsonDocument {
    const fields: BsonDocument = new Map();
    this.elements(depth, (name, value) => fields.set(name, value));
    return fields;
  }

  /** A command's body; the lists named in `lifted` are taken out as raw documents, so that client bytes are kept. */
  command(lifted: ReadonlySet<string>): Lifted {
    const body: BsonDocument = new Map();
    const batches = new Map<string, Buffer[]>();
    this.fields((type, name) => {
      if (type === 0x04 && lifted.has(name)) batches.set(name, this.rawDocuments());
      else body.set(name, this.value(type, 0));
    });
    return { body, batches };
  }

  private rawDocuments(): Buffer[] {
    const documents: Buffer[] = [];
    this.fields((type) => {
      if (type !== 0x03) throw new Refusal(14, 'a batch holds documents only');
      documents.push(this.slice(this.bytes.readInt32LE(this.at)));
    });
    return documents;
  }

  private array(depth: number): BsonValue[] {
    const items: BsonValue[] = [];
    this.elements(depth, (_name, value) => items.push(value));
    return items;
  }

  private elements(depth: number, found: (name: string, value: BsonValue) => void): void {
    if (depth > deepestNesting) throw new Refusal(15, `BSON nested deeper than ${deepestNesting} levels`);
    this.fields((type, name) => {
      found(name, this.value(type, depth));
    });
  }

  private fields(found: (type: number, name: string) => void): void {
    const end = this.at + this.bytes.readInt32LE(this.at) - 1;
    if (end >= this.bytes.length || end < this.at + 4) throw invalidBson('document length');
    this.at += 4;
    while (this.at < end) {
      const type = this.bytes.readUInt8(this.at++);
      found(type, this.name());
    }
    if (this.at !== end || this.bytes[end] !== 0) throw invalidBson('document end');
    this.at++;
  }

  private value(type: number, depth: number): BsonValue {
    switch (type) {
      case 0x01:
        return new Double(this.bytes.readDoubleLE(this.skip(8)));
      case 0x02:
        return this.text();
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.array(depth + 1);
      case 0x07:
        return new ObjectId(Buffer.from(this.slice(12)));
      case 0x08:
        return this.bytes.readUInt8(this.skip(1)) !== 0;
      case 0x09:
        return new Date(Number(this.bytes.readBigInt64LE(this.skip(8))));
      case 0x06:
      case 0x0a:
        return null;
      case 0x10:
        return new Int32(this.bytes.readInt32LE(this.skip(4)));
      case 0x12:
        return this.bytes.readBigInt64LE(this.skip(8));
      default:
        return this.rareValue(type, depth);
    }
  }

  private rareValue(type: number, depth: number): BsonValue {
    switch (type) {
      case 0x05:
        return this.binary();
      case 0x0b:
        return new BSONRegExp(this.name(), this.name());
      case 0x0d:
        return new Code(this.text());
      case 0x0e:
        return new BSONSymbol(this.text());
      case 0x0f:
        this.skip(4);
        return new Code(this.text(), this.document(depth + 1));
      case 0x11:
        return new Timestamp(this.bytes.readBigUInt64LE(this.skip(8)));
      case 0x13:
        return new Decimal128(Buffer.from(this.slice(16)));
      case 0xff:
        return new MinKey();
      case 0x7f:
        return new MaxKey();
      default:
        throw invalidBson(`type 0x${type.toString(16)}`);
    }
  }

  private binary(): Binary {
    const length = this.bytes.readInt32LE(this.skip(4));
    const subtype = this.bytes.readUInt8(this.skip(1));
    return new Binary(Buffer.from(this.slice(length)), subtype);
  }

  private text(): string {
    const length = this.bytes.readInt32LE(this.skip(4));
    if (length < 1) throw invalidBson('string length');
    const start = this.skip(length);
    if (this.bytes[this.at - 1] !== 0) throw invalidBson('string end');
    return this.bytes.toString('utf8', start, this.at - 1);
  }

  private name(): string {
    const end = this.bytes.indexOf(0, this.at);
    if (end < 0) throw invalidBson('name without end');
    const name = this.bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return name;
  }

  private slice(length: number): Buffer {
    const start = this.skip(length);
    return this.bytes.subarray(start, start + length);
  }

  private skip(length: number): number {
    const start = this.at;
    if (length < 0 || start + length > this.bytes.length) throw invalidBson('value length');
    this.at += length;
    return start;
  }
}

export interface Lifted {
  readonly body: BsonDocument;
  readonly batches: ReadonlyMap<string, readonly Buffer[]>;
}

const checked = <Result>(bytes: Buffer, read: (decoder: Decoder) => Result): Result => {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) throw invalidBson('document length');
  try {
    return read(new Decoder(bytes, 0));
  } catch (error) {
    if (error instanceof RangeError) throw invalidBson(error.message);
    throw error;
  }
};

export const decodeCommand = (bytes: Buffer, lifted: ReadonlySet<string>): Lifted =>
  checked(bytes, (decoder) => decoder.command(lifted));

/** The document that fills these bytes exactly. */
export const decode = (bytes: Buffer): BsonDocument => checked(bytes, (decoder) => decoder.document(0));
