import { documentPrefix } from '../store/keys';
import type { KeyValueStore } from '../store/key-value-store';
import type { Plan } from './plan';

export interface Found {
  /** Where the scan stands; a later scan continues after it. */
  readonly at: Buffer;
  readonly raw: Buffer;
}

/** Every document that the plan reaches, each once; `after` continues an earlier scan. */
export function* scan(store: KeyValueStore, plan: Plan, seen: Set<string>, after?: Buffer): Iterable<Found> {
  const spans = plan.reverse ? [...plan.spans].reverse() : plan.spans;
  for (const span of spans) {
    const rest = after ? remaining(span, after, plan.reverse) : span;
    if (Buffer.compare(rest.from, rest.to) >= 0) continue;
    for (const { key, value } of store.range({ ...rest, reverse: plan.reverse })) {
      const raw = plan.index ? documentBehind(store, plan, value, seen) : value;
      if (raw) yield { at: key, raw };
    }
  }
}

/** The primary keys that an index plan reaches, each once. */
export function* scanKeys(store: KeyValueStore, plan: Plan): Iterable<Buffer> {
  const seen = new Set<string>();
  for (const span of plan.spans) {
    for (const { value } of store.range(span)) {
      if (plan.index?.multikey) {
        const name = value.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
      }
      yield value;
    }
  }
}

const documentBehind = (
  store: KeyValueStore,
  plan: Plan,
  primaryKey: Buffer,
  seen: Set<string>,
): Buffer | undefined => {
  if (plan.index?.multikey) {
    const name = primaryKey.toString('latin1');
    if (seen.has(name)) return undefined;
    seen.add(name);
  }
  return store.get(Buffer.concat([documentPrefix(plan.collection.id), primaryKey]));
};

const remaining = ({ from, to }: { readonly from: Buffer; readonly to: Buffer }, after: Buffer, reverse: boolean) => {
  if (reverse) return { from, to: Buffer.compare(after, to) < 0 ? after : to };
  const next = Buffer.concat([after, Buffer.from([0])]);
  return { from: Buffer.compare(next, from) > 0 ? next : from, to };
};
