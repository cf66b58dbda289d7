import { drawReport } from '../../../src/features/reports/draw-report';
import type { ReportTree } from '../../../src/features/reports/domain';
import { sampleTree } from './sample-tree';

/** Counts how often paper is really drawn on. */
const countingRenderer = (fail = () => false) => {
  const drawn: ReportTree[] = [];
  return {
    drawn,
    renderer: {
      render: (tree: ReportTree) => {
        drawn.push(tree);
        return fail()
          ? Promise.reject(new Error('out of paper'))
          : Promise.resolve({ bytes: new Uint8Array(3), pages: 2 });
      },
      stop: () => Promise.resolve(),
    },
  };
};

describe('drawing a report', () => {
  it('draws the same tree once, however often and however close together it is asked for', async () => {
    const { renderer, drawn } = countingRenderer();
    const draw = drawReport(renderer);
    const [first, second] = await Promise.all([draw(sampleTree()), draw(sampleTree())]);
    expect(drawn).toHaveLength(1);
    expect(first.hash).toBe(second.hash);
  });

  it('draws again when the data cut moved', async () => {
    const { renderer, drawn } = countingRenderer();
    const draw = drawReport(renderer);
    const before = await draw(sampleTree());
    const after = await draw(sampleTree({ dataCut: '2026-11-19' }));
    expect(drawn).toHaveLength(2);
    expect(after.hash).not.toBe(before.hash);
  });

  it('keeps a bounded number of files and lets the one not asked for longest go', async () => {
    const { renderer, drawn } = countingRenderer();
    const draw = drawReport(renderer);
    for (let n = 0; n < 25; n++) await draw(sampleTree({ n }));
    await draw(sampleTree({ n: 24 }));
    expect(drawn).toHaveLength(25);
    await draw(sampleTree({ n: 0 }));
    expect(drawn).toHaveLength(26);
  });

  it('tries again after a failure', async () => {
    let failing = true;
    const { renderer, drawn } = countingRenderer(() => failing);
    const draw = drawReport(renderer);
    await expect(draw(sampleTree())).rejects.toThrow('out of paper');
    failing = false;
    expect((await draw(sampleTree())).pages).toBe(2);
    expect(drawn).toHaveLength(2);
  });
});
