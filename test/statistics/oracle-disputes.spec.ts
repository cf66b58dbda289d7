import { surveyDesign, surveyProportions, varianceInflation } from '../../src/statistics';

/** Where the reference contradicts its own definition (test/statistics/oracle/disputed.ts), ours is held to the definition. */
describe('Where the reference is wrong', () => {
  test('weighted variance inflation is that of the data with each row repeated as often as it weighs', () => {
    const ones = [1, 1, 1, 1, 1, 1];
    const income = [1, 2, 3, 4, 5, 7];
    const age = [2, 1, 4, 3, 7, 6];
    const weights = [1, 2, 1, 3, 2, 1];
    const repeated = (column: readonly number[]): readonly number[] =>
      column.flatMap((value, row) => Array.from({ length: weights[row]! }, () => value));
    const weighted = varianceInflation([ones, income, age], weights);
    const long = varianceInflation([repeated(ones), repeated(income), repeated(age)]);
    expect(weighted[0]).toBeCloseTo(long[0]!, 10);
    expect(weighted[1]).toBeCloseTo(long[1]!, 10);
    expect(weighted[0]).toBeGreaterThan(1.5);
  });

  test('a share that the design fixes has limits at the share itself, not at one half', () => {
    const design = surveyDesign({ weights: [3, 3, 1, 1, 1], strata: ['a', 'a', 'b', 'b', 'b'] });
    const [first] = surveyProportions([0, 0, 1, 1, 1], 2, design)!.categories;
    expect(first!.share).toBeCloseTo(2 / 3, 12);
    expect(first!.kornGraubardInterval!.low).toBeCloseTo(2 / 3, 12);
    expect(first!.kornGraubardInterval!.high).toBeCloseTo(2 / 3, 12);
  });
});
