import { DuckDBInstance } from '@duckdb/node-api';
import {
  crossTabulateWeighted,
  kruskalWallisTest,
  rakeWeights,
  raoScottTest,
  splitByGroup,
  surveyDesign,
} from '../../src/statistics';
import type { Bench, Row } from './report';

const ROUNDS = 9;
const MILLION = 1_000_000;
const SAMPLE = 100_000;
const SIZE = { rows: 10, columns: 6 };

/** The same answers in TypeScript and in SQL: scattered, weighted, reproducible. */
const answers = (n: number) => ({
  rowCodes: Uint8Array.from({ length: n }, (_, i) => ((i * 7919) % 1009) % SIZE.rows),
  columnCodes: Uint8Array.from({ length: n }, (_, i) => ((i * 104729) % 2003) % SIZE.columns),
  weights: Float64Array.from({ length: n }, (_, i) => 0.5 + ((i * 31) % 1000) / 1000),
});

const ANSWERS_IN_SQL = `create table answers as select
  (((i * 7919) % 1009) % ${SIZE.rows})::utinyint as r, (((i * 104729) % 2003) % ${SIZE.columns})::utinyint as c,
  (0.5 + ((i * 31) % 1000) / 1000.0)::double as w from range(${MILLION}) as t(i)`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Acts = Readonly<Record<string, () => unknown>>;

/** Medians of rounds in which the acts take turns, after one to warm up: they share whatever else the machine does. */
const measure = async (acts: Acts): Promise<readonly Row[]> => {
  const durationsMs = new Map(Object.keys(acts).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, act] of Object.entries(acts)) {
      const before = performance.now();
      await act();
      if (round > 0) durationsMs.get(name)?.push(performance.now() - before);
    }
  return [...durationsMs].map(([name, ms]) => ({ name, metrics: { ms: median(ms), worstMs: Math.max(...ms) } }));
};

/** What anyone would write: the floor that a careful function is measured against. */
const plainLoop = ({ rowCodes, columnCodes, weights }: ReturnType<typeof answers>): Float64Array => {
  const cells = new Float64Array(2 * SIZE.rows * SIZE.columns);
  for (let at = 0; at < weights.length; at += 1) {
    const cell = 2 * ((rowCodes[at] ?? 0) * SIZE.columns + (columnCodes[at] ?? 0));
    const weight = weights[at] ?? 0;
    cells[cell] = (cells[cell] ?? 0) + weight;
    cells[cell + 1] = (cells[cell + 1] ?? 0) + weight * weight;
  }
  return cells;
};

const measureTables = async (): Promise<readonly Row[]> => {
  const columns = answers(MILLION);
  const instance = await DuckDBInstance.create(':memory:');
  const database = await instance.connect();
  await database.run(ANSWERS_IN_SQL);
  const query = 'select r, c, sum(w) as w, sum(w * w) as w2 from answers group by r, c order by r, c';

  const ours = crossTabulateWeighted(columns.rowCodes, columns.columnCodes, columns.weights, SIZE);
  const theirs = (await database.runAndReadAll(query)).getRows().map((row) => Number(row[2]));
  if (!ours.counts.flat().every((count, cell) => Math.abs(count - (theirs[cell] ?? 0)) < 1e-6 * count))
    throw new Error('DuckDB counts differently');

  const rows = await measure({
    table1M: () => crossTabulateWeighted(columns.rowCodes, columns.columnCodes, columns.weights, SIZE),
    table1MDuckdb: async () => (await database.runAndReadAll(query)).getRows(),
    table1MPlainLoop: () => plainLoop(columns),
  });
  database.closeSync();
  return rows;
};

const measureSurvey = (): Promise<readonly Row[]> => {
  const { rowCodes, columnCodes, weights } = answers(SAMPLE);
  const design = surveyDesign({ weights });
  const region = Uint8Array.from(weights, (_, i) => ((i * 131) % 997) % 16);
  const margins = [rowCodes, columnCodes, region].map((categoryOf, at) => {
    const categories = [SIZE.rows, SIZE.columns, 16][at] ?? 1;
    const shares = Array.from({ length: categories }, (_, category) => 1 + (category % 3) / 2);
    const sum = shares.reduce((total, share) => total + share, 0);
    return { categoryOf, targets: shares.map((share) => (SAMPLE * share) / sum) };
  });
  return measure({
    raoScott100k: () => raoScottTest(rowCodes, columnCodes, design),
    raking100k: () => rakeWeights(weights, margins),
  });
};

/** A rating of 0 to 10 and a measurement without ties, in ten groups. */
const measureRanks = (): Promise<readonly Row[]> => {
  const { rowCodes } = answers(MILLION);
  const ratings = Uint8Array.from(rowCodes, (_, i) => ((i * 613) % 1013) % 11);
  const measurements = Float64Array.from(rowCodes, (_, i) => (i * 611_953) % 1_000_003);
  return measure({
    kruskalWallis1M: () => kruskalWallisTest(splitByGroup(ratings, rowCodes, SIZE.rows)),
    kruskalWallis1MWithoutTies: () => kruskalWallisTest(splitByGroup(measurements, rowCodes, SIZE.rows)),
  });
};

/**
 * The statistics kernel on columns of coded answers: a weighted table of a million rows against DuckDB and a plain loop,
 * a Rao-Scott test and the raking of three margins at 100,000 rows, a Kruskal-Wallis test at a million.
 */
export const benchStatistics = async (): Promise<Bench> => {
  const rows = [...(await measureTables()), ...(await measureSurvey()), ...(await measureRanks())];
  const ms = (name: string): number => rows.find((row) => row.name === name)?.metrics['ms'] ?? Number.NaN;
  return {
    bench: 'statistics',
    rows,
    ratios: {
      tableToDuckdb: ms('table1M') / ms('table1MDuckdb'),
      tableToPlainLoop: ms('table1M') / ms('table1MPlainLoop'),
    },
  };
};
