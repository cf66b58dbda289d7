import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

const pingEveryMs = 5_000;
const hungAfterMs = 60_000;
const stopPatienceMs = 10_000;

/** Lets V8 finish hostile regular expressions in linear time. */
const engineFlags = [
  '--enable-experimental-regexp-engine',
  '--enable-experimental-regexp-engine-on-excessive-backtracks',
];

export interface StoreChild {
  readonly pid: number;
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the store for `folder` and waits until it serves; a refusal of the store becomes the error. */
export const startChild = async (folder: string, log: (sentence: string) => void): Promise<StoreChild> => {
  const child = spawn(process.execPath, [...engineFlags, entryPath(), folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').then(([code, signal]) => `exit code ${String(code)}, signal ${String(signal)}`);
  createInterface({ input: child.stderr }).on('line', log);
  const lines = createInterface({ input: child.stdout });
  await isReady(lines, ended);
  const stopWatching = watch(child, lines, log);
  void ended.then(stopWatching);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
};

/** The compiled entry beside this file; from TypeScript sources (tests) the one that the build has put below dist. */
const entryPath = (): string => {
  const here = __filename.endsWith('.ts')
    ? __dirname.replace(/([\\/])src([\\/]embedded-mongo)/, '$1dist$1src$2')
    : __dirname;
  const path = join(here, '..', 'server', 'store-process.js');
  if (!existsSync(path))
    throw new Error(`The embedded store is not built (${path} is missing): run \`npm run build\` first.`);
  return path;
};

const isReady = async (lines: ReturnType<typeof createInterface>, ended: Promise<string>): Promise<void> => {
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then((how) => `refused The embedded store ended before it was ready (${how}).`),
  ]);
  if (first !== 'ready') throw new Error(first.replace(/^refused /, ''));
};

/** A child that answers nothing for a minute hangs, and is killed so that a new one takes its place. */
const watch = (
  child: Child,
  lines: ReturnType<typeof createInterface>,
  log: (sentence: string) => void,
): (() => void) => {
  let heardAt = performance.now();
  lines.on('line', () => {
    heardAt = performance.now();
  });
  const timer = setInterval(() => {
    child.stdin.write('ping\n');
    if (performance.now() - heardAt < hungAfterMs) return;
    log('The embedded store does not answer and is killed.');
    child.kill('SIGKILL');
  }, pingEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

const stop = async (child: Child, ended: Promise<string>): Promise<void> => {
  const timer = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
};
