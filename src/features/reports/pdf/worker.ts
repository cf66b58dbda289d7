import { parentPort } from 'node:worker_threads';
import { openFonts } from './fonts';
import { renderTree, type Progress } from './render-tree';
import type { RenderAnswer, RenderRequest } from './lane';

/** A thread of its own, so that drawing does not stop the server; its fonts stay open from one report to the next. */
const fonts = openFonts();
const port = parentPort;
if (!port) throw new Error('The PDF worker runs in a worker thread only');

const BETWEEN_MESSAGES_MS = 50;

/** While a report is drawn no message arrives here; the memory shared with the asker tells when nobody waits any more. */
const watch = ({ job, cancelled }: RenderRequest): ((progress: Progress) => void) => {
  const flag = new Int32Array(cancelled);
  let told = -Infinity;
  return (progress) => {
    if (Atomics.load(flag, 0) === 1) throw new Error('The report is not wanted any more');
    const now = performance.now();
    if (now - told < BETWEEN_MESSAGES_MS && progress.done < progress.blocks) return;
    told = now;
    port.postMessage({ job, progress } satisfies RenderAnswer);
  };
};

const answer = async (request: RenderRequest): Promise<RenderAnswer> => {
  try {
    return { job: request.job, report: await renderTree(fonts, request.tree, watch(request)) };
  } catch (error) {
    return { job: request.job, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

port.on('message', (request: RenderRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply, 'report' in reply ? [reply.report.bytes.buffer as ArrayBuffer] : []);
  });
});
