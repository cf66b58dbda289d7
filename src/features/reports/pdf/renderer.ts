import type { Block, ReportTree } from '../domain';
import { createLane, type Job } from './lane';
import type { OnProgress, RenderedReport } from './render-tree';

export interface RenderOptions {
  readonly onProgress?: OnProgress;
  /** Ends the drawing, or the waiting for it; the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
}

export interface PdfRenderer {
  render(tree: ReportTree, options?: RenderOptions): Promise<RenderedReport>;
  stop(): Promise<void>;
}

/** Reports up to this size are drawn in about a second. */
const LARGEST_SHORT = 1_500;
/** The second thread ends after a minute without work, and gives its memory back. */
const REST_MS = 60_000;

/**
 * Two threads before one queue. The first takes short reports only, the shortest first, so that a summary never waits for
 * an annex of 200 pages; the second takes whatever was asked for first, so that the annex has its turn, too.
 */
export const createPdfRenderer = (): PdfRenderer => {
  const queue: Job[] = [];
  let jobs = 0;

  const next = (): void => {
    if (short.isFree()) draw(short, shortest(queue));
    if (any.isFree()) draw(any, queue[0]);
  };
  const draw = (lane: typeof short, job: Job | undefined): void => {
    if (job === undefined) return;
    queue.splice(queue.indexOf(job), 1);
    lane.draw(job);
  };
  const short = createLane(next);
  const any = createLane(next, REST_MS);
  const leave = (job: Job, reason: unknown): void => {
    const at = queue.indexOf(job);
    if (at >= 0) queue.splice(at, 1);
    for (const lane of [short, any]) lane.cancel(job);
    job.reject(asError(reason));
  };

  return {
    render: (tree, { onProgress = () => undefined, signal } = {}) =>
      new Promise<RenderedReport>((resolve, reject) => {
        const abort = (): void => {
          leave(job, signal?.reason);
        };
        const done = (): void => signal?.removeEventListener('abort', abort);
        const job: Job = {
          number: ++jobs,
          tree,
          size: sizeOf(tree.blocks),
          onProgress,
          resolve: (report) => {
            done();
            resolve(report);
          },
          reject: (reason) => {
            done();
            reject(reason);
          },
        };
        if (signal?.aborted === true) {
          abort();
          return;
        }
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(job);
        next();
      }),
    stop: async () => {
      const reason = new Error('The PDF renderer was stopped');
      for (const job of queue.splice(0)) job.reject(reason);
      await Promise.all([short.stop(reason), any.stop(reason)]);
    },
  };
};

const shortest = (queue: readonly Job[]): Job | undefined =>
  queue
    .filter(({ size }) => size <= LARGEST_SHORT)
    .reduce<Job | undefined>((best, job) => (best === undefined || job.size < best.size ? job : best), undefined);

/** About what there is to draw: blocks count by what they hold. */
const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.kind === 'table') return sum + 3 + (block.rows.length * block.columns.length) / 4;
    if (block.kind === 'columns') return sum + block.columns.reduce((total, column) => total + sizeOf(column), 0);
    return sum + (block.kind === 'figure' ? 15 : 3);
  }, 0);

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
