import fc from 'fast-check';
import {
  bowkerTest,
  breslowDayTest,
  cochranArmitageTest,
  cochranMantelHaenszelTest,
  cochranQTest,
  columnLetters,
  columnProportionTests,
  mantelHaenszelTest,
  mcnemarTest,
  pairsOfGroups,
} from '../../../src/statistics';
import { toFourfold } from '../../../src/statistics/association/fourfold';
import { expectClose } from '../close-to';

/** Bickel, Hammel & O'Connell (1975): admission (rows) by sex (columns) in six departments of Berkeley. */
const BERKELEY = [
  [
    [512, 89],
    [313, 19],
  ],
  [
    [353, 17],
    [207, 8],
  ],
  [
    [120, 202],
    [205, 391],
  ],
  [
    [138, 131],
    [279, 244],
  ],
  [
    [53, 94],
    [138, 299],
  ],
  [
    [22, 24],
    [351, 317],
  ],
];

/** FactoMineR's tea survey: whether tea is spiritual, healthy, diuretic; patterns of answers and their frequency. */
const TEA = (
  [
    [0, 1, 1, 87],
    [0, 1, 0, 55],
    [1, 1, 1, 45],
    [0, 0, 0, 36],
    [0, 0, 1, 28],
    [1, 1, 0, 23],
    [1, 0, 1, 14],
    [1, 0, 0, 12],
  ] as const
).flatMap(([spiritual, healthy, diuretic, times]) =>
  Array.from({ length: times }, () => [spiritual, healthy, diuretic]),
);
const item = (at: number): readonly number[] => TEA.map((row) => row[at]!);

describe('Columns of a table agree with R', () => {
  test('pooled z without continuity, adjusted within the row (arthritis trial)', () => {
    const tests = columnProportionTests([
      [29, 7, 7],
      [13, 7, 21],
    ]);
    expectClose(tests.rows[0], {
      z: [1.2881223774390613, 3.612304981128871, 1.620185174601965],
      p: [0.19770336686210604, 0.00030348733224866897, 0.10519250512004144],
      bonferroni: [0.5931101005863182, 0.0009104619967460069, 0.31557751536012435],
      holm: [0.21038501024008288, 0.0009104619967460069, 0.21038501024008288],
      benjaminiHochberg: [0.19770336686210604, 0.0009104619967460069, 0.15778875768006217],
    });
    expect(columnLetters(tests)).toEqual([
      ['C', '', ''],
      ['', '', 'A'],
    ]);
  });

  test('a share of 0 or 1 and an empty column are not tested', () => {
    const tests = columnProportionTests([
      [10, 0, 6],
      [0, 0, 4],
    ]);
    expect(tests.testedPairs).toBe(0);
    expect(tests.rows[0]?.bonferroni).toEqual([null, null, null]);
    expect(columnLetters(tests)).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  test('every pair of groups once', () => {
    expect(pairsOfGroups(4)).toHaveLength(6);
    expect(pairsOfGroups(1)).toEqual([]);
  });
});

describe('Repeated answers agree with R', () => {
  test('McNemar: mcnemar.test, binom.test (tea at breakfast and in the evening)', () => {
    expectClose(
      mcnemarTest([
        [43, 101],
        [60, 96],
      ]),
      {
        statistic: 10.440993788819876,
        p: 0.0012324893887936408,
        edwards: { statistic: 9.937888198757763, p: 0.0016191119156048668 },
        exactP: 0.001538316615149187,
        midP: 0.0012072213753207685,
        oddsRatio: 1.6833333333333333,
        difference: 0.13666666666666666,
      },
    );
  });

  test('nobody changed: no statistic, an exact p of 1', () => {
    expect(
      mcnemarTest([
        [10, 0],
        [0, 20],
      ]),
    ).toMatchObject({ statistic: null, p: null, exactP: 1, oddsRatio: null });
  });

  test('Bowker: mcnemar.test (right and left eye of 7477 women)', () => {
    const eyes = [
      [1520, 266, 124, 66],
      [234, 1512, 432, 78],
      [117, 362, 1772, 205],
      [36, 82, 179, 492],
    ];
    expectClose(bowkerTest(eyes), { n: 7477, statistic: 19.10655021526677, df: 6, p: 0.0039874198404285756 });
  });

  test('Bowker of two categories is McNemar; empty pairs are not counted', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30)), ([a, b, c, d]) => {
        const counts = [
          [a, b],
          [c, d],
        ];
        expectClose(bowkerTest(counts).p, mcnemarTest(counts).p);
      }),
    );
    expect(
      bowkerTest([
        [1, 2, 0],
        [3, 4, 0],
        [0, 0, 5],
      ]),
    ).toMatchObject({ df: 3, dfWithoutEmptyPairs: 1 });
  });

  test('Cochran: friedman.test on 0 and 1 (what tea is)', () => {
    const test = cochranQTest([item(0), item(1), item(2)]);
    expect(test.successes).toEqual([94, 210, 174]);
    expectClose(test.statistic, 96.58447488584476);
    expectClose(test.pairwiseP[2], 0.0012993330972502746);
    expect(Math.log(test.p!)).toBeCloseTo(Math.log(1.0640150227573022e-21), 9);
  });

  test('the same answers to all items leave nothing to test', () => {
    expect(
      cochranQTest([
        [1, 0],
        [1, 0],
      ]),
    ).toMatchObject({ statistic: null, p: null });
    expect(() =>
      cochranQTest([
        [1, 2],
        [0, 1],
      ]),
    ).toThrow(RangeError);
  });
});

describe('Trends and strata agree with R', () => {
  test('Cochran-Armitage: prop.trend.test (arthritis trial)', () => {
    expectClose(cochranArmitageTest([13, 7, 21], [42, 14, 28], [1, 2, 3]), {
      z: 3.607484672831925,
      statistic: 13.013945664717273,
      p: 0.0003091797958878124,
      mantel: { statistic: 12.859017740137295, p: 0.0003358568385404408 },
    });
    expect(cochranArmitageTest([0, 0], [5, 5], [1, 2])).toBeNull();
    expect(() => cochranArmitageTest([6, 0], [5, 5], [1, 2])).toThrow(RangeError);
  });

  test('turning the scale turns the trend', () => {
    const groups = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(groups, (pairs) => {
        const [x, n] = [pairs.map(([yes]) => yes), pairs.map(([yes, no]) => yes + no)];
        const scores = pairs.map((_, at) => at);
        const turned = cochranArmitageTest(
          x,
          n,
          scores.map((score) => -score),
        );
        const straight = cochranArmitageTest(x, n, scores);
        expectClose(turned?.z ?? null, straight === null ? null : -straight.z);
      }),
    );
  });

  test('Mantel-Haenszel: mantelhaen.test; Breslow-Day and Tarone by definition (Berkeley)', () => {
    const test = mantelHaenszelTest(BERKELEY);
    expectClose(test, {
      statistic: 1.5246066604434356,
      p: 0.21692369705551837,
      corrected: { statistic: 1.4269462285866883, p: 0.23226346281704827 },
      commonOddsRatio: 0.9046968282586231,
      interval: { low: 0.7719073617593505, high: 1.0603297644366556 },
    });
    expectClose(breslowDayTest(BERKELEY.map(toFourfold), 0.9046968282586231), {
      statistic: 18.825513705236514,
      p: 0.002071390349917576,
      tarone: { statistic: 18.82550125205323, p: 0.00207140139788083 },
      df: 5,
    });
    expect(test.homogeneity?.df).toBe(5);
  });

  test('an infinite common odds ratio has a test but no interval', () => {
    const test = mantelHaenszelTest([
      [
        [3, 0],
        [1, 4],
      ],
      [
        [2, 0],
        [2, 5],
      ],
    ]);
    expectClose(test.statistic, 7.0446469248291566);
    expect(test).toMatchObject({ commonOddsRatio: Infinity, interval: null, homogeneity: null });
  });

  test('Cochran-Mantel-Haenszel: mantelhaen.test, vcdExtra::CMHtest (arthritis trial by sex)', () => {
    expectClose(
      cochranMantelHaenszelTest([
        [
          [19, 7, 6],
          [6, 5, 16],
        ],
        [
          [10, 0, 1],
          [7, 2, 5],
        ],
      ]),
      {
        generalAssociation: { statistic: 14.632265306294627, df: 2, p: 0.0006647279803174307 },
        rowMeans: { statistic: 14.63194014180688, df: 1 },
        correlation: { statistic: 14.631940141806874, p: 0.00013068086464755783 },
      },
    );
  });

  test('in 2 × 2 tables all three are the Mantel-Haenszel test; an empty category leaves the general one undefined', () => {
    const { generalAssociation, rowMeans, correlation } = cochranMantelHaenszelTest(BERKELEY);
    for (const test of [generalAssociation, rowMeans, correlation]) expectClose(test?.statistic, 1.5246066604434356);
    const empty = cochranMantelHaenszelTest([
      [
        [5, 0],
        [3, 0],
      ],
    ]);
    expect(empty).toEqual({ generalAssociation: null, rowMeans: null, correlation: null });
  });
});
