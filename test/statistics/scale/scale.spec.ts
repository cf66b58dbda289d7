import fc from 'fast-check';
import {
  bartlettSphericity,
  cronbachAlpha,
  dependentItem,
  itemAnalysis,
  kaiserMeyerOlkin,
  mcdonaldOmega,
  mlFactors,
  oblimin,
  obliminRaw,
  principalAxisFactors,
  principalComponents,
  reverseItem,
  splitHalf,
  varimax,
} from '../../../src/statistics';
import { describeWithShared } from '../../support/files';
import { expectClose } from '../close-to';
import { ATTITUDE, readAttitude } from '../fixtures/attitude';

/** Expected numbers: R 4.2.2 on datasets::attitude. */
describeWithShared(ATTITUDE, 'Reliability of six items is that of R (psych::alpha, factanal)', (file) => {
  const { complaints, privileges, learning, raises, critical, advance } = readAttitude(file);
  const items = [complaints, privileges, learning, raises, critical, advance];

  test("Cronbach's alpha", () => {
    expectClose(cronbachAlpha(items), {
      alpha: 0.8097602063089214,
      standardised: 0.8081915178392043,
      interval: { low: 0.6806698328646447, high: 0.8984282108803365 },
      lambda2: 0.825605463961637,
      lambda6: 0.831770071725157,
      meanCorrelation: 0.41254416616102135,
      medianCorrelation: 0.4454779380722451,
    });
  });

  test('item analysis', () => {
    expectClose(itemAnalysis(items)?.items[4], {
      withTotal: 0.4581819000670274,
      withRest: 0.2764614261153036,
      smc: 0.18574000621912679,
      alphaWithout: 0.8347207062239076,
      standardisedAlphaWithout: 0.8375689289188646,
    });
  });

  test('split halves', () => {
    expectClose(splitHalf(items), {
      r: 0.5656766318505022,
      spearmanBrown: 0.7225970169611825,
      guttman: 0.7062557366192079,
    });
  });

  test("McDonald's omega", () => {
    expectClose(
      mcdonaldOmega(items),
      { omega: 0.827424517977972, omegaOfObserved: 0.8328753831298744, standardised: 0.8223591693934023 },
      1e-6,
    );
  });
});

/** Expected numbers: R 4.2.2 on datasets::attitude. */
describeWithShared(ATTITUDE, 'Factors of seven items are those of R', (file) => {
  const { rating, complaints, privileges, learning, raises, critical, advance } = readAttitude(file);
  const all = [rating, complaints, privileges, learning, raises, critical, advance];

  test('KMO and Bartlett (psych::KMO, cortest.bartlett)', () => {
    expectClose(kaiserMeyerOlkin(all), { overall: 0.7632754321587616 });
    expectClose(bartlettSphericity(all), {
      determinant: 0.021868933601398667,
      chiSquare: 98.7527786621811,
      df: 21,
      p: 4.792539035528463e-12,
    });
  });

  test('principal components with varimax', () => {
    const result = principalComponents(all, 2)!;
    expectClose(result.eigenvalues.slice(0, 2), [3.7163757506157666, 1.1409218852174907]);
    expectClose(result.loadings[0], [0.796186592179941, -0.4239721409633476], 1e-6);
    expectClose(varimax(result.loadings).sumsOfSquares, [3.1697752475893317, 1.6875223882439234], 1e-6);
  });

  test('maximum likelihood with oblimin (factanal, GPArotation)', () => {
    const result = mlFactors(all, 2)!;
    expectClose(
      result,
      { objective: 0.2234367834290385, test: { chiSquare: 5.474201194011443, df: 8, p: 0.7058965798629577 } },
      1e-6,
    );
    expectClose(result.uniquenesses[6], 0.036615939566313926, 1e-6);
    expectClose(oblimin(result.loadings)?.factorCorrelations[0]?.[1], 0.44227539012880396, 1e-5);
    expectClose(obliminRaw(result.loadings)?.factorCorrelations[0]?.[1], 0.32846991446751206, 1e-5);
    expectClose(obliminRaw(result.loadings)?.criterion, 0.06518602854118932, 1e-5);
  });

  test('one principal axis of three items has the communalities r₁₂r₁₃/r₂₃ (algebra)', () => {
    const three = [learning, raises, advance];
    const [ab, ac, bc] = [0.6403143728221344, 0.5316197881412773, 0.5741861605210009];
    const expected = [(ab * ac) / bc, (ab * bc) / ac, (ac * bc) / ab];
    expectClose(principalAxisFactors(three, 1)?.communalities, expected);
    expectClose(mlFactors(three, 1)?.communalities, expected, 1e-8);
  });
});

describe('Scales without an answer', () => {
  test('one item has no alpha', () => {
    expect(() => cronbachAlpha([[1, 2, 3]])).toThrow(RangeError);
  });

  test('a reversed item gives a negative alpha, and its correlation with the rest says why', () => {
    const reversed = [
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
      [2, 2, 3, 5, 4],
    ];
    expectClose(cronbachAlpha(reversed)?.alpha, -4.411764705882353);
    expect(itemAnalysis(reversed)?.items[1]?.withRest).toBeLessThan(0);
  });

  test('a duplicated item: no KMO, determinant 0, and the item is named', () => {
    const doubled = [
      [1, 2, 3, 5, 4],
      [1, 2, 3, 5, 4],
      [2, 1, 4, 4, 3],
    ];
    expect(kaiserMeyerOlkin(doubled)).toBeNull();
    expect(bartlettSphericity(doubled)).toMatchObject({ determinant: 0, chiSquare: null, p: null });
    expect([mlFactors(doubled, 1), principalAxisFactors(doubled, 1)]).toEqual([null, null]);
    expect(dependentItem(doubled)).toEqual({ item: 1, fault: 'collinear' });
  });

  test('a constant item is named', () => {
    const constant = [
      [1, 2, 3, 5, 4],
      [3, 3, 3, 3, 3],
    ];
    expect(dependentItem(constant)).toEqual({ item: 1, fault: 'constant' });
    expect(principalComponents(constant, 1)).toBeNull();
  });

  test('too many factors and answers outside the scale are refused', () => {
    const items = [0, 1, 2, 3, 4, 5].map((at) => [0, 1, 2, 3, 4, 5, 6, 7].map((row) => Number(row === at)));
    expect(() => mlFactors(items, 4)).toThrow(RangeError);
    expect(() => principalComponents(items, 7)).toThrow(RangeError);
    expect(() => reverseItem([7], 1, 6)).toThrow(RangeError);
  });
});

describe('Scales behave', () => {
  const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
    minLength: 8,
    maxLength: 30,
  });
  const columnsOf = (rows: readonly number[][]) => [0, 1, 2, 3].map((item) => rows.map((row) => row[item]!));

  test('alpha is at most 1, the same for every unit, and inside its interval', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const columns = columnsOf(rows);
        const scale = cronbachAlpha(columns);
        if (!scale) return;
        expect(scale.alpha).toBeLessThanOrEqual(1 + 1e-12);
        expectClose(
          cronbachAlpha(columns.map((column) => column.map((value) => 10 * value + 3)))?.alpha,
          scale.alpha,
          1e-8,
        );
        expect(scale.interval!.low).toBeLessThanOrEqual(scale.alpha);
        expect(scale.interval!.high).toBeGreaterThanOrEqual(scale.alpha);
      }),
    );
  });

  test('rotations keep the communalities; eigenvalues add up to the number of items', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const result = principalComponents(columnsOf(rows), 2);
        if (!result) return;
        expectClose(
          result.eigenvalues.reduce((total, value) => total + value, 0),
          4,
        );
        const rotated = varimax(result.loadings).loadings.map((row) =>
          row.reduce((total, value) => total + value ** 2, 0),
        );
        expectClose(rotated, result.communalities, 1e-8);
      }),
    );
  });

  test('reversing twice gives the answers back', () => {
    expect([...reverseItem(reverseItem([1, 4, 5], 1, 5), 1, 5)]).toEqual([1, 4, 5]);
  });
});
