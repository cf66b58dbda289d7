import fc from 'fast-check';
import {
  designMatrix,
  discrimination,
  durbinWatson,
  importancePerformance,
  keyDrivers,
  linearRegression,
  logisticRegression,
  ordinalLogit,
  robustErrors,
  standardisedCoefficients,
  varianceInflation,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { ARTHRITIS, readArthritis } from '../fixtures/arthritis';
import { ATTITUDE, readAttitude } from '../fixtures/attitude';

/** Expected numbers: R 4.2.2, lm(rating ~ .) on datasets::attitude; car::vif; sandwich::vcovHC. */
describeWithShared(ATTITUDE, 'Linear regression of rating is that of R', (file) => {
  const { rating, ...rest } = readAttitude(file);
  const { columns } = designMatrix(Object.entries(rest).map(([name, values]) => ({ name, values })));
  const model = linearRegression(columns, rating);

  test('coefficients', () => {
    expectClose(
      model.coefficients[1],
      {
        estimate: 0.6131876078096985,
        se: 0.1609831148913042,
        t: 3.8090181583560656,
        p: 0.0009028678840121161,
        interval: { low: 0.28016866204083807, high: 0.9462065535785589 },
      },
      1e-8,
    );
  });

  test('fit', () => {
    expectClose(
      model,
      {
        r2: 0.7326019925311492,
        adjustedR2: 0.6628459905827533,
        f: 10.50235065182081,
        df1: 6,
        df2: 23,
        p: 1.2404120557784999e-5,
        sigma: 7.067993764996685,
        logLikelihood: -97.24990867949651,
        aic: 210.49981735899303,
        bic: 221.70939641229026,
      },
      1e-8,
    );
  });

  test('what surrounds it: standardised coefficients, inflation, robust errors, Durbin-Watson', () => {
    expectClose(standardisedCoefficients(columns, rating)[1], 0.6707252044117289, 1e-8);
    expectClose(varianceInflation(columns)[3], 3.0782262181910207, 1e-8);
    expectClose(robustErrors(columns, rating, 'HC0')[6], 0.14094271426252405, 1e-8);
    expectClose(robustErrors(columns, rating, 'HC1')[6], 0.16096792296044915, 1e-8);
    expectClose(robustErrors(columns, rating, 'HC3')[6], 0.1959007432912574, 1e-8);
    expectClose(durbinWatson(model.residuals), 1.7953183640808468, 1e-8);
  });
});

describe('Linear regression behaves', () => {
  test('a collinear predictor is left out and said to be', () => {
    const { columns: doubled } = designMatrix([
      { name: 'x', values: [1, 2, 3, 4, 5] },
      { name: '2x', values: [2, 4, 6, 8, 10] },
    ]);
    const { coefficients, r2 } = linearRegression(doubled, [1, 3, 2, 5, 4]);
    expectClose(
      coefficients.map(({ estimate }) => estimate),
      [0.6, 0.8, null],
    );
    expectClose(r2, 0.64);
    expect(varianceInflation(doubled)).toEqual([Infinity, Infinity]);
  });

  test('an exact fit has no tests, a constant outcome no R²', () => {
    expect(
      linearRegression(
        [
          [1, 1, 1],
          [1, 2, 3],
        ],
        [2, 4, 6],
      ).coefficients[1]?.p,
    ).toBeNull();
    expect(
      linearRegression(
        [
          [1, 1, 1],
          [1, 2, 4],
        ],
        [5, 5, 5],
      ).r2,
    ).toBeNull();
  });

  test('a predictor without any relation has p = 1, not a negative F', () => {
    const { r2, p } = linearRegression(
      [
        [1, 1, 1, 1],
        [0.1, 0.2, 0.1, 0.2],
      ],
      [0.3, 0.3, 0.7, 0.7],
    );
    expect(r2).toBeCloseTo(0, 12);
    expect(p).toBeCloseTo(1, 6);
  });

  test('more coefficients than rows are refused', () => {
    expect(() =>
      linearRegression(
        [
          [1, 1],
          [1, 2],
          [5, 1],
        ],
        [1, 2],
      ),
    ).toThrow(RangeError);
  });

  test('residuals are orthogonal to every column', () => {
    const row = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 30 }), (rows) => {
        const x = rows.map(([a]) => a);
        const { residuals } = linearRegression(
          [rows.map(() => 1), x],
          rows.map(([, b]) => b),
        );
        expect(residuals.reduce((total, residual) => total + residual, 0)).toBeCloseTo(0, 8);
        expect(residuals.reduce((total, residual, at) => total + residual * x[at]!, 0)).toBeCloseTo(0, 7);
      }),
    );
  });
});

/** Expected numbers: R 4.2.2 on vcd::Arthritis; glm(Improved > "None" ~ Treatment + Sex + Age, binomial); ordinal::clm. */
describeWithShared(ARTHRITIS, 'Logistic and ordinal regression of improvement are those of R', (file) => {
  const arthritis = readArthritis(file);
  const { columns: patients } = designMatrix([
    { name: 'treated', values: arthritis.treated },
    { name: 'male', values: arthritis.male },
    { name: 'age', values: arthritis.age },
  ]);
  const improved = arthritis.improvement.map((code) => Number(code > 0));

  test('logistic', () => {
    const model = logisticRegression(patients, improved);
    expectClose(
      model?.coefficients[1],
      {
        estimate: 1.759804129984663,
        se: 0.5364954518063629,
        z: 3.280184620502297,
        p: 0.0010373917697106567,
        interval: { low: 0.7082923665746477, high: 2.8113158933946782 },
        oddsRatio: 5.811299023690985,
      },
      1e-6,
    );
    expectClose(
      model,
      {
        n: 84,
        events: 42,
        nullDeviance: 116.44872633407081,
        deviance: 92.06280410722495,
        aic: 100.06280410722495,
        likelihoodRatio: { chiSquare: 24.385922226845864, df: 3, p: 2.0749042697090178e-5 },
        mcFaddenR2: 0.20941338728675285,
        coxSnellR2: 0.2519673093900393,
        nagelkerkeR2: 0.3359564125200524,
      },
      1e-6,
    );
    expectClose(
      discrimination(model!.probabilities, improved),
      { auc: 0.7913832199546486, tjurR2: 0.2612897126474806, accuracy: 0.7023809523809523 },
      1e-6,
    );
  });

  test('ordinal', () => {
    const model = ordinalLogit(patients.slice(1), arthritis.improvement, 3);
    expectClose(
      model?.thresholds,
      [
        { estimate: 2.5319819254165807, se: 1.05696437586818 },
        { estimate: 3.4309795200926168, se: 1.091074868573403 },
      ],
      1e-6,
    );
    expectClose(
      model,
      { logLikelihood: -72.72895772214792, nullLogLikelihood: -84.95795823541754, aic: 155.45791544429585 },
      1e-6,
    );
    expectClose(model?.coefficients[2], { estimate: 0.03816265805712024, se: 0.01841278400373157 }, 1e-6);
  });

  test('rows that stand for several people count as often', () => {
    const twice = logisticRegression([...patients], improved, { weights: improved.map(() => 2) });
    expectClose(twice?.coefficients[1]?.estimate, 1.759804129984663, 1e-6);
    expectClose(twice?.deviance, 2 * 92.06280410722495, 1e-6);
  });
});

describe('Logistic and ordinal regression without an answer', () => {
  test('groups that never overlap have no finite maximum: nothing is shown', () => {
    const ones = [1, 1, 1, 1, 1, 1];
    expect(logisticRegression([ones, [1, 2, 3, 4, 5, 6]], [0, 0, 0, 1, 1, 1])).toBeNull();
    expect(logisticRegression([ones, [1, 2, 3, 3, 5, 6]], [0, 0, 0, 1, 1, 1])).toBeNull();
    expect(logisticRegression([ones], [1, 1, 1, 1, 1, 1])).toBeNull();
    expect(ordinalLogit([[1, 2, 3, 4, 5, 6]], [0, 0, 1, 1, 2, 2], 3)).toBeNull();
  });

  test('answers that are not 0 or 1, and unused categories, are refused', () => {
    expect(() => logisticRegression([[1, 1]], [1, 2])).toThrow(RangeError);
    expect(() => ordinalLogit([[1, 2, 3]], [0, 1, 1], 3)).toThrow(/Nobody/);
  });
});

/** Expected numbers: relaimpo's definition over all subsets of lm, R 4.2.2, datasets::attitude. */
describeWithShared(ATTITUDE, 'Key drivers of rating', (file) => {
  const { rating, complaints, privileges, learning, raises, critical, advance } = readAttitude(file);
  const result = keyDrivers(rating, [complaints, privileges, learning, raises, critical, advance]);

  test('LMG, relative weight and what goes with them', () => {
    expectClose(result?.drivers[2], {
      lmg: 0.15576599016914142,
      lmgPercent: 21.262021091557227,
      relativeWeight: 0.1636109107505338,
      relativeWeightPercent: 22.33285090929879,
      alone: 0.38897445287435223,
      last: 0.04200749205434928,
      standardisedCoefficient: 0.3088702436569232,
      pratt: 0.1926356266326828,
      correlation: 0.623678164500211,
    });
  });

  test('LMG and relative weights both add up to R²', () => {
    expectClose(
      result?.drivers.reduce((total, { lmg }) => total + lmg, 0),
      result?.r2,
    );
    expectClose(
      result?.drivers.reduce((total, { relativeWeight }) => total + relativeWeight, 0),
      result?.r2,
    );
  });

  test('importance-performance map', () => {
    const map = importancePerformance(
      result!.drivers.map(({ correlation }) => correlation),
      [66.6, 53.13333333333333, 56.36666666666667, 64.63333333333334, 74.76666666666667, 42.93333333333333],
    );
    expectClose(map, {
      importanceThreshold: 0.46281283387145644,
      performanceThreshold: 59.73888888888889,
      quadrants: [
        'keep_up_the_good_work',
        'low_priority',
        'concentrate_here',
        'keep_up_the_good_work',
        'possible_overkill',
        'low_priority',
      ],
    });
  });
});

test('no key drivers with a constant or duplicated one', () => {
  const [rating, complaints] = [
    [2, 4, 3, 5, 1],
    [1, 4, 2, 5, 3],
  ];
  expect(keyDrivers(rating, [complaints, complaints])).toBeNull();
  expect(keyDrivers(rating, [complaints, rating.map(() => 1)])).toBeNull();
  expect(() => keyDrivers(rating, [])).toThrow(RangeError);
});
