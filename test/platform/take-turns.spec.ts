import { runAtOnce, takeTurns, type Steps } from '../../src/platform/take-turns';

/* Heavy work of one person must not make others wait. Time is counted in steps: every look at the clock is one later. */

function* steps(name: string, count: number, done: string[]): Steps<string> {
  for (let step = 0; step < count; step += 1) {
    done.push(`${name}${step}`);
    yield;
  }
  return name;
}

const superseded = () => new Error('superseded');
const oneStepEach = () => takeTurns({ superseded, sliceMs: 0 });

describe('work in turns', () => {
  test('people who ask at the same time are served step by step in turn', async () => {
    const done: string[] = [];
    const inTurns = oneStepEach();
    await Promise.all([inTurns('anna', () => steps('a', 2, done)), inTurns('jan', () => steps('j', 2, done))]);
    expect(done).toEqual(['a0', 'j0', 'a1', 'j1']);
  });

  test('however much one person asks, another is served after one slice', async () => {
    const done: string[] = [];
    const inTurns = oneStepEach();
    const first = inTurns('anna', () => steps('a', 3, done));
    const second = inTurns('anna', () => steps('b', 3, done));
    await inTurns('jan', () => steps('j', 1, done));
    expect(done.filter((step) => step.startsWith('b'))).toEqual([]);
    await Promise.all([first, second]);
  });

  test('of one person’s requests one runs and one waits: the newest takes the place of the one that waits', async () => {
    const inTurns = oneStepEach();
    const [running, waiting, newest] = ['a', 'b', 'c'].map((name) => inTurns('anna', () => steps(name, 2, [])));
    await expect(waiting).rejects.toThrow('superseded');
    await expect(Promise.all([running, newest])).resolves.toEqual(['a', 'c']);
  });

  test('a failure is told to who asked, and the next one is served', async () => {
    const inTurns = oneStepEach();
    const broken = inTurns('anna', () => {
      throw new Error('broken');
    });
    const next = inTurns('anna', () => steps('b', 1, []));
    await expect(broken).rejects.toThrow('broken');
    await expect(next).resolves.toBe('b');
  });

  test('between slices everything else of the process has its turn', async () => {
    const inTurns = oneStepEach();
    const done: string[] = [];
    const work = inTurns('anna', () => steps('a', 50, done));
    await new Promise(setImmediate);
    const inBetween = done.length;
    await work;
    expect(inBetween).toBeLessThan(50);
  });

  test('where nobody else waits, all steps run at once', () => {
    expect(runAtOnce(steps('a', 3, []))).toBe('a');
  });
});
