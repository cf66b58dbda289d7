import type { Entry, KeyValueStore } from './key-value-store';
import { afterPrefix } from './key-value-store';

const batchSize = 1000;

/** The first items of a sequence that may be long; leaving it early closes it. */
export const take = <Item>(items: Iterable<Item>, count: number): readonly Item[] => {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
};

/** All entries below a prefix, some at a time: between two batches the store may be written. */
export function* inBatches(store: KeyValueStore, prefix: Buffer): Iterable<readonly Entry[]> {
  const to = afterPrefix(prefix);
  let from = prefix;
  for (;;) {
    const batch = take(store.range({ from, to }), batchSize);
    const last = batch[batch.length - 1];
    if (!last) return;
    yield batch;
    from = Buffer.concat([last.key, Buffer.from([0])]);
  }
}
