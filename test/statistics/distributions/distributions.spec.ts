import fc from 'fast-check';
import {
  betaQuantile,
  binomialChance,
  binomialLower,
  binomialUpper,
  chiSquareQuantile,
  chiSquareUpper,
  fQuantile,
  fUpper,
  hypergeometricLower,
  incompleteBeta,
  incompleteGammaUpper,
  noncentralTLower,
  normalLower,
  normalQuantile,
  normalTwoSided,
  rankSumLower,
  signedRankLower,
  studentizedRangeQuantile,
  studentizedRangeUpper,
  tCritical,
  tLower,
  tQuantile,
  tTwoSided,
  zCritical,
} from '../../../src/statistics';
import { deviance, stirlingError } from '../../../src/statistics/distributions/saddle-point';
import { expectClose } from '../close-to';

const shares = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('Distributions give the values of R 4.2', () => {
  test('normal, far tails included', () => {
    expectClose([normalLower(-8), normalLower(3)], [6.220960574271785e-16, 0.9986501019683699]);
    expectClose([normalQuantile(1e-300), normalQuantile(1e-10)], [-37.0470962993612, -6.361340902404056]);
    expectClose([normalTwoSided(-1.96), zCritical(0.95)], [0.04999579029644087, 1.9599639845400536]);
  });

  test('t', () => {
    expectClose([tLower(12, 3.7), tLower(-40, 5)], [0.9997866063003094, 9.205981085886476e-8]);
    expectClose([tQuantile(0.995, 4.2), tQuantile(1e-8, 12)], [4.457770305318879, -12.984098090861071]);
    expectClose([tTwoSided(-2.5, 10), tCritical(0.95, 30)], [0.03144684423660878, 2.0422724563012378]);
    expectClose(noncentralTLower(2.1, 20, 1.3), 0.7687009972343234);
  });

  test('chi-square and F', () => {
    expectClose([chiSquareUpper(3.84, 1), chiSquareQuantile(0.999, 3)], [0.050043521248705224, 16.26623619623813]);
    expectClose([fUpper(25, 5, 3000), fQuantile(0.025, 236, 2124)], [9.148642665044892e-25, 0.8204407433455683]);
  });

  test('beta, binomial, hypergeometric', () => {
    expectClose(
      [incompleteBeta(0.999, 0.5, 0.5), betaQuantile(0.025, 0.5, 10.5)],
      [0.9798649583666226, 4.789043315758193e-5],
    );
    expectClose(
      [binomialLower(499, 1000, 0.5), binomialUpper(1, 1000, 0.001)],
      [0.48738749091081957, 0.63230457522903594],
    );
    expectClose(hypergeometricLower(3, 25, 10, 8), 0.6068649885583525);
  });

  test('exact rank statistics', () => {
    expectClose([rankSumLower(23, 7, 9), rankSumLower(900, 45, 50)], [0.20393356643356644, 0.04718526678902677]);
    expectClose([signedRankLower(20, 12), signedRankLower(400, 50)], [0.07568359375, 0.010611835818424174]);
  });

  test('studentized range', () => {
    expectClose(studentizedRangeUpper(3.5, 3, 20), 0.05589184908205935, 2e-7);
    expectClose(studentizedRangeQuantile(0.99, 6, 60), 4.991324344620048, 1e-6);
  });
});

describe('Where stdlib errs, ours agree with mpmath at 40 digits and scipy 1.17', () => {
  test('gamma tails of large shapes (stdlib: 2.5 percent too much at 1,000)', () => {
    expectClose(incompleteGammaUpper(1000.6324555320336, 1000), 0.4878196283734806);
    expectClose(chiSquareUpper(5200, 5000), 0.023818998020740657);
    expectClose(chiSquareQuantile(0.5, 5000), 4999.33334913811);
  });

  test('beta tails of large shapes (stdlib: 0.5625 instead of 0.5)', () => {
    expectClose(incompleteBeta(0.5, 1e9, 1e9), 0.5);
    expectClose(betaQuantile(0.975, 10, 1e9) * 1e9, 17.0848032285923);
  });

  test('binomial chances', () => {
    expectClose(binomialChance(3, 10, 0.5), 0.1171875);
    expectClose([deviance(3, 2), stirlingError(20)], [3 * Math.log(1.5) - 1, 0.004166319692], 1e-8);
  });
});

describe('Properties', () => {
  test('quantiles undo lower tails', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 1, max: 2000, noNaN: true }), (p, df) => {
        expectClose(normalLower(normalQuantile(p)), p, 1e-8);
        expectClose(tLower(tQuantile(p, df), df), p, 1e-7);
        expectClose(chiSquareUpper(chiSquareQuantile(p, df), df), 1 - p, 1e-6);
        expectClose(incompleteBeta(betaQuantile(p, df, 3), df, 3), p, 1e-6);
      }),
    );
  });

  test('tails are probabilities and fall', () => {
    const statistic = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        statistic,
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (q, k, df) => {
          const [near, far] = [studentizedRangeUpper(q, k, df), studentizedRangeUpper(q + 0.5, k, df)];
          expect(near).toBeGreaterThanOrEqual(0);
          expect(near).toBeLessThanOrEqual(1);
          expect(far).toBeLessThanOrEqual(near + 1e-9);
          expect(noncentralTLower(q, df, 2)).toBeLessThanOrEqual(noncentralTLower(q + 0.5, df, 2) + 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('lower and upper binomial tails meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), shares, fc.nat(), (n, share, seed) => {
        const successes = 1 + (seed % n);
        expectClose(binomialLower(successes - 1, n, share) + binomialUpper(successes, n, share), 1);
      }),
    );
  });
});

describe('Misuse is refused', () => {
  test.each([
    ['a probability of 1', () => normalQuantile(1)],
    ['no degrees of freedom', () => tLower(1, 0)],
    ['a negative statistic', () => chiSquareUpper(-1, 2)],
    ['more successes than trials', () => binomialLower(4, 3, 0.5)],
    ['a single mean', () => studentizedRangeUpper(3, 1, 10)],
    ['groups too large for exact ranks', () => rankSumLower(5, 1000, 1000)],
    ['a huge noncentrality', () => noncentralTLower(1, 10, 1e6)],
  ])('%s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});
