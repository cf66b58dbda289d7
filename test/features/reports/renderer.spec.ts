import { createPdfRenderer } from '../../../src/features/reports/pdf/renderer';
import type { ReportTree } from '../../../src/features/reports/domain';
import { faultsOf } from './check-pdf';
import { sampleTree } from './sample-tree';

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

  it('tells those who wait when it is stopped', async () => {
    const other = createPdfRenderer();
    const waiting = expect(other.render(sampleTree())).rejects.toThrow('stopped');
    await other.stop();
    await waiting;
  });
});
