import { setImmediate } from 'node:timers/promises';

const LONGEST_TURN_MS = 20;

/** Lets others have their turn when one has lasted long enough. */
export const createPauses = (): (() => Promise<void>) => {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_TURN_MS) return;
    await setImmediate();
    began = performance.now();
  };
};
