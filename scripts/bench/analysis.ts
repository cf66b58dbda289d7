import { DuckDBInstance } from '@duckdb/node-api';
import { analyseAll, NO_FILTER } from '../../src/features/analysis/domain';
import {
  createEvaluationColumns,
  encodeByVersion,
} from '../../src/features/analysis/domain/columns/evaluation-columns';
import { datasetOf, versionsOf } from '../../src/features/analysis/domain/dataset';
import { crossTable, discloseTable } from '../../src/features/analysis/domain/tables';
import { variablesOfQuestionnaire } from '../../src/features/analysis/domain/variables/of-questionnaire';
import type { NumberVariable, VariableSet } from '../../src/features/analysis/domain/variables/variable';
import { compileVersion, type AnswerSheet } from '../../src/features/questionnaires/domain';
import type { EvaluationId, VersionId } from '../../src/platform/ids';
import { seededRandom } from '../../src/platform/random';
import { answersOf, measured, measuredEvaluation } from './analysis-answers';
import { measureOverHttp } from './analysis-over-http';
import type { Bench, Row } from './report';

const MILLION = 1_000_000;
/** Answers generated one by one; the rest of a million repeats them. */
const DIFFERENT = 20_000;
const ROUNDS = 15;
const VERSION = 'pomiar' as VersionId;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Acts = Readonly<Record<string, (round: number) => unknown>>;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Medians of rounds in which the acts take turns, after one to warm up: they share whatever else the machine does. Of
 * processor time too, of all threads: on a busy machine it says more than the clock.
 */
const measure = async (acts: Acts): Promise<readonly Row[]> => {
  const taken = new Map(Object.keys(acts).map((name) => [name, { ms: [] as number[], cpuMs: [] as number[] }]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, act] of Object.entries(acts)) {
      const [before, cpuBefore] = [performance.now(), cpuMs()];
      await act(round);
      if (round === 0) continue;
      taken.get(name)?.ms.push(performance.now() - before);
      taken.get(name)?.cpuMs.push(cpuMs() - cpuBefore);
    }
  return [...taken].map(([name, { ms, cpuMs: cpu }]) => ({
    name,
    metrics: { ms: median(ms), bestMs: Math.min(...ms), worstMs: Math.max(...ms), cpuMs: median(cpu) },
  }));
};

const version = compileVersion(measured);
const evaluation = { ...measuredEvaluation, id: 'pomiar' as EvaluationId };
const frame = { evaluation, versions: new Map([[VERSION, version]]), viewpoint: { kind: 'all' as const } };

const sheets = (): readonly AnswerSheet[] => {
  const random = seededRandom(20_261_122);
  return Array.from({ length: DIFFERENT }, () => answersOf(random));
};

const fillColumns = (answers: readonly AnswerSheet[]) => {
  const versions = versionsOf(frame);
  const chunk = encodeByVersion(
    versions,
    answers.map((sheet, at) => ({
      versionId: VERSION,
      questionnaireCode: measured.code,
      status: at % 20 === 0 ? 'partial' : 'complete',
      answers: sheet,
      receivedOn: '2026-11-18',
      sequence: at + 1,
    })),
  ).get(VERSION);
  if (chunk === undefined) throw new Error('Nothing was encoded');
  const columns = createEvaluationColumns(versions);
  columns.expect(new Map([[VERSION, MILLION]]));
  for (let start = 0; start < MILLION; start += DIFFERENT)
    columns.append(new Map([[VERSION, { ...chunk, numbers: chunk.numbers.map((number) => start + number) }]]));
  return columns;
};

const weigh = (set: VariableSet): VariableSet => {
  const values = Float64Array.from({ length: set.n }, (_, i) => 0.5 + ((i * 31) % 1000) / 1000);
  const states = new Int8Array(set.n);
  const waga: NumberVariable = { kind: 'number', name: 'waga', label: 'waga', level: 'weight', values, states };
  return { ...set, variables: new Map([...set.variables, ['waga', waga]]) };
};

const REQUEST = {
  rows: ['A1'],
  columns: ['instytucja'],
  weight: 'waga',
  filter: [{ variable: 'typ', codes: ['typ1', 'typ2'] }],
};

const QUERY = `select "A1", "instytucja", count(*) as n, sum(waga) as w, sum(waga * waga) as w2 from answers
  where "typ" in (0, 1) and "A1" >= 0 and "instytucja" >= 0 group by 1, 2 order by 1, 2`;

/** The same numbers in DuckDB, as small as it keeps them. */
const openDuckdb = async (set: VariableSet) => {
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  await database.run('create table answers ("A1" tinyint, "instytucja" tinyint, "typ" tinyint, waga double)');
  const appender = await database.createAppender('answers');
  const placesOf = (name: string): Int16Array => {
    const variable = set.variables.get(name);
    if (variable?.kind !== 'category') throw new Error(`${name} has no categories`);
    return variable.places;
  };
  const coded = ['A1', 'instytucja', 'typ'].map(placesOf);
  const weight = set.variables.get('waga');
  for (let row = 0; row < set.n; row += 1) {
    for (const places of coded) appender.appendTinyInt(places[row] ?? 0);
    appender.appendDouble(weight?.kind === 'number' ? (weight.values[row] ?? 0) : 0);
    appender.endRow();
  }
  appender.closeSync();
  return database;
};

/** What an aggregation over documents does: each is looked at whole. */
const aggregate = (documents: readonly { readonly answers: AnswerSheet; readonly weight: number }[]) => {
  const cells = new Map<string, { n: number; w: number; w2: number }>();
  for (const { answers, weight } of documents) {
    if (answers['K1'] !== 'typ1' && answers['K1'] !== 'typ2') continue;
    const [row, column] = [answers['A1'], answers['K2']];
    if (typeof row !== 'string' || typeof column !== 'string') continue;
    const key = JSON.stringify([row, column]);
    const cell = cells.get(key) ?? { n: 0, w: 0, w2: 0 };
    cell.n += 1;
    cell.w += weight;
    cell.w2 += weight * weight;
    cells.set(key, cell);
  }
  return cells;
};

const measureTables = async (set: VariableSet, answers: readonly AnswerSheet[]): Promise<readonly Row[]> => {
  const database = await openDuckdb(set);
  const ours = crossTable(set, REQUEST).blocks[0]?.rows.slice(0, 5) ?? [];
  const theirs = (await database.runAndReadAll(QUERY)).getRows();
  const counted = ours.reduce((sum, { cells }) => sum + (cells[0]?.n ?? 0), 0);
  const inSql = theirs.reduce((sum, [row, , n]) => sum + (Number(row) < 5 ? Number(n) : 0), 0);
  if (counted === 0 || inSql === 0) throw new Error('One of the two counts nothing');
  const documents = answers.map((sheet, i) => ({ answers: sheet, weight: 0.5 + ((i * 31) % 1000) / 1000 }));
  const rows = await measure({
    crosstab1M: () => discloseTable(crossTable(set, REQUEST), evaluation.smallestGroup),
    crosstab1MDuckdb: async () => (await database.runAndReadAll(QUERY)).getRows(),
    [`documents${DIFFERENT}`]: () => aggregate(documents),
  });
  database.closeSync();
  return rows;
};

/**
 * A filtered and weighted table with tests and disclosure control of a million responses against DuckDB and against a loop over
 * documents; the whole dashboard of 45 items and three institutions at a million in memory and at 100,000 over HTTP, warm and
 * after a restart; bytes in memory for each response.
 */
export const benchAnalysis = async (): Promise<Bench> => {
  const answers = sheets();
  const columns = fillColumns(answers);
  const rows = columns.rows();
  const dataset = datasetOf(frame, rows);
  const own = rows[0];
  if (own === undefined) throw new Error('No questionnaire');
  const tables = await measureTables(weigh(variablesOfQuestionnaire(dataset, version, own)), answers);
  const types = ['typ1', 'typ2', 'typ3', 'typ4', 'typ5', 'typ6'];
  const dashboards = await measure({
    dashboard1MFirst: () => analyseAll(datasetOf(frame, rows), [version], NO_FILTER),
    dashboard1MNewFilter: (round) =>
      analyseAll(dataset, [version], {
        ...NO_FILTER,
        clientType: types[round % 6] ?? null,
        subregion: round % 2 === 0 ? 'kielecki' : null,
        completeOnly: round > 7,
      }),
  });
  const overHttp = process.argv.includes('--memory') ? [] : await measureOverHttp();
  const all = [...tables, ...dashboards, ...overHttp];
  const ms = (name: string): number => all.find((row) => row.name === name)?.metrics['ms'] ?? Number.NaN;
  return {
    bench: 'analysis',
    rows: [...all, { name: 'memory', metrics: { bytesPerResponse: columns.bytes / MILLION } }],
    ratios: {
      crosstabToDuckdb: ms('crosstab1M') / ms('crosstab1MDuckdb'),
      crosstabToDocumentsScaled: ms('crosstab1M') / ((ms(`documents${DIFFERENT}`) * MILLION) / DIFFERENT),
    },
  };
};
