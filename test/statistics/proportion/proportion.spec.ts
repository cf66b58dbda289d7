import fc from 'fast-check';
import {
  agrestiCaffoInterval,
  agrestiCoullInterval,
  boxPercents,
  clopperPearsonInterval,
  cohenH,
  differenceTests,
  jeffreysInterval,
  marginOfError,
  netPromoterDifference,
  netPromoterPrecision,
  newcombeInterval,
  oddsRatio,
  recommendationCounts,
  riskRatio,
  sampleSizeOfShare,
  sampleSizeOfTwoShares,
  shareEstimate,
  sharesOf,
  shareTest,
  waldDifferenceInterval,
  waldInterval,
  weightedNetPromoterScore,
  wilsonContinuityInterval,
  wilsonInterval,
} from '../../../src/statistics';
import { expectClose } from '../close-to';

/** Marked improvement among treated and placebo patients: Koch & Edwards (1988), R's vcd::Arthritis. */
const ARTHRITIS = { first: { successes: 21, n: 41 }, second: { successes: 7, n: 43 } };

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('81 of 263, the example of Newcombe (1998), as R 4.2 gives it', () => {
  test.each([
    ['Wald', waldInterval, [0.2521901262131072, 0.36377945553594226]],
    ['Wilson', wilsonInterval, [0.2552885198782743, 0.3662095769828001]],
    ['Wilson with continuity', wilsonContinuityInterval, [0.2535086822951852, 0.3681762010430035]],
    ['Clopper and Pearson', clopperPearsonInterval, [0.2527367455852712, 0.3676219226013514]],
    ['Agresti and Coull', agrestiCoullInterval, [0.25522066518999675, 0.3662774316710775]],
    ['Jeffreys', jeffreysInterval, [0.25452193499102344, 0.36564749917408246]],
  ])('%s', (_, interval, [low, high]) => {
    expectClose(interval(81, 263), { low, high });
  });
});

describe('Improvement with and without treatment is compared as R does', () => {
  test('intervals of the difference', () => {
    expectClose(newcombeInterval(ARTHRITIS), { low: 0.14825080544352257, high: 0.5160273022261836 });
    expectClose(waldDifferenceInterval(ARTHRITIS), { low: 0.16076396546193544, high: 0.5380448830916664 });
    expectClose(agrestiCaffoInterval(ARTHRITIS), { low: 0.14730217767149478, high: 0.520398080726438 });
  });

  test('tests', () => {
    expectClose(differenceTests(ARTHRITIS), {
      pooled: { statistic: 3.3956363175602933, p: 0.0006846926953032776 },
      unpooled: { statistic: 3.6302927374321894, p: 0.00028309995719828134 },
      yates: { statistic: 10.011627906976742, p: 0.0015555496486971488 },
    });
  });

  test('effect sizes', () => {
    expectClose(cohenH(21 / 41, 7 / 43), 0.7645696555333702);
    expectClose(riskRatio(ARTHRITIS)?.interval, { low: 1.5000727670070466, high: 6.599322927616108 });
    expectClose(oddsRatio(ARTHRITIS), { ratio: 5.4, interval: { low: 1.9567209905736438, high: 14.90248233676447 } });
    expectClose(sharesOf(ARTHRITIS)?.difference, 0.3494044242768009);
  });

  test('25 men of 84 patients against 40 percent', () => {
    expectClose(shareTest(25, 84, 0.4), {
      exactP: 0.058539369469630474,
      exactPLess: 0.03392786136940224,
      exactPGreater: 0.9802020113633725,
      z: -1.9153722337057084,
      correctedChiSquare: 3.254464285714287,
    });
  });
});

describe('Net promoter scores agree with R on the Stack Overflow survey of 2017', () => {
  test('precision', () => {
    expectClose(netPromoterPrecision({ promoters: 1560, passives: 2915, detractors: 1119 }), {
      score: 7.883446549874865,
      se: 0.9192369658853625,
      sampleSe: 0.9193191396633738,
      normalInterval: { low: 6.081775203481681, high: 9.685117896268048 },
      tInterval: { low: 6.081224133614857, high: 9.685668966134871 },
    });
  });

  test('one answer and full agreement have no interval', () => {
    expect(netPromoterPrecision({ promoters: 1, passives: 0, detractors: 0 })?.tInterval).toBeNull();
    expect(netPromoterPrecision({ promoters: 9, passives: 0, detractors: 0 })?.normalInterval).toBeNull();
  });

  test('11, −1 and 99 are no answers', () => {
    expect(recommendationCounts([10, 9, 11, -1, 99, 5]).invalid).toBe(3);
    expect(() => weightedNetPromoterScore([11], [1])).toThrow(RangeError);
  });

  test('weights all 1 change nothing', () => {
    const answers = [10, 9, 8, 3, 6, 10];
    const plain = netPromoterPrecision(recommendationCounts(answers));
    const weighted = weightedNetPromoterScore(
      answers,
      answers.map(() => 1),
    );
    expectClose([weighted?.score, weighted?.se], [plain?.score, plain?.sampleSe]);
  });

  test('a group compared with itself does not differ', () => {
    const group = { promoters: 5, passives: 3, detractors: 2 };
    expectClose(netPromoterDifference(group, group), { difference: 0, p: 1 });
  });
});

describe('Planning a survey gives the numbers of R', () => {
  test('of one share', () => {
    const plan = { share: 0.5, margin: 0.05, confidence: 0.9, population: 300, designEffect: 1.5, responseShare: 0.35 };
    expectClose(sampleSizeOfShare(plan), { infinite: 270.554345409541, finite: 142.50844414943276, invitations: 611 });
    expect(() => sampleSizeOfShare({ ...plan, confidence: 1 })).toThrow(RangeError);
  });

  test('of two shares', () => {
    expectClose(sampleSizeOfTwoShares(0.1, 0.05, 0.05, 0.9), {
      perGroup: 581.0820538344758,
      perGroupWithContinuity: 620.4373473194212,
    });
  });

  test('the margin of a survey that was made', () => {
    const survey = { share: 0.3, n: 400, confidence: 0.95, population: 1500, designEffect: 1.8 };
    expectClose(marginOfError(survey), {
      margin: 0.04490841659271027,
      inPopulation: 0.03847009589476835,
      withDesignEffect: 0.06025096335790779,
    });
  });
});

describe('Properties', () => {
  const intervals = [wilsonInterval, wilsonContinuityInterval, clopperPearsonInterval, jeffreysInterval];

  test('intervals of a share hold it and stay inside [0, 1]', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...intervals), ([successes, n], interval) => {
        const { low, high } = interval(successes, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12);
      }),
    );
  });

  test('failures mirror successes', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...intervals, waldInterval, agrestiCoullInterval), ([x, n], interval) => {
        const [one, other] = [interval(x, n)!, interval(n - x, n)!];
        expectClose([one.low, one.high], [1 - other.high, 1 - other.low], 1e-7);
      }),
    );
  });

  test('Newcombe’s interval stays inside [−1, 1]; swapping groups turns signs', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const [first, second] = [
          { successes: x1, n: n1 },
          { successes: x2, n: n2 },
        ];
        const [one, other] = [
          newcombeInterval({ first, second })!,
          newcombeInterval({ first: second, second: first })!,
        ];
        expect(Math.max(Math.abs(one.low), Math.abs(one.high))).toBeLessThanOrEqual(1 + 1e-12);
        expectClose([one.low, one.high], [-other.high, -other.low], 1e-7);
      }),
    );
  });

  test('p lies in [0, 1] and is never NaN', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([successes, n], claimed) => {
        const { exactP, exactPLess, exactPGreater, p, correctedP } = shareTest(successes, n, claimed)!;
        for (const each of [exactP, exactPLess, exactPGreater, p, correctedP]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('Of nobody there is no share', () => {
  test('null, not 0', () => {
    expect([shareEstimate(0, 0), wilsonInterval(0, 0), shareTest(0, 0, 0.5), boxPercents([1, 2], [0, 0], 1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('impossible counts are refused', () => {
    for (const interval of [waldInterval, wilsonInterval, clopperPearsonInterval, jeffreysInterval])
      expect(() => interval(11, 10)).toThrow(RangeError);
  });

  test('0 of 15 against 0 of 20: no test, no ratio, but an interval', () => {
    const pair = { first: { successes: 0, n: 15 }, second: { successes: 0, n: 20 } };
    expect([differenceTests(pair)?.pooled, riskRatio(pair)?.ratio, oddsRatio(pair)?.ratio]).toEqual([null, null, null]);
    expectClose(newcombeInterval(pair), { low: -0.1611251580528193, high: 0.20388330103584854 });
  });
});
