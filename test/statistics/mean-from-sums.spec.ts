import fc from 'fast-check';
import {
  differenceFromSums,
  meanFromSums,
  surveyDesign,
  surveyMean,
  surveyTTest,
  type GroupSums,
} from '../../src/statistics';

interface Person {
  readonly group: 0 | 1 | null;
  readonly x: number;
  readonly weight: number;
}

const sumsOf = (people: readonly Person[]): GroupSums => {
  const sum = (term: (person: Person) => number): number => people.reduce((total, person) => total + term(person), 0);
  return {
    n: people.length,
    weight: sum(({ weight }) => weight),
    weightSquared: sum(({ weight }) => weight ** 2),
    x: sum(({ weight, x }) => weight * x),
    xSquared: sum(({ weight, x }) => weight * x ** 2),
    weightSquaredX: sum(({ weight, x }) => weight ** 2 * x),
    weightSquaredXSquared: sum(({ weight, x }) => weight ** 2 * x ** 2),
  };
};

const person = fc.record({
  group: fc.constantFrom<0 | 1 | null>(0, 1, null),
  x: fc.integer({ min: 1, max: 7 }),
  weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
});
const sample = fc.array(person, { minLength: 8, maxLength: 80 });

const of = (people: readonly Person[], wanted: 0 | 1): readonly Person[] =>
  people.filter(({ group }) => group === wanted);

describe('means and differences from sums', () => {
  it('are the design-based mean of a group', () => {
    fc.assert(
      fc.property(sample, (people) => {
        const design = surveyDesign({ weights: people.map(({ weight }) => weight) });
        const expected = surveyMean(
          people.map(({ group, x }) => (group === 0 ? x : null)),
          design,
        );
        const found = meanFromSums(sumsOf(of(people, 0)), people.length);
        expect(found === null).toBe(expected === null);
        if (found === null || expected === null) return;
        expect(found.mean).toBeCloseTo(expected.mean, 9);
        expect(found.se ?? 0).toBeCloseTo(expected.se ?? 0, 6);
      }),
      { seed: 20261121 },
    );
  });

  it('are the design-based t test of two groups', () => {
    fc.assert(
      fc.property(sample, (people) => {
        const both = people.map((one) => ({ ...one, group: one.group ?? (1 as const) }));
        const design = surveyDesign({ weights: both.map(({ weight }) => weight) });
        const expected = surveyTTest(
          both.map(({ x }) => x),
          both.map(({ group }) => group),
          design,
        );
        const found = differenceFromSums(sumsOf(of(both, 1)), sumsOf(of(both, 0)), both.length);
        if (found === null || expected === null || Math.abs(expected.t) > 1e4) return;
        expect(found.t).toBeCloseTo(expected.t, 6);
        expect(found.df).toBe(expected.df);
      }),
      { seed: 20261121 },
    );
  });

  it('refuse a group larger than its sample', () => {
    expect(() => meanFromSums(sumsOf([{ group: 0, x: 1, weight: 1 }]), 0)).toThrow(RangeError);
  });
});
