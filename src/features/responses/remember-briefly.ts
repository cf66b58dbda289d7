import type { Clock } from '../../platform/clock';

/** Keeps what was read for a moment, so that a thousand respondents do not ask the store a thousand times. */
export const rememberBriefly = <Key, Value>(clock: Clock, durationMs: number, read: (key: Key) => Promise<Value>) => {
  const remembered = new Map<Key, { readonly value: Value; readonly untilMs: number }>();
  return async (key: Key): Promise<Value> => {
    const nowMs = clock.now().getTime();
    const known = remembered.get(key);
    if (known !== undefined && known.untilMs > nowMs) return known.value;
    const value = await read(key);
    remembered.set(key, { value, untilMs: nowMs + durationMs });
    return value;
  };
};
