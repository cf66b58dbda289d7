import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { socketPathIn, uriOf } from './socket-path';
import type { StoreChild } from './store-child';
import { startChild } from './store-child';

const firstDelayMs = 100;
const longestDelayMs = 10_000;
const healthyAfterMs = 60_000;

export interface EmbeddedOptions {
  /** The data directory; made if missing, readable by its owner only. */
  readonly dir: string;
  readonly log?: (sentence: string) => void;
}

export interface Embedded {
  readonly uri: string;
  /** The process that holds the data at this moment. */
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

/** Runs the store as a child process until stopped; a child that dies is replaced, so that clients can connect again. */
export const startEmbedded = async ({ dir, log = () => undefined }: EmbeddedOptions): Promise<Embedded> => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dir);
  const uri = uriOf(socketPathIn(folder));
  let child = await startChild(folder, log);
  const stopping = new AbortController();

  const supervise = async (): Promise<void> => {
    let delayMs = firstDelayMs;
    for (;;) {
      const startedAt = performance.now();
      const how = await child.ended;
      if (stopping.signal.aborted) return;
      log(`The embedded store ended (${how}) and is started again.`);
      if (performance.now() - startedAt > healthyAfterMs) delayMs = firstDelayMs;
      const next = await restart(folder, log, delayMs, stopping.signal);
      if (!next) return;
      child = next;
      delayMs = Math.min(delayMs * 2, longestDelayMs);
    }
  };
  const supervision = supervise();

  return {
    uri,
    pid: () => child.pid,
    stop: async () => {
      stopping.abort();
      await child.stop();
      await supervision;
    },
  };
};

/** Tries until a child runs; null when stopped meanwhile. */
const restart = async (
  folder: string,
  log: (sentence: string) => void,
  firstWaitMs: number,
  stopping: AbortSignal,
): Promise<StoreChild | null> => {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestDelayMs)) {
    try {
      await sleep(waitMs, undefined, { signal: stopping });
      const child = await startChild(folder, log);
      if (!stopping.aborted) return child;
      await child.stop();
      return null;
    } catch (error) {
      if (stopping.aborted) return null;
      log(`The embedded store could not be started: ${String(error)}`);
    }
  }
};
