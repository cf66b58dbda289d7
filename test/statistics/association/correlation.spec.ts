import fc from 'fast-check';
import {
  correlationMatrix,
  kendallCorrelation,
  midRanks,
  pairwiseCorrelations,
  partialCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
  spearmanExactP,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { ATTITUDE, readAttitude } from '../fixtures/attitude';

/** Expected numbers: R 4.2.2, cor.test on datasets::attitude. */
describeWithShared(ATTITUDE, 'Correlations of rating and complaints are those of R', (file) => {
  const { rating, complaints, learning, raises } = readAttitude(file);

  test('Pearson', () => {
    expectClose(pearsonCorrelation(rating, complaints), {
      n: 30,
      r: 0.825417569542146,
      t: 7.736977676413916,
      df: 28,
      p: 1.9876822082840308e-8,
      covariance: 133.7793103448276,
      interval: { low: 0.6620127698709533, high: 0.9139138913536691 },
    });
  });

  test('Spearman, with three published intervals', () => {
    expectClose(spearmanCorrelation(rating, complaints), {
      rho: 0.8322005622687632,
      p: 1.1932350949152675e-8,
      interval: { low: 0.6396581472876622, high: 0.9264746857839957 },
      fiellerInterval: { low: 0.6678796506637292, high: 0.9191619503477307 },
      fisherInterval: { low: 0.6740106999223984, high: 0.9174141231271254 },
    });
  });

  test('Kendall, corrected for ties', () => {
    expectClose(kendallCorrelation(rating, complaints), {
      tauB: 0.654971208215473,
      z: 5.007354041752439,
      p: 5.518336815050234e-7,
      exactP: null,
      interval: { low: 0.4852717664987782, high: 0.7771184587206648 },
    });
  });

  test('partial: rating and raises given complaints', () => {
    expectClose(partialCorrelation(rating, raises, [complaints]), {
      r: 0.0900422131206232,
      df: 27,
      t: 0.46978133923452264,
      p: 0.6422834044620337,
    });
  });

  test('matrices, Pearson and of ranks', () => {
    expectClose(correlationMatrix([rating, complaints, learning])[2], [0.623678164500211, 0.5967358062674362, 1]);
    const ranks = [rating, complaints, learning].map((column) => midRanks(column).ranks);
    expectClose(correlationMatrix(ranks)[2], [0.6172701988176393, 0.5801024955436721, 1]);
  });
});

describe('Exact p values without ties', () => {
  test('Kendall: n = 5, tau 0.6 gives 28/120 (Kendall 1970, table 1)', () => {
    expectClose(kendallCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.exactP, 28 / 120);
  });

  test('Spearman: n = 5, Σd² = 4 gives 16/120 (Olds 1938)', () => {
    expectClose(spearmanCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.exactP, 16 / 120);
    expect(spearmanExactP(0, 10)).toBeNull();
  });
});

describe('Correlations that do not exist', () => {
  test('a constant variable has no correlation: 0 would be wrong', () => {
    const [x, y] = [
      [1, 1, 1, 1],
      [1, 2, 3, 4],
    ];
    expect([pearsonCorrelation(x, y), spearmanCorrelation(x, y), kendallCorrelation(x, y)]).toEqual([null, null, null]);
    expect(partialCorrelation(y, [1, 3, 2, 5], [[2, 4, 6, 8]])).toBeNull();
  });

  test('two points lie on a line: r without a test', () => {
    expect(pearsonCorrelation([1, 2], [5, 3])).toMatchObject({ r: -1, df: 0, t: null, p: null, interval: null });
  });

  test('lengths that differ and values that are no numbers are refused', () => {
    expect(() => pearsonCorrelation([1, 2], [1])).toThrow(RangeError);
    expect(() => kendallCorrelation([1, NaN], [1, 2])).toThrow(RangeError);
    expect(() => partialCorrelation([1, 2], [1, 2], [[1]])).toThrow(RangeError);
  });
});

describe('Correlations behave', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 5,
    maxLength: 25,
  });

  test('inside [−1, 1], symmetric, unchanged by scale, turned by sign', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        for (const of of [
          (a: number[], b: number[]) => pearsonCorrelation(a, b)?.r ?? null,
          (a: number[], b: number[]) => spearmanCorrelation(a, b)?.rho ?? null,
          (a: number[], b: number[]) => kendallCorrelation(a, b)?.tauB ?? null,
        ]) {
          const r = of(x, y);
          if (r === null) continue;
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
          expectClose(
            [
              of(y, x),
              of(
                x.map((value) => 3 * value + 7),
                y,
              ),
            ],
            [r, r],
          );
          expectClose(
            of(
              x.map((value) => -value),
              y,
            ),
            -r,
          );
        }
      }),
    );
  });

  test('Kendall by merging counts the same pairs as counting one by one', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const result = kendallCorrelation(
          rows.map(([a]) => a),
          rows.map(([, b]) => b),
        );
        let concordance = 0;
        rows.forEach(([a, b], i) => {
          rows.slice(i + 1).forEach(([c, d]) => (concordance += Math.sign((a - c) * (b - d))));
        });
        if (result) expect(result.concordance).toBe(concordance);
      }),
    );
  });

  test('without missing answers pairwise is complete', () => {
    const columns = [
      [2, 4, 3, 5, 1],
      [1, 4, 2, 5, 3],
      [5, 1, 4, 4, 2],
    ];
    expectClose(pairwiseCorrelations(columns).r, correlationMatrix(columns));
    expect(
      pairwiseCorrelations([
        [1, null, 3],
        [2, 2, null],
      ]).r[0]?.[1],
    ).toBeNull();
  });
});
