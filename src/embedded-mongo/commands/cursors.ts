import { randomInt } from 'node:crypto';
import { Refusal } from '../refusal';

const idleLimitMs = 10 * 60 * 1000;
const defaultFirstBatch = 101;
const largestBatchBytes = 16 * 1024 * 1024;
const mostCursors = 10_000;
const mostHeldBytes = 256 * 1024 * 1024;

export interface Batch {
  readonly id: bigint;
  readonly documents: readonly Uint8Array[];
}

export interface CursorOptions {
  readonly batchSize: number | undefined;
  readonly single: boolean;
  readonly neverIdle: boolean;
}

export interface Results {
  /** Yields the next results after those already taken, from the state of the data at that moment. */
  readonly rest: () => Iterator<Uint8Array, undefined>;
  /** Nothing can follow, a limit being reached. */
  readonly isFinished: () => boolean;
  /** What waits in memory until it is fetched. */
  readonly heldBytes: () => number;
}

interface Cursor {
  readonly namespace: string;
  readonly results: Results;
  readonly neverIdle: boolean;
  /** Taken from the results, but did not fit into the last batch. */
  held: Uint8Array | undefined;
  usedAt: number;
}

/** Open cursors. None holds a read transaction: each batch seeks again from where the last one ended. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  first(namespace: string, results: Results, { batchSize, single, neverIdle }: CursorOptions): Batch {
    const cursor: Cursor = { namespace, results, neverIdle, held: undefined, usedAt: performance.now() };
    const { documents, more } = take(cursor, batchSize ?? defaultFirstBatch);
    if (!more || single) return { id: 0n, documents };
    this.expire();
    if (this.open.size >= mostCursors) throw new Refusal(2, `more than ${mostCursors} open cursors`);
    const id = BigInt(randomInt(1, 2 ** 47));
    this.open.set(id, cursor);
    this.makeRoom(id);
    return { id, documents };
  }

  more(id: bigint, namespace: string, batchSize: number | undefined): Batch {
    const cursor = this.open.get(id);
    if (!cursor) throw new Refusal(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new Refusal(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`,
      );
    }
    cursor.usedAt = performance.now();
    const { documents, more } = take(cursor, batchSize ?? Infinity);
    if (!more) this.open.delete(id);
    return { id: more ? id : 0n, documents };
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  /** Cursors of a dropped collection die with it. */
  killAll(namespace: string): void {
    for (const [id, cursor] of this.open) if (cursor.namespace === namespace) this.open.delete(id);
  }

  /** Cursors whose sorted results take too much memory together are given up, the longest idle first. */
  private makeRoom(newest: bigint): void {
    let bytes = 0;
    for (const cursor of this.open.values()) bytes += heldBy(cursor);
    if (bytes <= mostHeldBytes) return;
    const byIdleness = [...this.open].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [id, cursor] of byIdleness) {
      if (bytes <= mostHeldBytes) return;
      if (id === newest || heldBy(cursor) === 0) continue;
      bytes -= heldBy(cursor);
      this.open.delete(id);
    }
  }

  expire(): void {
    const oldest = performance.now() - idleLimitMs;
    for (const [id, cursor] of this.open) if (!cursor.neverIdle && cursor.usedAt < oldest) this.open.delete(id);
  }
}

const heldBy = ({ held, results }: Cursor): number => results.heldBytes() + (held?.length ?? 0);

const take = (cursor: Cursor, size: number): { documents: Uint8Array[]; more: boolean } => {
  const documents: Uint8Array[] = [];
  let bytes = 0;
  if (cursor.held) {
    documents.push(cursor.held);
    bytes = cursor.held.length;
    cursor.held = undefined;
  }
  const results = cursor.results.rest();
  try {
    while (documents.length < size) {
      const { value } = results.next();
      if (!value) return { documents, more: false };
      if (documents.length > 0 && bytes + value.length > largestBatchBytes) {
        cursor.held = value;
        break;
      }
      documents.push(value);
      bytes += value.length;
    }
  } finally {
    results.return?.();
  }
  return { documents, more: cursor.held !== undefined || !cursor.results.isFinished() };
};

export const cursorReply = (namespace: string, { id, documents }: Batch, batchName: 'firstBatch' | 'nextBatch') => ({
  cursor: { [batchName]: documents, id, ns: namespace },
  ok: 1,
});
