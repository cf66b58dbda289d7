import { createReadStream } from 'node:fs';
import { serialize, deserialize, type Document } from 'bson';

/**
 * A backup is a stream of BSON documents, one after the other:
 * `{ backup: 'ewaluacja-es', version: 1, database, createdAt }`, then for each collection
 * `{ collection, options, indexes }`, its documents each as `{ document }`, and `{ end, count, sha256 }` over their
 * bytes in the order of `_id`; at last `{ finished: true, collections, documents }`.
 */
export const FORMAT = 'ewaluacja-es';
export const VERSION = 1;

const LARGEST_RECORD_BYTES = 17 * 1024 * 1024;
const NAME = Buffer.from('\x03document\0', 'latin1');

/** The backup cannot be used as it is; the sentence says why. */
export class BackupFault extends Error {}

export const toRecord = (fields: Document): Uint8Array => serialize(fields);

/** `{ document: … }` around bytes that stay as they are. */
export const wrapDocument = (raw: Uint8Array): Buffer => {
  const record = Buffer.allocUnsafe(4 + NAME.length + raw.length + 1);
  record.writeInt32LE(record.length, 0);
  NAME.copy(record, 4);
  record.set(raw, 4 + NAME.length);
  record[record.length - 1] = 0;
  return record;
};

export type BackupRecord = { readonly raw: Buffer } | { readonly fields: Document };

/** The records of a file in their order; a file that ends within a record is refused. */
export async function* readRecords(path: string): AsyncIterable<BackupRecord> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    for (let length = lengthOf(rest); length <= rest.length; length = lengthOf(rest)) {
      yield toBackupRecord(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new BackupFault('The backup ends in the middle of a record: it is cut off or damaged.');
}

const lengthOf = (bytes: Buffer): number => {
  const length = bytes.length < 4 ? Infinity : bytes.readInt32LE(0);
  if (length < 5 || (length !== Infinity && length > LARGEST_RECORD_BYTES))
    throw new BackupFault('The file is not a backup, or it is damaged.');
  return length;
};

const toBackupRecord = (bytes: Buffer): BackupRecord => {
  if (bytes.subarray(4, 4 + NAME.length).equals(NAME)) return { raw: bytes.subarray(4 + NAME.length, -1) };
  try {
    return { fields: deserialize(bytes) };
  } catch {
    throw new BackupFault('The file is not a backup, or it is damaged.');
  }
};
