import { createPdfRenderer } from '../../../src/features/reports/pdf/renderer';
import type { ReportTree } from '../../../src/features/reports/domain';
import { faultsOf } from './check-pdf';
import type { Progress } from '../../../src/features/reports/pdf';
import { longTree, table } from './long-tree';
import { sampleTree } from './sample-tree';

/** Long enough to be still drawn when something else is asked for. */
const annex = (): ReportTree => ({
  ...longTree(),
  blocks: Array.from({ length: 100 }, (_, at) => table(`Tab. ${at + 1}.`, 60)),
});

describe('the thread that draws reports', () => {
  const renderer = createPdfRenderer();
  afterAll(() => renderer.stop());

  it('hands over a finished file that keeps both standards', async () => {
    const { bytes, pages } = await renderer.render(sampleTree());
    expect(pages).toBe(2);
    expect(faultsOf(Buffer.from(bytes))).toEqual([]);
  });

  it('draws reports asked for at once, each for its own asker', async () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-03'];
    const files = await Promise.all(days.map((dataCut) => renderer.render(sampleTree({ dataCut }))));
    const alone = await renderer.render(sampleTree({ dataCut: '2026-11-02' }));
    expect(Buffer.from(files[1]!.bytes).equals(Buffer.from(alone.bytes))).toBe(true);
    expect(Buffer.from(files[0]!.bytes).equals(Buffer.from(alone.bytes))).toBe(false);
  });

  it('says why a report could not be drawn, and draws the next one', async () => {
    const broken = { ...sampleTree(), blocks: [{ kind: 'lead' }] } as unknown as ReportTree;
    await expect(renderer.render(broken)).rejects.toThrow(/undefined/);
    expect((await renderer.render(sampleTree())).pages).toBe(2);
  });

  it('hands over a summary that was asked for after an annex of 200 pages first', async () => {
    const order: string[] = [];
    await Promise.all([
      renderer.render(annex()).then(() => order.push('annex')),
      renderer.render(sampleTree()).then(() => order.push('summary')),
    ]);
    expect(order).toEqual(['summary', 'annex']);
  });

  it('draws ten at once, each as it would be drawn alone', async () => {
    const trees = Array.from({ length: 10 }, (_, n) => longTree({ title: `Raport ${n}` }));
    const files = await Promise.all(trees.map((tree) => renderer.render(tree)));
    const alone = await renderer.render(longTree({ title: 'Raport 7' }));
    expect(Buffer.from(files[7]!.bytes).equals(Buffer.from(alone.bytes))).toBe(true);
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).size).toBe(10);
  });

  it('tells how far a report is, up to the last block', async () => {
    const told: Progress[] = [];
    await renderer.render(annex(), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ done: 100, blocks: 100 });
    expect(told.length).toBeGreaterThan(2);
    expect(told.every(({ pages }, at) => at === 0 || pages >= told[at - 1]!.pages)).toBe(true);
  });

  it('leaves a report that is not wanted any more, whether drawn or waiting, and draws the next one', async () => {
    const drawn = new AbortController();
    const waiting = new AbortController();
    let isBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      isBegun = resolve;
    });
    const first = renderer.render(annex(), {
      signal: drawn.signal,
      onProgress: () => {
        isBegun();
      },
    });
    const left = expect(first).rejects.toThrow('not wanted');
    const second = expect(renderer.render(annex(), { signal: waiting.signal })).rejects.toThrow('neither');
    await begun;
    drawn.abort(new Error('not wanted'));
    waiting.abort(new Error('neither'));
    await left;
    await second;
    const never = AbortSignal.abort(new Error('before it began'));
    await expect(renderer.render(sampleTree(), { signal: never })).rejects.toThrow('before it began');
    expect((await renderer.render(sampleTree())).pages).toBe(2);
  });

  it('tells those who wait when it is stopped', async () => {
    const other = createPdfRenderer();
    const waiting = expect(other.render(sampleTree())).rejects.toThrow('stopped');
    await other.stop();
    await waiting;
  });
});
