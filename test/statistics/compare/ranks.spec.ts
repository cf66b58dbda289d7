import fc from 'fast-check';
import {
  chanceAsFar,
  chosenRankSums,
  dunnTest,
  friedmanTest,
  groupRanks,
  kruskalWallisTest,
  mannWhitneyTest,
  midRanks,
  pairwiseMannWhitneyTests,
  signTest,
  signedRankSums,
  signedRankTest,
  splitByGroup,
  tailsOf,
} from '../../../src/statistics';
import { expectClose } from '../close-to';
import { ATTITUDE, EUROPE } from './samples';

const differences = (first: readonly number[], second: readonly number[]): number[] =>
  first.map((value, at) => value - second[at]!);

/** MASS::survey, occasional smokers: span of the writing hand, cm, of left-handed and of right-handed students. */
const LEFT = [20.6, 15.4, 20.5];
const RIGHT = [18, 18.5, 22.2, 19, 18, 16.2, 20, 22.5, 16.5, 19, 14, 17.9, 19.1, 16.2, 17.5, 18.6];

const someValues = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });

describe('Tests of ranks agree with R', () => {
  test('signed ranks: wilcox.test(paired = TRUE), exactRankTests::wilcox.exact', () => {
    expectClose(signedRankTest(differences(ATTITUDE.rating, ATTITUDE.complaints)), {
      n: 30,
      zeros: 3,
      nUsed: 27,
      hasTies: true,
      positiveRankSum: 130,
      negativeRankSum: 248,
      z: -1.4189602008085225,
      p: 0.1559106195195024,
      pWithContinuity: 0.15944663001956177,
      exactP: 0.15997642278671265,
      rankBiserial: -0.31216931216931215,
      rOfUsed: 0.27307901796872197,
      rOfAll: 0.25906550339496265,
    });
  });

  test('signs: binom.test', () => {
    expectClose(signTest(ATTITUDE.critical.map((value) => value - 70)), {
      positive: 22,
      negative: 8,
      zeros: 0,
      exactP: 0.016124801710247993,
      z: 2.37346441585572,
      p: 0.017622090962324442,
    });
  });

  test('two groups with ties: wilcox.test, coin::wilcox_test', () => {
    expectClose(mannWhitneyTest(LEFT, RIGHT), {
      rankSums: [35, 155],
      meanRanks: [11.666666666666666, 9.6875],
      firstLarger: 29,
      secondLarger: 19,
      z: 0.5597539979835563,
      p: 0.5756472451581742,
      pWithContinuity: 0.6144169687425729,
      exact: { twiceSmallerTail: 0.6191950464396285, distanceFromMean: 0.6150670794633643 },
      cliffsDelta: 0.20833333333333326,
      commonLanguage: 0.6041666666666666,
      r: 0.12841637423437852,
    });
  });

  test('several groups: kruskal.test (attitude to Europe by vote)', () => {
    expectClose(kruskalWallisTest(EUROPE), {
      n: 1525,
      sizes: [462, 720, 343],
      meanRanks: [1016.6461038961039, 637.78125, 684.204081632653],
      medians: [9, 6, 6],
      statistic: 226.29779840746158,
      statisticWithoutTies: 222.46482745428057,
      df: 2,
      epsilonSquared: 0.14848936903376744,
      etaSquared: 0.14737043259360158,
    });
  });

  test('pairs of groups: Dunn (1964), pairwise.wilcox.test', () => {
    const dunn = dunnTest(EUROPE);
    expectClose(dunn.z, [14.556291262286996, 10.682525626658643, -1.6205641364030436]);
    expectClose([dunn.p[2], dunn.bonferroni[2]], [0.10511114891909563, 0.3153334467572869]);
    const pairwise = pairwiseMannWhitneyTests(EUROPE);
    expectClose([pairwise.p[2], pairwise.bonferroni[2]], [0.05327186758024712, 0.15981560274074136]);
  });

  test('several items: friedman.test', () => {
    const { complaints, privileges, learning, raises } = ATTITUDE;
    expectClose(friedmanTest([complaints, privileges, learning, raises]), {
      n: 30,
      meanRanks: [3.3, 1.5833333333333333, 1.9666666666666666, 3.15],
      statistic: 39.902027027027025,
      df: 3,
      kendallW: 0.44335585585585585,
      pairwiseZ: [5.15, 4, 0.45, -1.15, -4.7, -3.55],
    });
  });

  test('exact distributions without ties: psignrank, pwilcox', () => {
    const ranks = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);
    expectClose(tailsOf(signedRankSums(ranks(12)), 20).lower, 0.07568359375000006);
    // U of 23 with groups of 7 and 9 is a rank sum of 23 + 28 in the first group.
    expectClose(tailsOf(chosenRankSums(ranks(16), 7), 51).lower, 0.20393356643356644);
    expectClose(chanceAsFar(chosenRankSums(ranks(8), 4), 10, 18), 2 / 70);
  });
});

describe('Ranking', () => {
  test('tied values share the mean of their ranks', () => {
    expect(Array.from(midRanks([10, 30, 10, 20]).ranks)).toEqual([1.5, 4, 1.5, 3]);
    expect(() => midRanks([1, NaN])).toThrow(RangeError);
  });

  test('ranks of groups are those of all values together', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const { ranks, tieSum } = midRanks([...first, ...second]);
        const total = ranks.subarray(0, first.length).reduce((sum, rank) => sum + rank, 0);
        expectClose(groupRanks([first, second]), { rankSums: [total], tieSum });
      }),
    );
  });

  test('columns are split into groups; codes and values that are missing belong to none', () => {
    const split = splitByGroup([5, 3, 4, NaN, 1], Uint8Array.of(0, 1, 0, 1, 255), 2);
    expect(split.map((values) => Array.from(values))).toEqual([[5, 4], [3]]);
  });
});

describe('Tests of ranks at the edge', () => {
  test('equal values leave nothing to test', () => {
    expect(signedRankTest([0, 0, 0])).toMatchObject({ nUsed: 0, positiveRankSum: null, p: null });
    expect(mannWhitneyTest([3, 3, 3, 3], [3, 3, 3, 3, 3])).toMatchObject({
      firstLarger: 10,
      cliffsDelta: 0,
      z: null,
      p: null,
    });
    expect(kruskalWallisTest([[2, 2], [2]])).toMatchObject({ statistic: null, p: null });
    expect(
      friedmanTest([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toMatchObject({ statistic: null, p: null, kendallW: null });
    expect(dunnTest([[2, 2], [2]]).z).toEqual([null]);
    expect(signTest([0, 0])).toMatchObject({ exactP: 1, z: null, p: null });
  });

  test('misuse is refused', () => {
    expect(() => kruskalWallisTest([[1, 2, 3]])).toThrow(RangeError);
    expect(() => mannWhitneyTest([], [1])).toThrow(RangeError);
    expect(() => friedmanTest([[1, 2], [1]])).toThrow(RangeError);
    expect(() => signedRankTest([NaN])).toThrow(RangeError);
  });

  test('equal decimal differences tie, although floating point splits them', () => {
    expect(signedRankTest([0.3 - 0.2, 0.2 - 0.1, -0.5])).toMatchObject({ hasTies: true, positiveRankSum: 3 });
  });

  test('two groups: Kruskal-Wallis is Mann-Whitney squared, and Dunn’s z is theirs', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const test = mannWhitneyTest(first, second);
        if (test.z === null) return;
        expectClose(kruskalWallisTest([first, second]).statistic, test.z ** 2);
        expectClose(dunnTest([first, second]).z[0], test.z);
      }),
    );
  });

  test('every p lies in [0, 1], and groups may change places', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const [there, back] = [mannWhitneyTest(first, second), mannWhitneyTest(second, first)];
        expectClose(back.exact, there.exact);
        expectClose(back.cliffsDelta, -there.cliffsDelta);
        const signed = signedRankTest(first.map((value) => value - 3));
        const all = [there.p, there.pWithContinuity, there.exact?.distanceFromMean, signed.p, signed.exactP];
        for (const p of all) expect(p == null || (p >= 0 && p <= 1)).toBe(true);
      }),
    );
  });
});

test('a million answers are ranked', () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) % 7);
  const codes = Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 31) % 5);
  expect(kruskalWallisTest(splitByGroup(values, codes, 5)).n).toBe(1_000_000);
});
