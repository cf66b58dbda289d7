import fc from 'fast-check';
import {
  designMatrix,
  linearRegression,
  logisticRegression,
  raoScottTest,
  surveyDesign,
  surveyLinearRegression,
  surveyLogisticRegression,
  surveyTable,
  surveyTTest,
  surveyWaldTest,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { API_CLUSTER_SAMPLE, readApiClusterSample } from '../fixtures/api-cluster-sample';
import { ARTHRITIS, readArthritis } from '../fixtures/arthritis';

/** Expected numbers: R 4.2.2, survey 4.1-1, svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1). */
describeWithShared(API_CLUSTER_SAMPLE, 'Tests on a cluster sample of schools are those of R', (file) => {
  const schools = readApiClusterSample(file);
  const design = surveyDesign({
    weights: schools.weights,
    clusters: schools.district,
    populationUnits: schools.populationUnits,
  });
  const schoolWide = schools.schoolWide.map((code) => 'NY'.indexOf(code));
  const type = schools.type.map((code) => 'EMH'.indexOf(code));

  test('the weighted table', () => {
    expectClose(
      [...surveyTable(schoolWide, type, design).weightedCounts],
      [
        406.16395568847656, 270.7759704589844, 101.54098892211914, 4467.803512573242, 575.3989372253418,
        372.3169593811035,
      ],
    );
  });

  test('svychisq(statistic = "F" | "Chisq"): Rao-Scott', () => {
    expectClose(raoScottTest(schoolWide, type, design), {
      f: 5.193369541474876,
      df1: 1.4946397777074558,
      df2: 20.924956887904383,
      p: 0.021747462370796885,
      chiSquare: 11.94089208074534,
      df: 2,
      firstOrderP: 0.005553263303113224,
    });
  });

  test('svychisq(statistic = "Wald" | "adjWald")', () => {
    expectClose(surveyWaldTest(schoolWide, type, design), {
      f: 2.4010586006026795,
      p: 0.12689630060235074,
      adjustedF: 2.2295544148453454,
      adjustedP: 0.14705788690124838,
    });
  });

  test('svyttest', () => {
    const improved = schools.improvement.map((code) => 'NY'.indexOf(code));
    expectClose(surveyTTest(schools.enrolment, improved, design), {
      difference: -55.45609022556385,
      t: -0.731051146955973,
      df: 13,
      p: 0.47771839006863215,
    });
  });

  test('svyglm', () => {
    const { columns } = designMatrix([
      { name: 'ell', values: schools.englishLearners },
      { name: 'meals', values: schools.meals },
      { name: 'mobility', values: schools.mobility },
    ]);
    const model = surveyLinearRegression(columns, schools.api00, design);
    expectClose(
      model?.coefficients.map(({ estimate, se }) => [estimate, se]),
      [
        [819.279051139126, 21.389971265152138],
        [-0.5167217796834829, 0.3240039449654164],
        [-3.1232042648993508, 0.27808304376088094],
        [-0.16891968218716974, 0.44491841915120195],
      ],
      1e-8,
    );
    expect(model?.df).toBe(11);
  });
});

describeWithShared(ARTHRITIS, 'Models with equal weights are the unweighted ones', (file) => {
  const arthritis = readArthritis(file);
  const { columns } = designMatrix([
    { name: 'treated', values: arthritis.treated },
    { name: 'age', values: arthritis.age },
  ]);
  const improved = arthritis.improvement.map((code) => Number(code > 0));
  const equal = surveyDesign({ weights: improved.map(() => 2) });

  test('logistic coefficients', () => {
    expectClose(
      surveyLogisticRegression(columns, improved, equal)?.coefficients.map(({ estimate }) => estimate),
      logisticRegression(columns, improved)?.coefficients.map(({ estimate }) => estimate),
      1e-8,
    );
  });

  test('linear coefficients', () => {
    expectClose(
      surveyLinearRegression(columns, arthritis.improvement, equal)?.coefficients.map(({ estimate }) => estimate),
      linearRegression(columns, arthritis.improvement).coefficients.map(({ estimate }) => estimate),
    );
  });
});

describe('Models of a survey behave', () => {
  test('no logistic model of groups that never overlap', () => {
    const plain = surveyDesign({ weights: [1, 1, 1, 1] });
    expect(
      surveyLogisticRegression(
        [
          [1, 1, 1, 1],
          [1, 2, 3, 4],
        ],
        [0, 0, 1, 1],
        plain,
      ),
    ).toBeNull();
  });

  test('no test of a table with one row', () => {
    const plain = surveyDesign({ weights: [1, 1, 1] });
    expect(raoScottTest([0, 0, 0], [0, 1, 1], plain)).toBeNull();
    expect(surveyWaldTest([0, 0, 0], [0, 1, 1], plain)).toBeNull();
    expect(surveyTTest([1, 2, 3], [0, 0, 0], plain)).toBeNull();
  });

  test('Rao-Scott: p in [0, 1], the same when rows and columns change places, whatever the clusters', () => {
    const row = fc.record({
      a: fc.integer({ min: 0, max: 2 }),
      b: fc.integer({ min: 0, max: 1 }),
      w: fc.integer({ min: 0, max: 4 }),
      unit: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 12, maxLength: 40 }), (rows) => {
        const clustered = surveyDesign({ weights: rows.map(({ w }) => w), clusters: rows.map(({ unit }) => unit) });
        const [a, b] = [rows.map((one) => one.a), rows.map((one) => one.b)];
        const [one, two] = [raoScottTest(a, b, clustered), raoScottTest(b, a, clustered)];
        expect(one === null).toBe(two === null);
        if (!one || !two) return;
        expect(one.p >= 0 && one.p <= 1).toBe(true);
        expect(one.chiSquare).toBeCloseTo(two.chiSquare, 8);
      }),
    );
  });

  test('a code that is not an index is refused', () => {
    expect(() => raoScottTest([0.5, 0, 1], [0, 1, 1], surveyDesign({ weights: [1, 1, 1] }))).toThrow(RangeError);
  });
});
