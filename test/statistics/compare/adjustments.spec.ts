import fc from 'fast-check';
import {
  adjustBenjaminiHochberg,
  adjustBenjaminiYekutieli,
  adjustBonferroni,
  adjustHochberg,
  adjustHolm,
  sampleSizeOfTwoMeans,
} from '../../../src/statistics';
import { expectClose } from '../close-to';

const ALL = [adjustBonferroni, adjustHolm, adjustHochberg, adjustBenjaminiHochberg, adjustBenjaminiYekutieli];

describe('p values of several tests are adjusted as R’s p.adjust does', () => {
  test.each([
    ['Bonferroni', adjustBonferroni, [1, 1, 0.005, 0.005, 5e-300]],
    ['Holm', adjustHolm, [1, 1, 0.004, 0.004, 5e-300]],
    ['Hochberg', adjustHochberg, [0.5, 0.5, 0.003, 0.003, 5e-300]],
    [
      'Benjamini and Hochberg',
      adjustBenjaminiHochberg,
      [0.5, 0.5, 0.0016666666666666668, 0.0016666666666666668, 5e-300],
    ],
  ])('%s', (_, adjust, expected) => {
    expectClose(adjust([0.5, 0.5, 0.001, 0.001, 1e-300]), expected);
  });

  test('Benjamini and Yekutieli', () => {
    expectClose(
      adjustBenjaminiYekutieli([0.01, 0.02, 0.03, 0.04, 0.05]),
      [1, 1, 1, 1, 1].map(() => 0.11416666666666665),
    );
  });

  test('only tests that were made count', () => {
    expectClose(adjustBenjaminiHochberg([0.01, null, 0.03]), [0.02, null, 0.03]);
    expectClose(adjustBonferroni([0.01, null, 0.03]), [0.02, null, 0.06]);
  });

  test('what is no probability is refused', () => {
    for (const adjust of ALL) expect(() => adjust([0.5, 1.5])).toThrow(RangeError);
  });

  test('an adjusted p is never smaller than the p, never above 1, and keeps the order', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(ps, fc.constantFrom(...ALL), (list, adjust) => {
        const sorted = list.toSorted((a, b) => a - b);
        const adjusted = adjust(sorted).map(Number);
        expect(adjusted.every((p, at) => p >= (sorted[at] ?? 0) && p <= 1)).toBe(true);
        expect(adjusted).toEqual(adjusted.toSorted((a, b) => a - b));
      }),
    );
  });
});

test('two means: the sample sizes of R’s power.t.test for d = 0.5, level 5 percent, power 80 percent', () => {
  const expected = { byNormal: 62.791037874792686, byT: 63.76576372484682, byTBothTails: 63.76561019094189 };
  expectClose(sampleSizeOfTwoMeans(0.5, 0.05, 0.8), expected, 1e-6);
});
