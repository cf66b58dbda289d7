import fc from 'fast-check';
import {
  cellChances,
  chiSquareAssociation,
  chiSquareTest,
  columnPercents,
  concordance,
  crossTabulate,
  crossTabulateWeighted,
  exactTableP,
  expectedCounts,
  fisherExact,
  fisherExact2x2,
  goodmanKruskalGamma,
  goodmanKruskalLambda,
  goodmanKruskalTau,
  kendallTauBOfTable,
  likelihoodRatioTest,
  logFactorials,
  randomTable,
  rowPercents,
  scoreCorrelation,
  seededRandom,
  somersD,
  stuartTauC,
  tableMargins,
  tableResiduals,
  totalPercents,
  uncertaintyCoefficient,
  withoutEmptyCategories,
  type Counts,
} from '../../../src/statistics';
import { expectClose } from '../close-to';

/** Koch & Edwards (1988): treatment (placebo, treated) by improvement (none, some, marked). Numbers: R 4.2.2. */
const ARTHRITIS: Counts = [
  [29, 7, 7],
  [13, 7, 21],
];
/** MASS::survey: sex (female, male) by writing hand (left, right). Numbers: R 4.2.2. */
const HANDS: Counts = [
  [7, 110],
  [10, 108],
];

const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(12), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );
const transposed = (counts: Counts): Counts => (counts[0] ?? []).map((_, column) => counts.map((row) => row[column]!));

describe('Tables agree with R', () => {
  test('chi-square test: chisq.test', () => {
    expectClose(chiSquareTest(ARTHRITIS), {
      n: 84,
      statistic: 13.055019852524108,
      df: 2,
      p: 0.0014626434089526502,
      smallestExpected: 6.833333333333333,
      cellsExpectedBelowFive: 0,
      yates: null,
      isApproximationDoubtful: false,
    });
    expectClose(chiSquareTest(HANDS).yates, { statistic: 0.2356302211924564, p: 0.6273801686638777 });
  });

  test('likelihood ratio: vcd::assocstats', () => {
    expectClose(likelihoodRatioTest(ARTHRITIS), { statistic: 13.52980712935785, df: 2, p: 0.0011535587327223173 });
  });

  test('residuals: chisq.test(t)$residuals and $stdres', () => {
    expectClose(
      tableResiduals(ARTHRITIS)?.pearson[0],
      [1.6174915980515763, -0.062257280636469146, -1.9369919939163727],
    );
    expectClose(
      tableResiduals(ARTHRITIS)?.adjusted[0],
      [3.2741965453502733, -0.09761768062797596, -3.3956363175602937],
    );
    expectClose(expectedCounts(ARTHRITIS)?.[0], [21.5, 7.166666666666667, 14.333333333333334]);
  });

  test('percentages and totals: prop.table', () => {
    expectClose(rowPercents(ARTHRITIS)[0], [67.44186046511628, 16.27906976744186, 16.27906976744186]);
    expectClose(columnPercents(ARTHRITIS)[1], [30.952380952380953, 50, 75]);
    expectClose(totalPercents(ARTHRITIS)[0], [34.523809523809526, 8.333333333333334, 8.333333333333334]);
    expect(tableMargins(ARTHRITIS)).toEqual({ n: 84, rowTotals: [43, 41], columnTotals: [42, 14, 28] });
  });

  test('strength of association: vcd::assocstats, Bergsma (2013)', () => {
    expectClose(chiSquareAssociation(ARTHRITIS), {
      phi: 0.3942295054993213,
      signedPhi: null,
      contingencyCoefficient: 0.3667581445222345,
      cramersV: 0.3942295054993213,
      cramersVBiasCorrected: 0.36458467766657765,
      tschuprowsT: 0.3315061779616238,
    });
    expectClose(chiSquareAssociation(HANDS)?.signedPhi, -0.048091885069323145);
  });

  test('lambda, tau, uncertainty', () => {
    expectClose(goodmanKruskalLambda(ARTHRITIS), {
      rowDependent: 0.34146341463414637,
      columnDependent: 0.19047619047619047,
      symmetric: 0.26506024096385544,
    });
    expectClose(goodmanKruskalTau(ARTHRITIS), {
      rowDependent: 0.15541690300623956,
      columnDependent: 0.10215026040323834,
    });
    expectClose(uncertaintyCoefficient(ARTHRITIS), {
      rowDependent: 0.11623435522084202,
      columnDependent: 0.07962648473652657,
      symmetric: 0.09450927621740943,
    });
  });

  test('ordinal association: vcdExtra::GKgamma, Brown & Benedetti (1977)', () => {
    expectClose(concordance(ARTHRITIS), { concordantPairs: 959, discordantPairs: 231 });
    expectClose(goodmanKruskalGamma(ARTHRITIS), {
      value: 0.611764705882353,
      standardError: 0.1262433757161279,
      standardErrorUnderIndependence: 0.15471924833891199,
    });
    expectClose(kendallTauBOfTable(ARTHRITIS), {
      value: 0.3734056155517363,
      standardError: 0.09437552054587403,
      z: 3.954031010687723,
      p: 7.684544307340553e-5,
    });
    expectClose(stuartTauC(ARTHRITIS), { value: 0.4126984126984127, standardError: 0.10437409610164697 });
    expectClose(somersD(ARTHRITIS), {
      columnDependent: { value: 0.41293250141803745, standardError: 0.10441124586951499 },
      rowDependent: { value: 0.33766233766233766, standardErrorUnderIndependence: 0.08539698771952935 },
      symmetric: 0.37152334779280427,
    });
    expectClose(scoreCorrelation(ARTHRITIS), {
      pearson: 0.39360884718203104,
      spearman: 0.39163111354708297,
      linearByLinear: { statistic: 12.859017740137299, p: 0.00033585683854043966 },
    });
  });

  test('Fisher: fisher.test', () => {
    expectClose(
      fisherExact2x2(HANDS),
      {
        pTwoSided: 0.6158363837552403,
        pLess: 0.3143997078857739,
        pGreater: 0.8385640699066599,
        midPGreater: 0.762082181010443,
        oddsRatio: 0.6872727272727273,
      },
      1e-7,
    );
    expectClose(fisherExact2x2(HANDS)?.conditionalOddsRatio, 0.6883664500039127, 1e-4);
    expectClose(fisherExact2x2(HANDS)?.interval, { low: 0.21402438740550622, high: 2.0876656334742387 }, 1e-4);
    expectClose(fisherExact(ARTHRITIS, 1), { kind: 'exact', n: 84, p: 0.0013931953417512608 }, 1e-7);
    expectClose(exactTableP(ARTHRITIS, logFactorials(84)), 0.0013931953417512608, 1e-7);
  });

  test('chances of a cell: scipy.stats.nchypergeom_fisher', () => {
    expectClose(
      Array.from(cellChances({ firstRow: 4, firstColumn: 4, n: 8 }, 2.5).chances),
      [0.0018015989190406497, 0.07206395676162596, 0.4053597567841458, 0.45039972976016224, 0.07037495777502539],
    );
  });
});

describe('Counting answers', () => {
  test('a code outside the table is a missing answer', () => {
    const size = { rows: 2, columns: 2 };
    expect(crossTabulate(Uint8Array.of(0, 1, 255, 0), Uint8Array.of(1, 0, 0, 255), size)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('weights add up, and so do their squares', () => {
    const table = crossTabulateWeighted([0, 0, 1], [1, 1, 0], [2, 1, 3], { rows: 2, columns: 2 });
    expect(table).toEqual({
      n: 3,
      sumOfWeights: 6,
      effectiveN: 36 / 14,
      counts: [
        [0, 3],
        [3, 0],
      ],
      sumsOfSquares: [
        [0, 5],
        [9, 0],
      ],
    });
  });

  test('with weights of 1 the weighted table is the plain one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 50 }), (pairs) => {
        const [rows, columns] = [pairs.map(([row]) => row), pairs.map(([, column]) => column)];
        const size = { rows: 4, columns: 4 };
        const weights = pairs.map(() => 1);
        expect(crossTabulateWeighted(rows, columns, weights, size).counts).toEqual(crossTabulate(rows, columns, size));
      }),
    );
  });

  test('categories without answers are dropped and named', () => {
    expect(
      withoutEmptyCategories([
        [1, 0, 2],
        [0, 0, 0],
      ]),
    ).toEqual({ counts: [[1, 2]], emptyRows: [1], emptyColumns: [1] });
    expect(
      chiSquareTest([
        [10, 20],
        [0, 0],
        [15, 5],
      ]),
    ).toMatchObject({ df: 1, emptyRows: [1] });
  });
});

describe('Association has the properties that its definition promises', () => {
  test('p lies in [0, 1], strength in [0, 1], and turning the table changes neither', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const [test, turned] = [chiSquareTest(counts), chiSquareTest(transposed(counts))];
        expect(test.p === null || (test.p >= 0 && test.p <= 1)).toBe(true);
        expectClose(turned.statistic, test.statistic);
        const v = chiSquareAssociation(counts)?.cramersV ?? 0;
        expect(v >= 0 && v <= 1).toBe(true);
      }),
    );
  });

  test('reversing the order of one question turns the sign of ordinal association', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const reversed = counts.toReversed();
        const [gamma, turned] = [goodmanKruskalGamma(counts), goodmanKruskalGamma(reversed)];
        expectClose(turned?.value ?? null, gamma === null ? null : -gamma.value);
        const tau = kendallTauBOfTable(counts)?.value ?? 0;
        expect(Math.abs(tau)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test('Fisher of a 2 × 2 table is the same by both ways, and its interval holds the estimate', () => {
    const cells = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(cells, ([a, b, c, d]) => {
        const counts = [
          [a, b],
          [c, d],
        ];
        const [test, general] = [fisherExact2x2(counts), fisherExact(counts, 1)];
        expectClose(test?.pTwoSided ?? null, general?.p ?? null, 1e-7);
        if (test === null) return;
        expect(test.interval.low).toBeLessThanOrEqual(test.conditionalOddsRatio);
        expect(test.interval.high).toBeGreaterThanOrEqual(test.conditionalOddsRatio);
      }),
    );
  });

  test('what does not vary has no association', () => {
    const constant = [[5, 7, 9]];
    expect(chiSquareTest(constant)).toMatchObject({ statistic: null, df: 0, p: null });
    expect(
      chiSquareTest([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ statistic: null, df: null, smallestExpected: null });
    expect(chiSquareAssociation(constant)).toBeNull();
    expect(likelihoodRatioTest(constant)).toBeNull();
    expect(goodmanKruskalGamma(constant)).toBeNull();
    expect(fisherExact(constant, 1)).toBeNull();
    expect(scoreCorrelation(constant)).toBeNull();
    expect(somersD(constant).columnDependent).toBeNull();
    expect(goodmanKruskalLambda(constant).rowDependent).toBeNull();
  });

  test('misuse is refused', () => {
    expect(() => tableMargins([[1, 2], [3]])).toThrow(RangeError);
    expect(() =>
      chiSquareTest([
        [1, -2],
        [3, 4],
      ]),
    ).toThrow(RangeError);
    expect(() =>
      fisherExact2x2([
        [1, 2, 3],
        [3, 4, 5],
      ]),
    ).toThrow(RangeError);
    expect(() => crossTabulate([0], [0, 1], { rows: 1, columns: 1 })).toThrow(RangeError);
  });
});

describe('A table too large for an exact test', () => {
  const large: Counts = [0, 1, 2, 3, 4].map((row) =>
    [0, 1, 2, 3, 4].map((column) => 20 + ((row * 7 + column * 3) % 9)),
  );

  test('is simulated, and says so; the same seed gives the same p', () => {
    const test = fisherExact(large, 7);
    expect(test).toMatchObject({ kind: 'simulated', tables: 10_000, seed: 7 });
    expect(fisherExact(large, 7)).toEqual(test);
    expectClose(test?.p, chiSquareTest(large).p, 0.02);
  });

  test('random tables keep the totals', () => {
    const totals = { rowTotals: [30, 20, 50], columnTotals: [10, 60, 30], factorials: logFactorials(100) };
    const random = seededRandom(3);
    for (let table = 0; table < 50; table += 1)
      expect(tableMargins(randomTable(totals, random))).toMatchObject({
        rowTotals: totals.rowTotals,
        columnTotals: totals.columnTotals,
      });
  });
});
