import fc from 'fast-check';
import {
  covarianceOfTotals,
  jackknife,
  surveyDesign,
  surveyMean,
  surveyProportions,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
  varianceOfTotal,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { API_CLUSTER_SAMPLE, readApiClusterSample } from '../fixtures/api-cluster-sample';

/** Expected numbers: R 4.2.2, survey 4.1-1, svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1). */
describeWithShared(API_CLUSTER_SAMPLE, 'Estimates from a cluster sample of schools are those of R', (file) => {
  const schools = readApiClusterSample(file);
  const design = surveyDesign({
    weights: schools.weights,
    clusters: schools.district,
    populationUnits: schools.populationUnits,
  });

  test('svymean: mean, standard error and design effects', () => {
    expectClose(surveyMean(schools.api00, design), {
      n: 183,
      df: 14,
      mean: 644.1693989071039,
      se: 23.54224069378104,
      interval: { low: 593.6763144633255, high: 694.6624833508822 },
      normalInterval: { low: 598.0274550319198, high: 690.311342782288 },
      deff: 9.34586945059095,
      deffWithReplacement: 9.069748362453062,
      coefficientOfVariation: 0.036546661070399715,
    });
  });

  test('svytotal', () => {
    expectClose(surveyTotal(schools.api00, design), { total: 3989985.465702057, se: 898363.6444402722 });
  });

  test('svyby: a domain keeps the design of the whole sample', () => {
    const values = schools.api99.map((value, row) => (schools.type[row] === 'M' ? value : null));
    expectClose(surveyMean(values, design), { mean: 608.6, se: 32.560641345976194, deff: 2.2269898639177867 });
  });

  test('svyratio', () => {
    expectClose(surveyRatio(schools.api00, schools.api99, design), {
      ratio: 1.061272810752901,
      se: 0.00623083121660941,
    });
  });

  test('svyquantile with interpolation (hf7) and without', () => {
    expect(surveyQuantile(schools.enrolment, design, 0.75, 'hf7')).toBe(599);
    expect(surveyQuantile(schools.enrolment, design, 0.75, 'inverse')).toBe(602);
  });

  test('svyciprop: logit and Korn-Graubard intervals', () => {
    const awards = schools.awards.map((code) => 'NY'.indexOf(code));
    expectClose(surveyProportions(awards, 2, design)?.categories[1], {
      share: 0.7103825136612022,
      se: 0.03301829955371886,
      deff: 0.9937753599333796,
      total: 4400.109519958496,
      totalSe: 1048.263375708404,
      logitInterval: { low: 0.6348391916101835, high: 0.7758165114458117 },
      kornGraubardInterval: { low: 0.6334368390614713, high: 0.7793385361782997 },
    });
  });

  test('as.svrepdesign: jackknife (JK1)', () => {
    expectClose(jackknife(schools.api00, design), {
      replicates: 15,
      meanSe: 26.329360589527614,
      totalSe: 898363.6444402722,
    });
  });
});

describe('What a design cannot tell stays empty', () => {
  test('one sampling unit in a stratum leaves the mean without a standard error', () => {
    const lonely = surveyDesign({ weights: [1, 1, 1], strata: ['s1', 's1', 's2'] });
    expectClose(surveyMean([1, 2, 5], lonely), { mean: 8 / 3, se: null, interval: null, deff: null });
  });

  test('a stratum that was taken completely adds no variance', () => {
    const census = surveyDesign({ weights: [1, 1, 1], strata: ['a', 'a', 'b'], populationUnits: [9, 9, 1] });
    expect(surveyMean([1, 2, 5], census)?.se).toBeGreaterThan(0);
  });

  test('no mean where no answer carries weight', () => {
    expect(surveyMean([null, 3], surveyDesign({ weights: [1, 0] }))).toBeNull();
  });

  test('a share that the strata fix has an interval without width', () => {
    const strata = ['a', 'a', 'b', 'b'];
    const fixed = surveyProportions([0, 0, 1, 1], 2, surveyDesign({ weights: [3, 3, 1, 1], strata }))?.categories[0];
    expectClose(fixed, { share: 0.75, se: 0, kornGraubardInterval: { low: 0.75, high: 0.75 } });
  });

  test.each([
    ['a negative weight', { weights: [1, -1] }],
    ['a weight that is not a number', { weights: [1, NaN] }],
    ['strata for another number of rows', { weights: [1, 1], strata: ['a'] }],
    ['a population smaller than the sample', { weights: [1, 1], populationUnits: [1, 1] }],
    ['two population sizes in a stratum', { weights: [1, 1], populationUnits: [5, 6] }],
  ])('%s is refused', (_, rows) => {
    expect(() => surveyDesign(rows)).toThrow(RangeError);
  });

  test('values for another number of rows are refused', () => {
    const design = surveyDesign({ weights: [1, 1] });
    expect(() => varianceOfTotal([1], design)).toThrow(RangeError);
    expect(() => surveyMean([1], design)).toThrow(RangeError);
  });
});

describe('Estimates behave', () => {
  const sample = fc.array(
    fc.record({ value: fc.integer({ min: -50, max: 50 }), weight: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 3,
      maxLength: 30,
    },
  );

  test('weights all 1 give the mean and standard error of a simple random sample', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const values = rows.map(({ value }) => value);
        const n = values.length;
        const mean = values.reduce((total, value) => total + value, 0) / n;
        const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1);
        const result = surveyMean(values, surveyDesign({ weights: values.map(() => 1) }));
        expectClose([result?.mean, result?.se], [mean, Math.sqrt(variance / n)]);
      }),
    );
  });

  test('order and scale of weights change nothing; the interval holds the mean', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const of = (list: typeof rows, scale: number) =>
          surveyMean(
            list.map(({ value }) => value),
            surveyDesign({ weights: list.map(({ weight }) => weight * scale) }),
          );
        const [here, there] = [of(rows, 1), of([...rows].reverse(), 3)];
        expectClose([there?.mean, there?.se], [here?.mean, here?.se], 1e-8);
        expect(here!.interval!.low).toBeLessThanOrEqual(here!.mean);
        expect(here!.interval!.high).toBeGreaterThanOrEqual(here!.mean);
      }),
    );
  });

  test('a covariance matrix has the variances on its diagonal', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const columns = [rows.map(({ value }) => value), rows.map(({ weight }) => weight)];
        const plain = surveyDesign({ weights: rows.map(() => 1) });
        const matrix = covarianceOfTotals(columns, plain);
        expectClose(
          [matrix?.[0]?.[0], matrix?.[1]?.[1]],
          columns.map((column) => varianceOfTotal(column, plain)),
        );
        expect(matrix?.[0]?.[1]).toBe(matrix?.[1]?.[0]);
      }),
    );
  });

  test('shares of all categories add up to 1, intervals stay inside [0, 1]', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 40 }), (codes) => {
        const result = surveyProportions(codes, 4, surveyDesign({ weights: codes.map((_, row) => 1 + (row % 3)) }));
        expectClose(
          result?.categories.reduce((total, { share }) => total + share, 0),
          1,
        );
        for (const { share, kornGraubardInterval: interval } of result?.categories ?? []) {
          if (interval === null) continue;
          expect([interval.low >= 0, interval.low <= share, interval.high >= share, interval.high <= 1]).not.toContain(
            false,
          );
        }
      }),
    );
  });
});
