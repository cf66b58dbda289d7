import fc from 'fast-check';
import {
  autocorrelation,
  extent,
  frequencyTable,
  groupSummaries,
  interquartileRange,
  kurtosis,
  meanInterval,
  median,
  medianAbsoluteDeviation,
  multipleResponse,
  quantile,
  quantiles,
  sampleSizeOfMean,
  skewness,
  spread,
  summarise,
  total,
  trimmedMean,
  tukeyHinges,
  weightedFrequencyTable,
  weightedQuantiles,
  weightedSummary,
} from '../../../src/statistics';
import { expectClose } from '../close-to';

/** Overall rating of 30 departments: R's data set attitude, Chatterjee & Price (1977). */
const RATING = [
  43, 63, 71, 61, 81, 43, 58, 71, 72, 67, 64, 67, 69, 68, 77, 81, 74, 65, 65, 50, 50, 64, 53, 40, 63, 66, 78, 48, 85,
  82,
];

/** Scores with weights, zeros among them: the oracle's hostile data set. */
const SCORES = [3, 5, 1, 4, 2, 5, 3, 3, 1, 2, 4, 5, 2, 3, 4, 1, 5, 2, 3];
const WEIGHTS = [0, 1, 0.5, 0, 1, 0.5, 0, 1, 0.5, 0, 1, 2, 0, 1, 2, 0.5, 0, 2, 0.5];

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 4, maxLength: 40 });

describe('The ratings of 30 departments are described as R 4.2 and scipy 1.17 describe them', () => {
  test('centre and spread', () => {
    expectClose(spread(RATING), {
      variance: 148.17126436781612,
      sd: 12.172561947585896,
      se: 2.222395587107271,
      coefficientOfVariation: 0.18833257268054504,
    });
    expectClose(meanInterval(summarise(RATING)), { low: 60.08802400203664, high: 69.17864266463005 });
    expectClose(
      [median(RATING), medianAbsoluteDeviation(RATING), trimmedMean(RATING, 0.1)],
      [65.5, 10.3782, 65.20833333333333],
    );
    expect([total(RATING), extent(RATING)]).toEqual([1939, { min: 40, max: 85, range: 45 }]);
  });

  test('shape', () => {
    expectClose(skewness(RATING), { momentRatio: -0.37659696317188823, corrected: -0.396714805325215 });
    expectClose(kurtosis(RATING), { momentRatio: -0.6094827459156291, corrected: -0.494609773251522 });
  });

  test('quantiles of types 2, 6 and 7, and hinges', () => {
    const shares = [0, 0.05, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 1];
    expectClose(quantiles(RATING, shares, 2), [40, 43, 45.5, 58, 63, 65.5, 72, 81, 82, 85]);
    expectClose(quantiles(RATING, shares, 6), [40, 41.65, 43.5, 56.75, 63, 65.5, 72.5, 81, 83.35, 85]);
    expectClose(quantiles(RATING, shares, 7), [40, 43, 47.5, 58.75, 63, 65.5, 71.75, 81, 81.55, 85]);
    expectClose(interquartileRange(RATING, 6), 15.75);
    expect(tukeyHinges(RATING)).toEqual({ low: 58, high: 72 });
  });

  test('groups', () => {
    expect(groupSummaries([[1, 3], [5], []]).map(({ se, max }) => [se, max])).toEqual([
      [1, 3],
      [null, 5],
      [null, null],
    ]);
  });
});

describe('Weighted answers are described as R computes them', () => {
  test('means and their standard errors', () => {
    expectClose(weightedSummary(SCORES, WEIGHTS), {
      n: 19,
      positiveWeights: 13,
      sumOfWeights: 13.5,
      mean: 3.2962962962962963,
      frequencyVariance: 1.985185185185185,
      frequencySe: 0.38347197349762324,
      reliabilityVariance: 2.042682926829268,
      effectiveN: 9.986301369863014,
      kishSe: 0.4522703794216961,
      linearisedSe: 0.4187017944698086,
    });
  });

  test('quantiles', () => {
    expect(weightedQuantiles(SCORES, WEIGHTS, [0.1, 0.25, 0.5, 0.75, 0.9]).inverse).toEqual([1, 2, 3, 5, 5]);
  });

  test('frequencies: a row without weight is left out, one without answer is missing', () => {
    expect(weightedFrequencyTable([0, 1, 1, -1, 0], [2, 1, 1, 3, null], 2)).toMatchObject({
      n: 3,
      missing: 1,
      missingWeights: 1,
      sumOfAllWeights: 7,
      percents: [50, 50],
    });
  });

  test('weights that no survey has are refused', () => {
    expect(() => weightedSummary([1, 2], [1, -1])).toThrow(RangeError);
    expect(() => weightedSummary([1, 2], [0, 0])).toThrow(RangeError);
    expect(() => weightedFrequencyTable([0, 1], [0, 0], 2)).toThrow(RangeError);
  });
});

describe('Numbers that do not exist are null', () => {
  test('of no value', () => {
    expect([summarise([]).mean, median([]), spread([]), extent([]), quantile([], 0.5, 7), tukeyHinges([])]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test('the shape of equal values', () => {
    expect([skewness([5, 5, 5]), kurtosis([5, 5, 5]), autocorrelation([5, 5])]).toEqual([null, null, null]);
  });

  test('percentages of nobody', () => {
    expect(frequencyTable([-1, -1], 2)).toMatchObject({ valid: 0, missing: 2, percentOfValid: null });
    expect(multipleResponse([[0, 0]]).percentOfResponses).toBeNull();
  });
});

describe('Properties', () => {
  test('a quantile lies between the extremes and rises with its share', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(2 as const, 6 as const, 7 as const), (list, type) => {
        const found = quantiles(list, [0, 0.2, 0.5, 0.9, 1], type) ?? [];
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect([found[0], found[4]]).toEqual([Math.min(...list), Math.max(...list)]);
      }),
    );
  });

  test('weights all 1 change nothing', () => {
    fc.assert(
      fc.property(values, (list) => {
        const weighted = weightedSummary(
          list,
          list.map(() => 1),
        );
        expectClose(weighted.mean, summarise(list).mean, 1e-8);
        expectClose(weighted.frequencyVariance, spread(list)?.variance, 1e-8);
      }),
    );
  });

  test('percentages of a single choice add up to 100, of a multiple choice each stays below it', () => {
    const positions = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(positions, (rows) => {
        const percents = frequencyTable(rows, 4).percentOfValid ?? [];
        expectClose(
          percents.reduce((sum, percent) => sum + percent, 0),
          100,
        );
        const items = [0, 1].map((item) => rows.map((row) => (row >= item ? 1 : 0)));
        expect(multipleResponse(items).percentOfRespondents?.every((percent) => percent <= 100)).toBe(true);
      }),
    );
  });

  test('order of rows does not matter, shape ignores unit and origin', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 30 }), (list) => {
        expectClose(skewness(list.toReversed())?.corrected ?? null, skewness(list)?.corrected ?? null, 1e-7);
        const moved = list.map((value) => 3 * value + 7);
        expectClose(skewness(moved)?.corrected ?? null, skewness(list)?.corrected ?? null, 1e-7);
      }),
    );
  });
});

test('the sample size of a mean is that of Cochran: sd 15, margin 2, 95 percent', () => {
  expectClose(sampleSizeOfMean({ sd: 15, margin: 2, confidence: 0.95 }).infinite, 216.08205866404444);
});
