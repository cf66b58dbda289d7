import fc from 'fast-check';
import {
  designMatrix,
  linearRegression,
  regressionOfCells,
  robustErrors,
  surveyDesign,
  surveyLinearRegression,
  type RegressionCell,
} from '../../src/statistics';

/* Regression from sums over cells against regression of the respondents themselves, which is checked against R. */

interface Person {
  readonly group: 0 | 1;
  readonly mix: 0 | 1 | 2;
  readonly y: number;
  readonly w: number;
}

const people = fc
  .array(
    fc.record({
      group: fc.constantFrom(0 as const, 1 as const),
      mix: fc.constantFrom(0 as const, 1 as const, 2 as const),
      y: fc.integer({ min: 1, max: 5 }),
      w: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((some): readonly Person[] => [
    ...some,
    ...([0, 1] as const).flatMap((group) =>
      ([0, 1, 2] as const).flatMap((mix) => [
        { group, mix, y: 2, w: 1 },
        { group, mix, y: 4, w: 2 },
      ]),
    ),
  ]);

const columnsOf = ({ group, mix }: Person): readonly number[] => [1, group, Number(mix === 1), Number(mix === 2)];

const cellsOf = (all: readonly Person[], isWeighted: boolean): readonly RegressionCell[] => {
  const cells = new Map<string, Person[]>();
  for (const person of all) {
    const key = columnsOf(person).join();
    cells.set(key, [...(cells.get(key) ?? []), person]);
  }
  const sum = (some: readonly Person[], read: (person: Person, w: number) => number): number =>
    some.reduce((total, person) => total + read(person, isWeighted ? person.w : 1), 0);
  return [...cells.values()].map((some) => ({
    columns: columnsOf(some[0]!),
    n: some.length,
    weight: sum(some, (_, w) => w),
    weightSquared: sum(some, (_, w) => w * w),
    x: sum(some, ({ y }, w) => w * y),
    xSquared: sum(some, ({ y }, w) => w * y * y),
    weightSquaredX: sum(some, ({ y }, w) => w * w * y),
    weightSquaredXSquared: sum(some, ({ y }, w) => w * w * y * y),
  }));
};

const PLACES = [0, 1, 2, 3];
const only = (at: number): readonly number[] => PLACES.map((place) => Number(place === at));

test('cells give the coefficients and the HC3 errors of the respondents', () => {
  fc.assert(
    fc.property(people, (all) => {
      const model = regressionOfCells(cellsOf(all, false), false)!;
      const { columns } = designMatrix([
        { name: 'group', values: all.map(({ group }) => group) },
        { name: 'mix', codes: all.map(({ mix }) => mix), categories: [0, 1, 2] },
      ]);
      const y = all.map((person) => person.y);
      const direct = linearRegression(columns, y);
      const errors = robustErrors(columns, y, 'HC3');
      for (const at of PLACES) {
        expect(model.contrast(only(at))!.estimate).toBeCloseTo(direct.coefficients[at]!.estimate!, 9);
        expect(model.contrast(only(at))!.se).toBeCloseTo(errors[at]!, 9);
      }
    }),
    { numRuns: 40 },
  );
});

test('weighted cells give the design-based regression of the respondents', () => {
  fc.assert(
    fc.property(people, (all) => {
      const model = regressionOfCells(cellsOf(all, true), true)!;
      const columns = PLACES.map((at) => all.map((person) => columnsOf(person)[at]!));
      const direct = surveyLinearRegression(
        columns,
        all.map(({ y }) => y),
        surveyDesign({ weights: all.map(({ w }) => w) }),
      )!;
      for (const at of PLACES) {
        expect(model.contrast(only(at))!.estimate).toBeCloseTo(direct.coefficients[at]!.estimate!, 9);
        expect(model.contrast(only(at))!.se).toBeCloseTo(direct.coefficients[at]!.se!, 9);
        expect(model.df).toBe(direct.df);
      }
    }),
    { numRuns: 40 },
  );
});
