import fc from 'fast-check';
import { raoScottOfCells, raoScottTest, surveyDesign } from '../../src/statistics';

const zeros = (): number[] => new Array<number>(12).fill(0);

/** Sums of each cell, straight from the definition. */
const cellsOf = (
  rowOf: readonly (number | null)[],
  columnOf: readonly (number | null)[],
  weights: readonly number[],
) => {
  const cells = {
    rows: 3,
    columns: 4,
    n: zeros(),
    weight: zeros(),
    weightSquared: zeros(),
  };
  rowOf.forEach((row, at) => {
    const column = columnOf[at] ?? null;
    if (row === null || column === null) return;
    const cell = row * 4 + column;
    cells.n[cell]! += 1;
    cells.weight[cell]! += weights[at]!;
    cells.weightSquared[cell]! += weights[at]! ** 2;
  });
  return cells;
};

const respondent = fc.record({
  row: fc.option(fc.integer({ min: 0, max: 2 })),
  column: fc.option(fc.integer({ min: 0, max: 3 })),
  weight: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
});

describe('the Rao-Scott test from sums of cells', () => {
  it('is the test of the rows themselves, respondents outside the table included', () => {
    fc.assert(
      fc.property(fc.array(respondent, { minLength: 12, maxLength: 120 }), (people) => {
        const rowOf = people.map(({ row }) => row);
        const columnOf = people.map(({ column }) => column);
        const weights = people.map(({ weight }) => weight);
        const fromRows = raoScottTest(rowOf, columnOf, surveyDesign({ weights }));
        const fromCells = raoScottOfCells(cellsOf(rowOf, columnOf, weights), people.length);
        if (fromRows === null || fromCells === null) {
          expect(fromCells).toBe(fromRows);
          return;
        }
        expect(fromCells.chiSquare).toBeCloseTo(fromRows.chiSquare, 8);
        expect(fromCells.f).toBeCloseTo(fromRows.f, 6);
        expect(fromCells.p).toBeCloseTo(fromRows.p, 8);
        expect(fromCells.df2).toBeCloseTo(fromRows.df2, 5);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('refuses a table with more people than the sample', () => {
    const cells = cellsOf([0, 1], [0, 1], [1, 1]);
    expect(() => raoScottOfCells(cells, 1)).toThrow(RangeError);
  });
});
