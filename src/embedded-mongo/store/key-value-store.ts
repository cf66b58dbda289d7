export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** From `from` (included) up to `to` (excluded), both in ascending order whatever the direction of reading. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly reverse?: boolean;
}

/**
 * All that the rest of the server knows about storage: ordered bytes with durable transactions. Small on purpose, so
 * that another engine can take its place.
 */
export interface KeyValueStore {
  get(key: Buffer): Buffer | undefined;
  put(key: Buffer, value: Uint8Array): void;
  remove(key: Buffer): void;
  range(range: KeyRange): Iterable<Entry>;
  /** Runs `work`, then flushes to disk before returning; a throw undoes everything that `work` wrote. */
  transact(work: () => void): void;
  close(): Promise<void>;
}

/** The first key after all keys that begin with `prefix`. */
export const afterPrefix = (prefix: Uint8Array): Buffer => {
  const next = Buffer.from(prefix);
  for (let index = next.length - 1; index >= 0; index--) {
    const byte = next[index] ?? 0;
    if (byte < 0xff) {
      next[index] = byte + 1;
      return next.subarray(0, index + 1);
    }
  }
  throw new RangeError('no key stands after a prefix of 0xff bytes');
};
