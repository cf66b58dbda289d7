import { Worker } from 'node:worker_threads';
import type { ReportTree } from '../domain';
import type { RenderedReport } from './render-tree';

export interface PdfRenderer {
  render(tree: ReportTree): Promise<RenderedReport>;
  stop(): Promise<void>;
}

export interface RenderRequest {
  readonly job: number;
  readonly tree: ReportTree;
}

export type RenderAnswer = { readonly job: number } & (
  { readonly report: RenderedReport } | { readonly failure: string }
);

interface Waiting {
  readonly resolve: (report: RenderedReport) => void;
  readonly reject: (reason: Error) => void;
}

/** A queue before one worker thread; the thread starts with the first report and again after a fall. */
export const createPdfRenderer = (): PdfRenderer => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let jobs = 0;

  const failAll = (reason: Error): void => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    worker = undefined;
  };

  const start = (): Worker => {
    const started = new Worker(WORKER_FILE);
    started.on('message', (answer: RenderAnswer) => {
      settle(waiting, answer);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', failAll);
    return started;
  };

  return {
    render: (tree) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const job = ++jobs;
        waiting.set(job, { resolve, reject });
        worker.ref();
        worker.postMessage({ job, tree } satisfies RenderRequest);
      }),
    stop: async () => {
      await worker?.terminate();
      failAll(new Error('The PDF renderer was stopped'));
    },
  };
};

/** Threads run built code, also when the caller runs from sources (jest). */
const WORKER_FILE = __filename.endsWith('.ts')
  ? __filename.replace(/([\\/])src([\\/].*)renderer\.ts$/, '$1dist$1src$2worker.js')
  : __filename.replace(/renderer\.js$/, 'worker.js');

const settle = (waiting: Map<number, Waiting>, answer: RenderAnswer): void => {
  const promise = waiting.get(answer.job);
  waiting.delete(answer.job);
  if ('report' in answer) promise?.resolve({ ...answer.report, bytes: Buffer.from(answer.report.bytes) });
  else promise?.reject(new Error(answer.failure));
};
