import fc from 'fast-check';
import {
  analysisOfVariance,
  bartlettTest,
  brownForsytheAnalysisOfVariance,
  flignerKilleenTest,
  gamesHowellTest,
  jarqueBeraTest,
  leveneTest,
  meanDifference,
  oneSampleTTest,
  pairedTTest,
  pairwiseTTests,
  pooledSd,
  shapiroWilkTest,
  studentTest,
  summarise,
  tukeyTest,
  welchAnalysisOfVariance,
} from '../../../src/statistics';
import { expectClose } from '../close-to';
import { ATTITUDE, EUROPE } from './samples';

const PARTIES = EUROPE.map(summarise);
/** MASS::survey: height of men and of women, cm. */
const MEN = { n: 106, mean: 178.82603773584907, sd: 8.38025169291816 };
const WOMEN = { n: 102, mean: 165.68666666666667, sd: 6.151776903944712 };

const someValues = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 20 });
const someGroups = fc.array(someValues, { minLength: 2, maxLength: 4 });

describe('One and two means agree with R', () => {
  test('one sample: t.test(x, mu = 60)', () => {
    expectClose(oneSampleTTest(summarise(ATTITUDE.rating), 60), {
      t: 2.084837353085375,
      df: 29,
      p: 0.04599744069320422,
      pGreater: 0.02299872034660211,
      interval: { low: 60.08802400203664, high: 69.17864266463005 },
      cohenD: 0.3806374823380742,
    });
  });

  test('pairs: one-sample test of the differences (numbers: scipy.stats.ttest_rel, pearsonr)', () => {
    const { test, difference, correlation, cohenDz } = pairedTTest(ATTITUDE.rating, ATTITUDE.complaints);
    expectClose(oneSampleTTest(difference, 0), test);
    expectClose(test?.t, -1.4156938526941396);
    expectClose(correlation, 0.8254175695421458);
    expectClose(cohenDz, test?.cohenD);
  });

  test('two groups, equal variances: t.test(var.equal = TRUE)', () => {
    expectClose(studentTest(MEN, WOMEN), {
      difference: 13.139371069182403,
      t: 12.849687402052723,
      df: 206,
      interval: { low: 11.123377803391886, high: 15.15536433497292 },
    });
    expectClose(pooledSd([MEN, WOMEN]), 7.372306222705244);
  });

  test('size of a difference: effectsize::cohens_d, hedges_g', () => {
    expectClose(meanDifference(MEN, WOMEN), {
      cohenD: 1.7822606213393226,
      hedgesG: 1.7757626068560552,
      hedgesGApproximate: 1.7757639240561902,
      glassDelta: 2.13586599032176,
      cohenDOfVariances: 1.7874381257727432,
      normalInterval: { low: 1.460960478851037, high: 2.103560763827608 },
    });
    expectClose(meanDifference(MEN, WOMEN)?.interval, { low: 1.4590004940393917, high: 2.1023718007223713 }, 1e-6);
  });

  test('a very large effect takes the limits of R, whose pt is approximate there', () => {
    const [many, more] = [
      { n: 4000, mean: 5, sd: 1 },
      { n: 4000, mean: 2, sd: 1 },
    ];
    const { interval, cohenD } = meanDifference(many, more) ?? {};
    expect(interval!.low).toBeLessThan(cohenD!);
    expect(interval!.high).toBeGreaterThan(cohenD!);
  });

  test('groups that do not vary have no test but a difference', () => {
    const [ones, twos] = [summarise([1, 1, 1]), summarise([2, 2, 2])];
    expect(studentTest(ones, twos)).toBeNull();
    expect(oneSampleTTest(ones, 1)).toBeNull();
    expect(meanDifference(ones, twos)).toMatchObject({ difference: -1, cohenD: null, interval: null });
    expect(pairedTTest([1, 2], [1, 2])).toMatchObject({ test: null, cohenDz: null });
    expect(pooledSd([summarise([3])])).toBeNull();
  });

  test('the interval of d contains d, and groups may change places', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const [there, back] = [
          meanDifference(summarise(first), summarise(second)),
          meanDifference(summarise(second), summarise(first)),
        ];
        if (there?.interval == null || there.cohenD === null) return;
        expect(there.interval.low).toBeLessThanOrEqual(there.cohenD);
        expect(there.interval.high).toBeGreaterThanOrEqual(there.cohenD);
        expectClose(back?.cohenD, -there.cohenD);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Several means agree with R (attitude to Europe by vote)', () => {
  test('analysis of variance: anova(aov(x ~ g))', () => {
    expectClose(analysisOfVariance(EUROPE), {
      n: 1525,
      sumOfSquaresBetween: 2496.413341472845,
      sumOfSquaresWithin: 14075.195838855023,
      dfBetween: 2,
      dfWithin: 1522,
      statistic: 134.9729392479541,
      etaSquared: 0.15064399083441657,
      omegaSquared: 0.14944448781727107,
      epsilonSquared: 0.1495278856975367,
      cohenF: 0.4211443943013498,
    });
    expect(Math.log(analysisOfVariance(EUROPE).p!)).toBeCloseTo(Math.log(1.0897081910619753e-54), 6);
  });

  test('unequal variances: oneway.test; Brown & Forsythe (1974)', () => {
    expectClose(welchAnalysisOfVariance(PARTIES), { statistic: 158.5566430908716, df1: 2, df2: 854.5640603847127 });
    expectClose(brownForsytheAnalysisOfVariance(PARTIES), { statistic: 141.11301222011812, df2: 1253.2342152977922 });
  });

  test('pairs judged together: TukeyHSD; Games & Howell (1976)', () => {
    const last = tukeyTest(PARTIES)?.pairs[2];
    expectClose(last?.q, 2.7285457781383324);
    expect(last?.p).toBeCloseTo(0.13078118009901007, 8);
    expectClose(last?.interval, { low: -0.8529965357951195, high: 0.08312287204390495 }, 1e-6);
    const howell = gamesHowellTest(PARTIES)[2];
    expectClose(howell?.df, 713.8681895199584);
    expect(howell?.p).toBeCloseTo(0.14974650909364629, 8);
    expectClose(howell?.interval, { low: -0.8697335393415773, high: 0.0998598755903628 }, 1e-6);
  });

  test('pairwise t: pairwise.t.test', () => {
    const tests = pairwiseTTests(PARTIES);
    expectClose(tests.t, [15.937963329298562, 11.55383797478662, -1.92937322249954]);
    expectClose(tests.p[2], 0.05387024731095434);
    expectClose(tests.bonferroni[2], 0.161610741932863);
    expectClose(tests.welchP[2], 0.06261471619416546);
  });

  test('spread: car::leveneTest, bartlett.test, fligner.test', () => {
    expectClose(leveneTest(EUROPE, 'mean'), { statistic: 18.530700735253077, p: 1.1185113062906123e-8 });
    expectClose(leveneTest(EUROPE, 'median'), { statistic: 21.480160791432148, df1: 2, df2: 1522 });
    expectClose(bartlettTest(PARTIES), { statistic: 31.16928689136951, df: 2, p: 1.7048075070543918e-7 });
    expectClose(flignerKilleenTest(EUROPE), { statistic: 32.11821465705029, df: 2, p: 1.0607628535387261e-7 });
  });

  test('normality: shapiro.test, Jarque & Bera (1987)', () => {
    expectClose(shapiroWilkTest(ATTITUDE.rating), { statistic: 0.9566981236617789, p: 0.2544689095711275 }, 1e-6);
    expectClose(jarqueBeraTest(ATTITUDE.rating), { statistic: 1.1734628853125113, p: 0.5561420995492998 });
    expect(shapiroWilkTest([1, 2])).toBeNull();
    expect(shapiroWilkTest([4, 4, 4])).toBeNull();
    expect(jarqueBeraTest([4, 4, 4])).toBeNull();
  });
});

describe('Several means at the edge', () => {
  test('one value per group leaves no degrees of freedom', () => {
    expect(analysisOfVariance([[1], [2], [3]])).toMatchObject({ dfWithin: 0, statistic: null, p: null });
    expect(leveneTest([[1], [2]], 'mean')).toBeNull();
    expect(tukeyTest([[1], [2]].map(summarise))).toBeNull();
  });

  test('groups without inner variation give an infinite F and no p', () => {
    const table = analysisOfVariance([
      [1, 1],
      [2, 2],
    ]);
    expect(table).toMatchObject({ sumOfSquaresWithin: 0, statistic: Infinity, p: null });
    expect(
      analysisOfVariance([
        [1, 1],
        [1, 1],
      ]).statistic,
    ).toBeNull();
    expect(
      welchAnalysisOfVariance(
        [
          [1, 1],
          [2, 2],
        ].map(summarise),
      ),
    ).toBeNull();
    expect(
      bartlettTest(
        [
          [1, 1],
          [2, 3],
        ].map(summarise),
      ),
    ).toBeNull();
    expect(
      pairwiseTTests(
        [
          [1, 1],
          [2, 2],
        ].map(summarise),
      ).holm,
    ).toEqual([null]);
    expect(
      gamesHowellTest(
        [
          [1, 1],
          [2, 2],
        ].map(summarise),
      ),
    ).toEqual([null]);
    expect(
      flignerKilleenTest([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
  });

  test('a single group is refused', () => {
    for (const test of [analysisOfVariance, flignerKilleenTest]) expect(() => test([[1, 2]])).toThrow(RangeError);
    for (const test of [tukeyTest, gamesHowellTest, bartlettTest, welchAnalysisOfVariance, pairwiseTTests])
      expect(() => test([summarise([1, 2])])).toThrow(RangeError);
  });

  test('adding a constant to every answer changes no test', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: -1000, max: 1000 }), (groups, constant) => {
        const moved = groups.map((values) => values.map((value) => value + constant));
        expectClose(analysisOfVariance(moved).p, analysisOfVariance(groups).p, 1e-6);
        expectClose(leveneTest(moved, 'median')?.p, leveneTest(groups, 'median')?.p, 1e-6);
      }),
    );
  });

  test('two groups: F is the square of Student’s t', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const student = studentTest(summarise(first), summarise(second));
        if (student !== null) expectClose(analysisOfVariance([first, second]).statistic, student.t ** 2, 1e-6);
      }),
    );
  });
});
