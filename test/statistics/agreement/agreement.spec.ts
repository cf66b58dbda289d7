import fc from 'fast-check';
import { agreementCoefficients, cohenKappa, fleissKappa, krippendorffAlpha } from '../../../src/statistics';
import { expectClose } from '../close-to';

/** Westlund & Kurland (1953): 149 patients of Winnipeg, diagnosed by two neurologists. Numbers: R, vcd::Kappa. */
const NEUROLOGISTS = [
  [38, 5, 0, 1],
  [33, 11, 3, 0],
  [10, 14, 5, 6],
  [3, 7, 3, 10],
];

/** Fleiss (1971): 30 patients, 6 psychiatrists, 5 diagnoses; how many chose each. Published kappa 0.430, z 17.65. */
const DIAGNOSES = [
  '00060',
  '03003',
  '01401',
  '00006',
  '03030',
  '20400',
  '00402',
  '20310',
  '20040',
  '00006',
  '10050',
  '11040',
  '03300',
  '10050',
  '02031',
  '00501',
  '30012',
  '51000',
  '02040',
  '10203',
  '00006',
  '01050',
  '02013',
  '20040',
  '10041',
  '05010',
  '40002',
  '02040',
  '10500',
  '00006',
].map((counts) => Array.from(counts, Number));

/** Krippendorff (2011): 12 units, 4 observers, · where one gave no rating. */
const OBSERVERS = ['11·1', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '·555', '··11', '·3··'].map(
  (unit) => Array.from(unit, (rating) => (rating === '·' ? null : Number(rating))),
);

const squares = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });

describe('Agreement of two raters', () => {
  test('kappa without and with weights: vcd::Kappa', () => {
    expectClose(cohenKappa(NEUROLOGISTS), {
      observed: 0.4295302013422819,
      expected: 0.27976217287509575,
      kappa: 0.20794246404002503,
      standardError: 0.05045536524087698,
      standardErrorUnderIndependence: 0.04560758374954355,
      z: 4.559383482842503,
      interval: { low: 0.10905176534109207, high: 0.306833162738958 },
    });
    expectClose(cohenKappa(NEUROLOGISTS, 'linear')?.kappa, 0.37973054798667877);
    expectClose(cohenKappa(NEUROLOGISTS, 'quadratic')?.standardError, 0.06005509883179564);
  });

  test('other coefficients: Scott, Gwet, Fleiss', () => {
    expectClose(agreementCoefficients(NEUROLOGISTS), {
      percentAgreement: 42.95302013422819,
      scottsPi: 0.17823773682844538,
      gwetAc1: 0.25777968783575245,
      largestKappa: 0.6272670419011883,
      categoryKappas: [0.3366438356164383, -0.02212878955521129, 0.11834319526627221, 0.42448821938972575],
    });
  });

  test('a single category leaves kappa undefined while agreement is complete', () => {
    expect(
      cohenKappa([
        [12, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: null, interval: null });
    expect(
      agreementCoefficients([
        [12, 0],
        [0, 0],
      ]),
    ).toMatchObject({ percentAgreement: 100, scottsPi: null });
    expect(cohenKappa([[0]])).toBeNull();
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
  });

  test('kappa lies in [−1, 1] and raters may change places', () => {
    fc.assert(
      fc.property(squares, (counts) => {
        const kappa = cohenKappa(counts, 'linear')?.kappa ?? 0;
        expect(Math.abs(kappa)).toBeLessThanOrEqual(1 + 1e-12);
        const turned = counts.map((_, i) => counts.map((row) => row[i]!));
        expectClose(cohenKappa(turned, 'linear')?.kappa ?? 0, kappa);
      }),
    );
  });
});

describe('Agreement of several raters', () => {
  test('Fleiss: irr::kappam.fleiss, as published', () => {
    expectClose(fleissKappa(DIAGNOSES), {
      subjects: 30,
      raters: 6,
      observedAgreement: 0.5555555555555556,
      kappa: 0.43024452006014086,
      standardError: 0.024373932099411154,
      z: 17.65183058299137,
      categoryKappas: [0.2447552447552448, 0.2447552447552448, 0.52, 0.47112727272727273, 0.5661178068239687],
      categoryStandardError: 0.04714045207910317,
    });
  });

  test('one category for all leaves kappa undefined; unequal numbers of ratings are refused', () => {
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ kappa: null, p: null, categoryKappas: [null, null] });
    expect(fleissKappa([])).toBeNull();
    expect(() =>
      fleissKappa([
        [3, 0],
        [2, 0],
      ]),
    ).toThrow(RangeError);
  });

  test('Krippendorff: 0.743, 0.815, 0.849 and 0.797, as published', () => {
    expectClose(krippendorffAlpha(OBSERVERS, 'nominal'), {
      units: 12,
      unitsWithPairs: 11,
      pairableValues: 40,
      alpha: 0.743421052631579,
      observedDisagreement: 0.2,
      expectedDisagreement: 0.7794871794871796,
    });
    expectClose(krippendorffAlpha(OBSERVERS, 'ordinal').alpha, 0.8153875037548813);
    expectClose(krippendorffAlpha(OBSERVERS, 'interval').alpha, 0.8491071428571428);
    expectClose(krippendorffAlpha(OBSERVERS, 'ratio').alpha, 0.797402774711612);
  });

  test('without a unit rated twice, or without variation, there is no alpha', () => {
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'nominal',
      ),
    ).toMatchObject({ pairableValues: 0, alpha: null });
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'interval',
      ).alpha,
    ).toBeNull();
    expect(() => krippendorffAlpha([[-1, 1]], 'ratio')).toThrow(RangeError);
  });

  test('the order of raters does not matter', () => {
    const units = fc.array(fc.array(fc.option(fc.nat(4), { nil: null }), { minLength: 3, maxLength: 3 }));
    fc.assert(
      fc.property(units, (ratings) => {
        const { alpha } = krippendorffAlpha(ratings, 'ordinal');
        expectClose(
          krippendorffAlpha(
            ratings.map((unit) => unit.toReversed()),
            'ordinal',
          ).alpha,
          alpha,
        );
        expect(alpha ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
