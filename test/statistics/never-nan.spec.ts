import fc from 'fast-check';
import * as statistics from '../../src/statistics';

/** Whatever comes in, a function answers with numbers, null or a RangeError; p stays a probability. */
const faultsOf = (value: unknown, place = ''): string[] => {
  if (value === undefined) return [`${place} is undefined`];
  if (typeof value === 'number') {
    const isProbability = /(^|\.)(p|exactP|midP|p[A-Z]\w*|\w+P)$/.test(place);
    return Number.isNaN(value) || (isProbability && !(value >= 0 && value <= 1)) ? [`${place} = ${value}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => faultsOf(part, `${place}.${key}`));
};

const faultsOfCall = (call: () => unknown): string[] => {
  try {
    return faultsOf(call());
  } catch (error) {
    return error instanceof RangeError ? [] : [String(error)];
  }
};

const size = fc.integer({ min: 1, max: 4 });
const count = fc.oneof(fc.constant(0), fc.nat(9), fc.integer({ min: 0, max: 2_000_000_000 }), fc.constant(1e-5));
const tableOf = (rows: number, columns: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const table = fc.tuple(size, size).chain(([rows, columns]) => tableOf(rows, columns));
const square = size.chain((categories) => tableOf(categories, categories));

const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const values = fc.array(answer, { maxLength: 8 });
const groups = fc.array(values, { maxLength: 4 });
const columns = fc.nat(5).chain((n) => fc.array(fc.array(answer, { minLength: n, maxLength: n }), { maxLength: 4 }));

const s = statistics;
// prettier-ignore
const ofTables = [
  s.chiSquareTest, s.likelihoodRatioTest, s.tableResiduals, s.chiSquareAssociation, s.goodmanKruskalLambda,
  s.goodmanKruskalTau, s.uncertaintyCoefficient, s.goodmanKruskalGamma, s.kendallTauBOfTable, s.stuartTauC, s.somersD,
  s.scoreCorrelation, s.columnProportionTests, s.rowPercents, s.columnPercents, s.totalPercents, s.fleissKappa,
  (counts: number[][]) => s.mantelHaenszelTest([counts, counts]),
  (counts: number[][]) => s.cochranMantelHaenszelTest([counts, counts]),
];
const ofSquares = [
  s.bowkerTest,
  s.mcnemarTest,
  s.agreementCoefficients,
  (counts: number[][]) => s.cohenKappa(counts, 'quadratic'),
];
// prettier-ignore
const ofGroups = [
  s.analysisOfVariance, s.flignerKilleenTest, s.kruskalWallisTest, s.dunnTest, s.pairwiseMannWhitneyTests,
  (samples: number[][]) => s.leveneTest(samples, 'median'),
  (samples: number[][]) => s.welchAnalysisOfVariance(samples.map(s.summarise)),
  (samples: number[][]) => s.brownForsytheAnalysisOfVariance(samples.map(s.summarise)),
  (samples: number[][]) => s.bartlettTest(samples.map(s.summarise)),
  (samples: number[][]) => s.pairwiseTTests(samples.map(s.summarise)),
  (samples: number[][]) => s.mannWhitneyTest(samples[0] ?? [], samples[1] ?? []),
];
const ofValues = [
  s.signedRankTest,
  s.signTest,
  s.shapiroWilkTest,
  s.jarqueBeraTest,
  (sample: number[]) => s.oneSampleTTest(s.summarise(sample), 3),
];
const ofColumns = [
  s.friedmanTest,
  (items: number[][]) => s.pairedTTest(items[0] ?? [], items[1] ?? []),
  (items: number[][]) => s.krippendorffAlpha(items, 'ordinal'),
];

const neverFails = <T>(inputs: fc.Arbitrary<T>, functions: readonly ((input: T) => unknown)[]): void => {
  fc.assert(
    fc.property(inputs, (input) => {
      expect(functions.flatMap((call) => faultsOfCall(() => call(input)))).toEqual([]);
    }),
  );
};

test('tables', () => {
  neverFails(table, ofTables);
  neverFails(square, ofSquares);
  expect(ofTables.length + ofSquares.length).toBeGreaterThan(20);
});

test('groups, columns and single samples', () => {
  neverFails(groups, ofGroups);
  neverFails(columns, ofColumns);
  neverFails(values, ofValues);
  expect(ofGroups.length).toBeGreaterThan(10);
});
