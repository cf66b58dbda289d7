import { createFileJobs } from '../../../src/features/reports/files';
import type { DrawReport } from '../../../src/features/reports/draw-report';
import type { PublishedReportId } from '../../../src/features/reports/domain';
import { sampleTree } from './sample-tree';

const ID = 'ABCD-EFGH' as PublishedReportId;
const tree = () => Promise.resolve(sampleTree());
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A drawing that a test moves by hand. */
const byHand = () => {
  const calls: { tell: (done: number) => void; finish: () => void; fail: () => void; signal: AbortSignal }[] = [];
  const draw: DrawReport = (_tree, options) =>
    new Promise((resolve, reject) => {
      calls.push({
        tell: (done) => options?.onProgress?.({ done, blocks: 10, pages: 1 }),
        finish: () => {
          resolve({ hash: 'x', bytes: new Uint8Array(), pages: 10 });
        },
        fail: () => {
          reject(new Error('no'));
        },
        signal: options?.signal ?? new AbortController().signal,
      });
    });
  return { jobs: createFileJobs(draw), calls };
};

describe('a long file that is being drawn', () => {
  it('is drawn once, says how far it is, and when it is there', async () => {
    const { jobs, calls } = byHand();
    expect(jobs.peek(ID)).toBeUndefined();
    await jobs.follow(ID, tree);
    calls[0]?.tell(4);
    expect(await jobs.follow(ID, tree)).toEqual({ state: 'drawing', share: 0.4 });
    expect(calls).toHaveLength(1);
    calls[0]?.finish();
    await settled();
    expect(jobs.peek(ID)).toEqual({ state: 'drawn', share: 1 });
  });

  it('is left when nobody waits any more, and can be asked for again', async () => {
    const { jobs, calls } = byHand();
    await jobs.follow(ID, tree);
    jobs.cancel(ID);
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(jobs.peek(ID)).toBeUndefined();
    await jobs.follow(ID, tree);
    expect(calls).toHaveLength(2);
  });

  it('that failed is begun again', async () => {
    const { jobs, calls } = byHand();
    await jobs.follow(ID, tree);
    calls[0]?.fail();
    await settled();
    expect(jobs.peek(ID)?.state).toBe('failed');
    expect((await jobs.follow(ID, tree)).state).toBe('drawing');
    expect(calls).toHaveLength(2);
  });
});
