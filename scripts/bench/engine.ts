import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  checkSheet,
  compileVersion,
  completeSheet,
  faultsIn,
  pathThrough,
  readPage,
} from '../../src/features/questionnaires/domain';
import type { Bench, Row } from './report';
import { answersOf, TWO_HUNDRED_ITEMS } from './two-hundred-items';

const ROUNDS = 9;
const REPEATS = 200;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median, best (least disturbed) and worst of rounds, each the mean of many runs; one round before to warm up. */
const measure = (name: string, repeats: number, act: (run: number) => unknown): Row => {
  const roundsMs: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = performance.now();
    for (let run = 0; run < repeats; run += 1) act(run);
    if (round > 0) roundsMs.push((performance.now() - before) / repeats);
  }
  return { name, metrics: { ms: median(roundsMs), bestMs: Math.min(...roundsMs), worstMs: Math.max(...roundsMs) } };
};

/** The engine as a browser would load it: one module, minified, gzipped. */
const measureBundle = async (name: string, entry: string): Promise<Row> => {
  const { outputFiles } = await build({
    entryPoints: [join('src', 'features', 'questionnaires', 'domain', entry)],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  return { name, metrics: { kB: contents.length / 1000, gzippedKb: gzipSync(contents).length / 1000 } };
};

/**
 * One full evaluation of a questionnaire of 200 items: the path with all conditions and calculated values, then the check
 * of every answer with its constraints. Beside it what else the engine does, and what it weighs in a browser.
 */
export const benchEngine = async (): Promise<Bench> => {
  const compiled = { ...compileVersion(TWO_HUNDRED_ITEMS), today: '2026-11-21' };
  const sheets = Array.from({ length: 20 }, (_, person) => answersOf(compiled, person));
  const sheetAt = (run: number) => sheets[run % sheets.length] ?? {};
  const wrong = sheets.map((sheet) => checkSheet(compiled, sheet).length).filter((count) => count > 0).length;
  if (wrong > 0) throw new Error(`${wrong} of the generated sheets are not accepted`);

  const rows = [
    measure('evaluation', REPEATS, (run) => checkSheet(compiled, sheetAt(run))),
    measure('jsonOfSheet', REPEATS, (run) => JSON.stringify(sheetAt(run))),
    measure('path', REPEATS, (run) => pathThrough(compiled, sheetAt(run))),
    measure('readPage', REPEATS, (run) => readPage(compiled, 1 + (run % 20), {}, sheetAt(run))),
    measure('completeSheet', REPEATS, (run) => completeSheet(compiled, sheetAt(run), { reachedPage: 20 })),
    measure('compile', 10, () => compileVersion(TWO_HUNDRED_ITEMS)),
    measure('faults', 10, () => faultsIn(TWO_HUNDRED_ITEMS)),
    await measureBundle('browserEngine', 'engine.ts'),
    await measureBundle('browserConditions', join('expression', 'is-true.ts')),
  ];
  const ms = (name: string): number => rows.find((row) => row.name === name)?.metrics['ms'] ?? Number.NaN;
  return {
    bench: 'engine',
    rows,
    ratios: {
      evaluationToPath: ms('evaluation') / ms('path'),
      evaluationToJson: ms('evaluation') / ms('jsonOfSheet'),
      compileToEvaluation: ms('compile') / ms('evaluation'),
    },
  };
};
