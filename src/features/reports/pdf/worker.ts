import { parentPort } from 'node:worker_threads';
import { openFonts } from './fonts';
import { renderTree } from './render-tree';
import type { RenderAnswer, RenderRequest } from './renderer';

/** A thread of its own, so that drawing does not stop the server; its fonts stay open from one report to the next. */
const fonts = openFonts();
const port = parentPort;
if (!port) throw new Error('The PDF worker runs in a worker thread only');

const answer = async ({ job, tree }: RenderRequest): Promise<RenderAnswer> => {
  try {
    return { job, report: await renderTree(fonts, tree) };
  } catch (error) {
    return { job, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

port.on('message', (request: RenderRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
  });
});
