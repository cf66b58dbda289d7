import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chooseDrivers,
  chooseOutcome,
  countedBy,
  discloseDrivers,
  disclosePairs,
  drawMap,
  driveOutcome,
  findPairs,
  isBorderline,
  layOutMap,
  measurePairs,
  placeRanges,
  protectGroups,
  type Aspect,
} from '../../../src/features/analysis/domain/priorities';
import { readWave } from '../../../src/features/analysis/domain/variables/read-wave';
import { variablesOfQuestionnaire } from '../../../src/features/analysis/domain/variables/of-questionnaire';
import type { CategoryVariable, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { codebookFile } from '../../../src/features/analysis/waves/inputs';
import { readTextTable } from '../../../src/features/analysis/waves/read-text-table';
import { SCALES } from '../../../src/features/questionnaires/templates';
import type { Item } from '../../../src/features/questionnaires/domain';
import { pairedTTest, surveyDesign, surveyMean } from '../../../src/statistics';
import { datasetOf, questionnaire, response, times } from './answers';
import { ASPECTS } from './priorities-study';

const ORACLE = join(__dirname, '../../../../shared/oracle');
const oracleTest = existsSync(ORACLE) ? it : it.skip;
const json = (path: string): unknown => JSON.parse(readFileSync(join(ORACLE, path), 'utf8'));
/** What these tests read of a reference: t.test by pairs, or key drivers. */
interface Entry {
  readonly method: string;
  readonly dataset: string;
  readonly variables: { readonly a: string; readonly b: string; readonly y: string; readonly x: readonly string[] };
  readonly results: {
    readonly n: number;
    readonly mean_difference: number;
    readonly p: number;
    readonly ci95: readonly [number, number];
    readonly r2: number;
    readonly lmg: readonly number[];
    readonly johnson_pct: readonly number[];
  };
}
const entriesOf = (topic: string, method: string): readonly Entry[] =>
  (json(`reference/${topic}.json`) as { entries: readonly Entry[] }).entries.filter((entry) => entry.method === method);
const waveOf = (dataset: string): VariableSet => {
  const { header, rows } = readTextTable(readFileSync(join(ORACLE, `data/${dataset}.csv`)));
  return readWave(codebookFile.parse(json(`codebooks/${dataset}.json`)), header, rows).set;
};
const everyone = ({ n }: VariableSet) => new Uint8Array(n).fill(1);

const battery = (code: string, scale: 'IMP5' | 'SAT5' | 'AGREE5', rows: readonly string[]): Item => ({
  kind: 'battery',
  code,
  text: `Pytanie ${code}`,
  scale,
  choices: SCALES[scale],
  rows: rows.map((text, at) => ({ code: `${code}${at}`, text })),
});

const setOf = (items: readonly Item[], count = 1, answers: (at: number) => Record<string, string> = () => ({})) => {
  const version = questionnaire(...items);
  const dataset = datasetOf(
    version,
    times(count, (at) => response(answers(at))),
  );
  return variablesOfQuestionnaire(dataset, version, dataset.rowsOf('owes-clients')!);
};

/** Points 1 to 5 of everyone, NaN for no answer. */
const scale = (name: string, points: readonly number[]): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  level: 'ordinal',
  categories: [1, 2, 3, 4, 5].map((value) => ({ code: String(value), label: String(value), value, missing: null })),
  places: Int16Array.from(points, (point) => (Number.isNaN(point) ? -99 : point - 1)),
});
const number = (name: string, values: readonly number[]): Variable => ({
  kind: 'number',
  name,
  label: name,
  level: 'ratio',
  values: Float64Array.from(values),
  states: Int8Array.from(values, (value) => (Number.isNaN(value) ? -99 : 0)),
});
const setWith = (...variables: readonly Variable[]): VariableSet => ({
  n: variables[0]!.kind === 'category' ? variables[0]!.places.length : 0,
  variables: new Map(variables.map((variable) => [variable.name, variable])),
});

describe('importance and rating are found by the structure of the questionnaire', () => {
  const names = ASPECTS.map(([label]) => label);

  it('pairs the rows of the battery of importance with the same rows of another question', () => {
    const pairs = findPairs(setOf([battery('I', 'IMP5', names), battery('O', 'SAT5', names)]));
    expect(pairs?.importance.code).toBe('I');
    expect(pairs?.performance.code).toBe('O');
    expect(pairs?.aspects.map(({ label }) => label)).toEqual(names);
  });

  it('takes the question that shares the most statements', () => {
    const other = battery('J', 'AGREE5', [names[0]!, 'Coś innego']);
    const pairs = findPairs(setOf([battery('I', 'IMP5', names), other, battery('O', 'SAT5', names.slice(0, 4))]));
    expect(pairs?.performance.code).toBe('O');
    expect(pairs?.aspects).toHaveLength(4);
  });

  it('finds nothing where importance is not asked, or nothing is asked twice', () => {
    expect(findPairs(setOf([battery('O', 'SAT5', names)]))).toBeNull();
    expect(findPairs(setOf([battery('I', 'IMP5', names), battery('O', 'SAT5', ['Inne'])]))).toBeNull();
  });
});

describe('gaps are differences within the same people', () => {
  const aspect: Aspect = { label: 'a', importance: 'a', performance: 'b' };
  const answer = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant(NaN));
  const answers = fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 40 });

  it('gap, interval and p are those of the paired t test of people who answered both', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const set = setWith(
          scale(
            'a',
            rows.map(([a]) => a),
          ),
          scale(
            'b',
            rows.map(([, b]) => b),
          ),
        );
        const [pair] = measurePairs(set, [aspect], countedBy(set, null, null));
        const both = rows.filter((row) => !row.some(Number.isNaN));
        const test = pairedTTest(
          both.map(([a]) => a),
          both.map(([, b]) => b),
        );
        expect(pair!.n).toBe(both.length);
        if (both.length === 0) return;
        expect(pair!.gap!.mean).toBeCloseTo(test.difference.mean!, 10);
        expect(pair!.gap!.mean).toBeCloseTo(pair!.importance!.mean - pair!.performance!.mean, 10);
        expect(pair!.gap!.p === null).toBe(test.test === null);
        if (test.test) expect(pair!.gap!.p).toBeCloseTo(test.test.p, 8);
        if (test.test?.interval) expect(pair!.gap!.interval!.low).toBeCloseTo(test.test.interval.low, 8);
      }),
    );
  });

  it('weighted gaps have the errors of the design: people without both answers are outside the domain', () => {
    const [a, b, w] = [
      [5, 4, 4, 5, 3, NaN, 5, 2],
      [3, 3, 4, 2, 2, 3, 1, 2],
      [1, 2, 0.5, 1.5, 3, 1, 0.7, 1.3],
    ];
    const set = setWith(scale('a', a), scale('b', b), number('w', w));
    const [pair] = measurePairs(set, [aspect], countedBy(set, null, 'w'));
    const expected = surveyMean(
      a.map((value, at) => (Number.isNaN(value) ? null : value - b[at]!)),
      surveyDesign({ weights: w }),
    )!;
    expect(pair!.gap!.mean).toBeCloseTo(expected.mean, 12);
    expect(pair!.gap!.se).toBeCloseTo(expected.se!, 12);
    expect(pair!.gap!.interval!.high).toBeCloseTo(expected.interval!.high, 12);
    expect(pair!.effectiveN).toBeLessThan(pair!.n);
  });

  oracleTest('gives R’s t.test(paired = TRUE)', () => {
    for (const { dataset, variables, results } of entriesOf('means', 't_paired')) {
      const set = waveOf(dataset);
      const own: Aspect = { label: '', importance: variables.a, performance: variables.b };
      const [pair] = measurePairs(set, [own], countedBy(set, null, null));
      expect(pair!.n).toBe(results.n);
      expect(pair!.gap!.mean).toBeCloseTo(results.mean_difference, 9);
      expect(pair!.gap!.interval!.low).toBeCloseTo(results.ci95[0], 8);
      expect(pair!.gap!.p! / results.p).toBeCloseTo(1, 6);
    }
  });
});

describe('the map', () => {
  const estimate = (mean: number, half = 0.1) => ({ mean, interval: { low: mean - half, high: mean + half } });
  const point = (label: string, importance: number, performance: number, half?: number) => ({
    label,
    importance: estimate(importance, half),
    performance: estimate(performance, half),
  });

  it('numbers points quadrant by quadrant, the most important first', () => {
    const map = drawMap([point('d', 3, 4.8), point('a', 4.9, 3), point('c', 4.6, 4.6), point('b', 4.8, 3.1)])!;
    expect(map.points.map(({ label, number: at }) => `${at}${label}`)).toEqual(['1a', '2b', '3c', '4d']);
  });

  it('calls a point borderline when its interval crosses a line, or when there is none', () => {
    const map = drawMap([point('a', 5, 3), point('b', 3, 5), point('c', 4.05, 4.9)])!;
    expect(map.points.filter(isBorderline).map(({ label }) => label)).toEqual(['c']);
    const unknown = drawMap([{ ...point('a', 5, 3), importance: { mean: 5, interval: null } }, point('b', 3, 5)])!;
    expect(unknown.points.map(isBorderline)).toEqual([true, false]);
  });

  it('needs two aspects', () => {
    expect(drawMap([point('a', 4, 4)])).toBeNull();
  });

  it('keeps numbers apart and inside the frame', () => {
    const value = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 12 }), (places) => {
        const map = drawMap(places.map(([a, b], at) => point(String(at), a, b)))!;
        const rating = { step: 0.5, least: 0, most: 10 };
        const { points, frame, importanceTicks } = layOutMap(map, 'wide', { importance: rating, performance: rating });
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(frame.left);
          expect(x).toBeLessThanOrEqual(frame.right);
          expect(y).toBeGreaterThanOrEqual(frame.top);
          expect(y).toBeLessThanOrEqual(frame.bottom);
        }
        expect(importanceTicks.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('key drivers', () => {
  oracleTest(
    'have R’s LMG, Johnson weights and R² on complete answers',
    () => {
      for (const { dataset, variables, results } of entriesOf('key_drivers', 'key_drivers')) {
        const set = waveOf(dataset);
        const of = (name: string) => set.variables.get(name)!;
        const found = driveOutcome(of(variables.y), variables.x.map(of), everyone(set));
        if (found.kind !== 'found') throw new Error(`${dataset}: ${found.reason}`);
        expect(found.base.n).toBe(results.n);
        expect(found.r2).toBeCloseTo(results.r2, 9);
        variables.x.forEach((name, at) => {
          const driver = found.drivers.find((one) => one.name === name)!;
          expect(driver.lmg).toBeCloseTo(results.lmg[at]!, 9);
          expect(driver.relativeWeightPercent).toBeCloseTo(results.johnson_pct[at]!, 6);
          expect(driver.interval!.low).toBeLessThanOrEqual(driver.lmgPercent);
          expect(driver.interval!.high).toBeGreaterThanOrEqual(driver.lmgPercent);
        });
      }
    },
    60_000,
  );

  oracleTest('test the whole regression as R’s lm does: F of rating ~ six others', () => {
    const set = waveOf('attitude');
    const names = ['complaints', 'privileges', 'learning', 'raises', 'critical', 'advance'];
    const found = driveOutcome(
      set.variables.get('rating')!,
      names.map((name) => set.variables.get(name)!),
      everyone(set),
    );
    if (found.kind !== 'found') throw new Error(found.reason);
    // R 4.2: summary(lm(rating ~ ., attitude)): F-statistic 10.5 on 6 and 23 DF, p-value 1.24e-05
    expect(found.test.f).toBeCloseTo(10.5, 1);
    expect(found.test.p).toBeCloseTo(1.24e-5, 7);
  });

  const random = (seed: number) => (at: number) => 1 + ((Math.imul(at + seed, 2_654_435_761) >>> 5) % 5);
  const column = (seed: number, n = 60) => Array.from({ length: n }, (_, at) => random(seed)(at));
  const driven = (outcome: readonly number[], ...drivers: readonly (readonly number[])[]) => {
    const set = setWith(scale('y', outcome), ...drivers.map((points, at) => scale(`x${at}`, points)));
    return driveOutcome(
      set.variables.get('y')!,
      drivers.map((_, at) => set.variables.get(`x${at}`)!),
      everyone(set),
    );
  };
  const reasonOf = (analysis: ReturnType<typeof driven>) => (analysis.kind === 'refused' ? analysis.reason : 'none');

  it.each([
    ['one factor', () => driven(column(1), column(2)), 'one-driver'],
    ['fewer than thirty complete answers', () => driven(column(1, 29), column(2, 29), column(3, 29)), 'too-few'],
    ['an outcome that does not vary', () => driven(column(1).fill(5), column(2), column(3)), 'constant-outcome'],
    ['a factor that does not vary', () => driven(column(1), column(2), column(3).fill(4)), 'constant'],
    ['the same factor twice', () => driven(column(1), column(2), column(2)), 'collinear'],
    ['all missing', () => driven(column(1), column(2).fill(NaN), column(3)), 'too-few'],
  ])('are refused for %s', (_, analyse, reason) => {
    expect(reasonOf(analyse())).toBe(reason);
  });

  it('leave out who lacks an answer, and say how many are left', () => {
    const gaps = column(2).map((value, at) => (at % 10 === 0 ? NaN : value));
    const { base } = driven(column(1), gaps, column(3));
    expect(base).toMatchObject({ answered: 60, n: 54, needed: 30 });
  });

  it('are chosen by rule: the battery with the most statements that enough people answered in full', () => {
    const overall: Item = {
      kind: 'single',
      code: 'Z',
      text: 'Ogółem?',
      comparisonCode: 'overall-rating',
      choices: SCALES.QUAL5,
      scale: 'QUAL5',
    };
    const items = [battery('J', 'AGREE5', ['a', 'b', 'c']), battery('O', 'SAT5', ['d', 'e', 'f', 'g']), overall];
    const set = setOf(items, 20, (at) => ({
      Z: '4',
      J0: '4',
      J1: '5',
      J2: '3',
      ...(at < 5 ? { O0: '4', O1: '4', O2: '4', O3: '4' } : {}),
    }));
    const outcome = chooseOutcome(set)!;
    expect(outcome.name).toBe('Z');
    expect(chooseDrivers(set, outcome, everyone(set), null).map(({ name }) => name)).toEqual(['J0', 'J1', 'J2']);
  });
});

describe('disclosure', () => {
  it('never leaves fewer hidden people than the smallest group beside a total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
        fc.nat(9),
        fc.integer({ min: 3, max: 10 }),
        (sizes, none, least) => {
          const total = sizes.reduce((sum, size) => sum + size, 0) + none;
          const hidden = protectGroups(sizes, total, least);
          sizes.forEach((size, at) => {
            if (hidden[at] === null) expect(size).toBeGreaterThanOrEqual(least);
          });
          const shown = sizes.reduce((sum, size, at) => sum + (hidden[at] === null ? size : 0), 0);
          const apart = total - shown;
          if (shown > 0) expect(apart === 0 || apart >= least).toBe(true);
        },
      ),
    );
  });

  it('shows of five to nine people how many they are, and of fewer nothing', () => {
    const aspects: readonly Aspect[] = [
      { label: 'a', importance: 'a', performance: 'b' },
      { label: 'c', importance: 'c', performance: 'b' },
    ];
    const missing = (count: number) => Array.from({ length: 12 }, (_, at) => (at < count ? (at % 5) + 1 : NaN));
    const set = setWith(scale('a', missing(7)), scale('b', missing(12)), scale('c', missing(4)));
    const measured = measurePairs(set, aspects, countedBy(set, null, null));
    const asked = { code: '', wording: '' };
    const pairs = { importance: asked, performance: asked, aspects };
    const disclosed = disclosePairs({ pairs, measured, hidden: [null, null], isWeighted: false }, 5);
    expect(disclosed.aspects).toEqual([
      { kind: 'few', label: 'a', n: 7 },
      { kind: 'hidden', label: 'c', because: 'too-few' },
    ]);
    expect(disclosed.map).toBeNull();
  });

  it('hides the drivers of a group from which a smaller one could be worked out', () => {
    const column = (seed: number) => Array.from({ length: 60 }, (_, at) => 1 + ((at * seed) % 5));
    const set = setWith(scale('y', column(3)), scale('a', column(7)), scale('b', column(11)));
    const [y, a, b] = [...set.variables.values()];
    const shown = discloseDrivers(driveOutcome(y!, [a!, b!], everyone(set)), 'protects-another', 5);
    expect(shown).toEqual({ kind: 'hidden', because: 'protects-another', smallestGroup: 5 });
  });
});

describe('places', () => {
  it('are shared where intervals overlap', () => {
    const ranges = placeRanges([
      { low: 4, high: 5 },
      { low: 2, high: 3 },
      { low: 2.5, high: 3.5 },
      { low: 0, high: 1 },
    ]);
    expect(ranges).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 3 },
      { first: 2, last: 3 },
      { first: 4, last: 4 },
    ]);
  });

  it('always hold the place by the means', () => {
    const interval = fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }));
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (things) => {
        const ranges = placeRanges(things.map(([mean, half]) => ({ low: mean - half, high: mean + half })));
        things.forEach(([mean], at) => {
          const higher = things.filter(([other]) => other > mean).length;
          expect(ranges[at]!.first).toBeLessThanOrEqual(higher + 1);
          expect(ranges[at]!.last).toBeGreaterThanOrEqual(higher + 1);
        });
      }),
    );
  });
});
