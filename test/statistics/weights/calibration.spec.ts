import fc from 'fast-check';
import {
  calibrate,
  designMatrix,
  postStratify,
  rake,
  rakeToShares,
  rakeWeights,
  surveyDesign,
  surveyMean,
  surveyTotal,
  trimWeights,
  weightDiagnostics,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { API_CLUSTER_SAMPLE, readApiClusterSample } from '../fixtures/api-cluster-sample';

/** Expected numbers: R 4.2.2, survey 4.1-1, svydesign(ids = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1). */
describeWithShared(API_CLUSTER_SAMPLE, 'Weights and standard errors after adjustment are those of R', (file) => {
  const schools = readApiClusterSample(file);
  const design = surveyDesign({
    weights: schools.weights,
    clusters: schools.district,
    populationUnits: schools.populationUnits,
  });
  const byType = { categoryOf: schools.type.map((code) => 'EHM'.indexOf(code)), targets: [4421, 755, 1018] };
  const byTarget = { categoryOf: schools.schoolWide.map((code) => 'NY'.indexOf(code)), targets: [1072, 5122] };
  const { columns } = designMatrix([
    { name: 'type', codes: schools.type, categories: ['E', 'M', 'H'] },
    { name: 'api99', values: schools.api99 },
  ]);
  const TOTALS = [6194, 1018, 755, 3914069];

  test('postStratify', () => {
    const adjusted = postStratify(design, byType);
    expectClose(surveyMean(schools.api00, adjusted), { mean: 642.3107882115821, se: 23.92048644509039 });
    expectClose(surveyTotal(schools.api00, adjusted), { total: 3978473.0221825396, se: 148163.49304088988 });
    expectClose(weightDiagnostics(adjusted.weights), { min: 30.701388888888886, max: 53.92857142857142 });
  });

  test('rake', () => {
    const raked = rake(design, [byType, byTarget])!;
    expectClose(surveyMean(schools.api00, raked), { mean: 641.23032092682, se: 23.703616887922497 }, 1e-6);
    expectClose(weightDiagnostics(raked.weights), { max: 67.1255292411947, deff: 1.0516566956038327 }, 1e-6);
  });

  test.each([
    ['linear', { kind: 'linear' }, 665.3090711657799, 3.4417531164048123, 0.41859246221395247],
    ['logit', { kind: 'logit', low: 0.2, high: 3 }, 665.3811179717004, 3.4358069006935694, 0.5225530008903894],
  ] as const)('calibrate(calfun = "%s")', (_, method, mean, se, smallest) => {
    const calibrated = calibrate(design, columns, TOTALS, method)!;
    expectClose(surveyMean(schools.api00, calibrated), { mean, se }, 1e-6);
    expectClose(weightDiagnostics(calibrated.adjustments)?.min, smallest, 1e-6);
  });

  test('calibrate(calfun = "raking")', () => {
    const calibrated = calibrate(design, columns, TOTALS, { kind: 'raking' })!;
    expectClose(surveyMean(schools.enrolment, calibrated), { mean: 583.885786772482, se: 62.57969492733942 }, 1e-6);
  });
});

/** Expected numbers: R 4.2.2, survey 4.1-1. */
describe('Weights alone, after adjustment, are those of R', () => {
  test('trimWeights(strict = TRUE) of the stratified sample apistrat: 100 + 50 + 50 schools', () => {
    const weights = [44.209999084472656, 20.36000061035156, 15.100000381469727].flatMap((weight, stratum) =>
      new Array<number>(stratum === 0 ? 100 : 50).fill(weight),
    );
    expectClose(weightDiagnostics(weights), { effectiveN: 168.58133128075568, ratio: 2.927814434940403 });
    expectClose(
      weightDiagnostics(trimWeights(weights, 18, 40)),
      { sumOfWeights: 6193.99995803833, min: 18, max: 40, sumOfSquares: 209688.717828064 },
      1e-6,
    );
  });

  test('raking of 1525 voters (carData::BEPS) to gender and vote', () => {
    const counts = [259, 372, 181, 203, 348, 162];
    const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell));
    const weights = rakeToShares(cells.length, [
      { categoryOf: cells.map((cell) => Math.floor(cell / 3)), targets: [0.515, 0.485] },
      { categoryOf: cells.map((cell) => cell % 3), targets: [0.317, 0.407, 0.276] },
    ])!;
    expectClose(
      counts.map((_, cell) => weights[cells.indexOf(cell)]),
      [
        1.011818852888064, 0.8308364408039716, 1.1836616636625086, 1.0904626458226179, 0.8954133448877084,
        1.2756619683770742,
      ],
      1e-6,
    );
  });
});

describe('Targets that cannot be reached are refused or left unanswered', () => {
  test('a category that nobody is in', () => {
    expect(() => rakeToShares(3, [{ categoryOf: [0, 0, 1], targets: [0.4, 0.4, 0.2] }])).toThrow(/nobody/);
  });

  test('margins that describe different populations', () => {
    const margins = [
      { categoryOf: [0, 1], targets: [10, 10] },
      { categoryOf: [0, 1], targets: [10, 20] },
    ];
    expect(() => rakeWeights([1, 1], margins)).toThrow(/same population/);
  });

  test('margins that empty combinations make impossible', () => {
    const margins = [
      { categoryOf: [0, 1], targets: [10, 20] },
      { categoryOf: [0, 1], targets: [20, 10] },
    ];
    expect(rakeWeights([1, 1], margins)).toBeNull();
  });

  test('totals out of reach of the bounds', () => {
    const plain = surveyDesign({ weights: [1, 1, 1] });
    expect(calibrate(plain, [[1, 1, 1]], [30], { kind: 'logit', low: 0.5, high: 2 })).toBeNull();
  });

  test('a calibration column that depends on others is named', () => {
    const plain = surveyDesign({ weights: [1, 1, 1] });
    expect(() =>
      calibrate(
        plain,
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
        [3, 6],
        { kind: 'linear' },
      ),
    ).toThrow('Column 1');
  });

  test('limits that no weights with this sum can keep', () => {
    expect(() => trimWeights([1, 1, 4], 3, 5)).toThrow(RangeError);
  });
});

describe('Adjusted weights behave', () => {
  const people = fc.array(fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 1 }) }), {
    minLength: 30,
    maxLength: 80,
  });

  test('raked weights meet every margin', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [a, b] = [rows.map((row) => row.a), rows.map((row) => row.b)];
        fc.pre(new Set(rows.map((row) => row.a * 2 + row.b)).size === 6);
        const weights = rakeToShares(rows.length, [
          { categoryOf: a, targets: [0.2, 0.3, 0.5] },
          { categoryOf: b, targets: [0.6, 0.4] },
        ])!;
        const share = (codes: number[], code: number) =>
          codes.reduce((total, at, row) => total + (at === code ? weights[row]! : 0), 0) / rows.length;
        expectClose([share(a, 0), share(a, 2), share(b, 1)], [0.2, 0.5, 0.4], 1e-7);
      }),
    );
  });

  test('trimming keeps the sum and the limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 5, maxLength: 30 }),
        (weights) => {
          const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length;
          const trimmed = trimWeights(weights, mean / 4, mean * 4);
          expectClose(
            trimmed.reduce((total, weight) => total + weight, 0),
            mean * weights.length,
            1e-8,
          );
          expect(Math.max(...trimmed)).toBeLessThanOrEqual(mean * 4);
          expect(Math.min(...trimmed)).toBeGreaterThanOrEqual(mean / 4);
        },
      ),
    );
  });

  test('limits that only just hold the sum are met in spite of rounding', () => {
    const weights = [1.1183265111397067, 0.5279992794753701, 0.1, 0.1, 8.999990665903702];
    const mean = weights.reduce((total, weight) => total + weight, 0) / weights.length;
    expect([...trimWeights(weights, mean / 4, mean * 4)]).toEqual([mean / 4, mean / 4, mean / 4, mean / 4, mean * 4]);
  });

  test('the effective sample size never exceeds the sample', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }), (weights) => {
        expect(weightDiagnostics(weights)!.effectiveN).toBeLessThanOrEqual(weights.length * (1 + 1e-12));
      }),
    );
  });
});
