import type { ReportTree } from './domain';
import { hashTree } from './hash-tree';
import type { OnProgress, PdfRenderer, Progress, RenderedReport, RenderOptions } from './pdf';

export interface DrawnReport {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export type DrawReport = (tree: ReportTree, options?: RenderOptions) => Promise<DrawnReport>;

const KEPT = 24;
const BYTES_KEPT = 48_000_000;

interface Drawing {
  readonly report: Promise<DrawnReport>;
  readonly listeners: Set<OnProgress>;
  /** Those who still wait; the last one to leave ends the drawing. */
  waiting: number;
  bytes: number;
  readonly abort: () => void;
}

/**
 * Draws a report once and keeps the file while its tree stays the same; the one not asked for longest leaves first. Who
 * asks for a report that is being drawn waits for the same drawing, and hears how far it is.
 */
export const drawReport = (renderer: PdfRenderer): DrawReport => {
  const kept = new Map<string, Drawing>();

  const begin = (hash: string, tree: ReportTree): Drawing => {
    const controller = new AbortController();
    const listeners = new Set<OnProgress>();
    const onProgress = (progress: Progress): void => {
      for (const listener of listeners) listener(progress);
    };
    const rendered = renderer.render(tree, { onProgress, signal: controller.signal });
    const drawing: Drawing = {
      report: rendered.then((report: RenderedReport) => ({ hash, ...report })),
      listeners,
      waiting: 0,
      bytes: 0,
      abort: () => {
        forget(hash, drawing);
        controller.abort();
      },
    };
    drawing.report.then(
      ({ bytes }) => {
        drawing.bytes = bytes.length;
        letGo(kept);
      },
      // A report that failed is asked for anew next time.
      () => {
        forget(hash, drawing);
      },
    );
    return drawing;
  };
  const forget = (hash: string, drawing: Drawing): void => {
    if (kept.get(hash) === drawing) kept.delete(hash);
  };

  return (tree, options = {}) => {
    const hash = hashTree(tree);
    const drawing = kept.get(hash) ?? begin(hash, tree);
    kept.delete(hash);
    kept.set(hash, drawing);
    letGo(kept);
    return waitFor(drawing, options);
  };
};

const waitFor = (drawing: Drawing, { onProgress, signal }: RenderOptions): Promise<DrawnReport> =>
  new Promise((resolve, reject) => {
    drawing.waiting += 1;
    let isWaiting = true;
    if (onProgress !== undefined) drawing.listeners.add(onProgress);
    const leave = (): void => {
      if (isWaiting) drawing.waiting -= 1;
      isWaiting = false;
      if (onProgress !== undefined) drawing.listeners.delete(onProgress);
      signal?.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      leave();
      if (drawing.waiting === 0) drawing.abort();
      reject(signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason)));
    };
    void drawing.report.then(resolve, reject).finally(leave);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });

/** The number of files and their bytes are bounded; the newest one stays however large it is. */
const letGo = (kept: Map<string, Drawing>): void => {
  let bytes = [...kept.values()].reduce((sum, drawing) => sum + drawing.bytes, 0);
  for (const [hash, drawing] of [...kept].slice(0, -1)) {
    if (kept.size <= KEPT && bytes <= BYTES_KEPT) return;
    kept.delete(hash);
    bytes -= drawing.bytes;
  }
};
