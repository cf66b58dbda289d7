import { Worker } from 'node:worker_threads';
import type { ReportTree } from '../domain';
import type { OnProgress, Progress, RenderedReport } from './render-tree';

export interface RenderRequest {
  readonly job: number;
  readonly tree: ReportTree;
  /** One number: 1 when nobody waits any more. */
  readonly cancelled: SharedArrayBuffer;
}

export type RenderAnswer = { readonly job: number } & (
  { readonly report: RenderedReport } | { readonly failure: string } | { readonly progress: Progress }
);

/** A report that is asked for, and those who wait for it. */
export interface Job {
  readonly number: number;
  readonly tree: ReportTree;
  readonly size: number;
  readonly onProgress: OnProgress;
  readonly resolve: (report: RenderedReport) => void;
  readonly reject: (reason: Error) => void;
}

/** A thread that draws one report at a time: when it falls, only that report fails, and the next one starts it anew. */
export interface Lane {
  readonly isFree: () => boolean;
  readonly draw: (job: Job) => void;
  /** Asks the thread to leave a report that nobody waits for. */
  readonly cancel: (job: Job) => void;
  readonly stop: (reason: Error) => Promise<void>;
}

/** What a thread may take before it falls: an annex of 200 pages needs a third of it. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 } as const;

export const createLane = (onFree: () => void, restMs = Infinity): Lane => {
  let worker: Worker | undefined;
  let current: { readonly job: Job; readonly flag: Int32Array } | undefined;
  let rest: NodeJS.Timeout | undefined;

  const free = (): void => {
    current = undefined;
    worker?.unref();
    if (restMs < Infinity) rest = setTimeout(() => void end(), restMs).unref();
    onFree();
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const hear = (answer: RenderAnswer): void => {
    if (current?.job.number !== answer.job) return;
    const { job } = current;
    if ('progress' in answer) {
      job.onProgress(answer.progress);
      return;
    }
    free();
    if ('report' in answer) job.resolve({ ...answer.report, bytes: asBuffer(answer.report.bytes) });
    else job.reject(new Error(answer.failure));
  };
  const fall = (fallen: Worker, reason: Error): void => {
    if (worker !== fallen) return;
    worker = undefined;
    const job = current?.job;
    free();
    job?.reject(reason);
  };

  return {
    isFree: () => current === undefined,
    draw: (job) => {
      clearTimeout(rest);
      worker ??= startWorker(hear, fall);
      const cancelled = new SharedArrayBuffer(4);
      current = { job, flag: new Int32Array(cancelled) };
      worker.ref();
      worker.postMessage({ job: job.number, tree: job.tree, cancelled } satisfies RenderRequest);
    },
    cancel: (job) => {
      if (current?.job === job) Atomics.store(current.flag, 0, 1);
    },
    stop: async (reason) => {
      clearTimeout(rest);
      current?.job.reject(reason);
      current = undefined;
      await end();
    },
  };
};

const startWorker = (hear: (answer: RenderAnswer) => void, fall: (fallen: Worker, reason: Error) => void): Worker => {
  const started = new Worker(WORKER_FILE, { resourceLimits: LIMITS });
  started.on('message', hear);
  started.on('error', (reason: Error) => {
    fall(started, reason);
  });
  started.on('exit', (code) => {
    fall(started, new Error(`The thread that draws reports ended with code ${code}`));
  });
  return started;
};

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Threads run built code, also when the caller runs from sources (jest). */
const WORKER_FILE = __filename.endsWith('.ts')
  ? __filename.replace(/([\\/])src([\\/].*)lane\.ts$/, '$1dist$1src$2worker.js')
  : __filename.replace(/lane\.js$/, 'worker.js');
