import type { Interval } from '../../../../statistics';
import type { BlockTest, Cell, DisclosedBlock, DisclosedTable, SummaryCell, TableColumn } from '../tables';

/** A number, a letter or an absence of a table, under the name of its place. */
export type TableNumbers = ReadonlyMap<string, number | string | null>;

/** Every number a table shows, by block, row, column and what it is: `J5 4 instytucja:polnoc share`. Labels are none. */
export const numbersOf = ({ blocks, columns, all, filtered }: DisclosedTable): TableNumbers => {
  const names = columns.map(nameOf);
  const numbers = new Map<string, number | string | null>([
    ['all', all],
    ['filtered', filtered],
  ]);
  for (const block of blocks) addBlock(numbers, block, names);
  return numbers;
};

/** Those that are estimates: shares, means and scores. */
export const isEstimate = (place: string): boolean => place.endsWith(' share') || place.endsWith(' value');

const nameOf = ({ variable, code }: TableColumn): string => (variable === null ? 'total' : `${variable}:${code ?? ''}`);

type Numbers = Map<string, number | string | null>;

const addBlock = (numbers: Numbers, block: DisclosedBlock, columns: readonly string[]): void => {
  const { variable, rows, summaries, bases, tests } = block;
  bases.forEach((base, at) => {
    const place = `${variable} base ${columns[at] ?? ''}`;
    numbers.set(`${place} n`, base?.n ?? null);
    numbers.set(`${place} weighted`, base?.weighted ?? null);
  });
  for (const { code, cells } of rows)
    cells.forEach((cell, at) => {
      addCell(numbers, `${variable} ${code} ${columns[at] ?? ''}`, cell);
    });
  for (const { kind, cells } of summaries)
    cells.forEach((cell, at) => {
      addSummary(numbers, `${variable} ${kind} ${columns[at] ?? ''}`, cell);
    });
  for (const test of tests) addTest(numbers, `${variable} test ${test.variable}`, test);
};

const addCell = (numbers: Numbers, place: string, cell: Cell | null): void => {
  numbers.set(`${place} n`, cell?.n ?? null);
  numbers.set(`${place} weighted`, cell?.weighted ?? null);
  numbers.set(`${place} share`, cell?.share ?? null);
  numbers.set(`${place} row-share`, cell?.rowShare ?? null);
  numbers.set(`${place} total-share`, cell?.totalShare ?? null);
  numbers.set(`${place} residual`, cell?.residual ?? null);
  numbers.set(`${place} higher-than`, cell?.higherThan.join(',') ?? null);
  addInterval(numbers, place, cell?.interval ?? null);
  if (cell?.ranking !== undefined) {
    numbers.set(`${place} first`, cell.ranking.first);
    numbers.set(`${place} points`, cell.ranking.points);
  }
};

const addSummary = (numbers: Numbers, place: string, cell: SummaryCell | null): void => {
  numbers.set(`${place} n`, cell?.n ?? null);
  numbers.set(`${place} value`, cell?.value ?? null);
  numbers.set(`${place} sd`, cell?.sd ?? null);
  numbers.set(`${place} higher-than`, cell?.higherThan.join(',') ?? null);
  addInterval(numbers, place, cell?.interval ?? null);
};

const addInterval = (numbers: Numbers, place: string, interval: Interval | null): void => {
  numbers.set(`${place} low`, interval?.low ?? null);
  numbers.set(`${place} high`, interval?.high ?? null);
};

const addTest = (numbers: Numbers, place: string, test: BlockTest): void => {
  for (const [name, value] of Object.entries(test))
    if (typeof value === 'number' || name === 'kind' || name === 'reason')
      numbers.set(`${place} ${name}`, value as number | string);
};
