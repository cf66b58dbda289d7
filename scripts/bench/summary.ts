import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Actor } from '../../src/features/accounts';
import { readSettings } from '../../src/app/settings';
import { startApplication, type RunningApplication } from '../../src/app/start';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { loadTranslators } from '../../src/platform/i18n';
import { createLog } from '../../src/platform/log';
import type { Bench, Row } from './report';

const ROUNDS = 15;
const DIRECTOR: Actor = { id: 'pomiar' as AccountId, role: 'director', name: 'Pomiar' };
const EVALUATION = 'demonstracja' as EvaluationId;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async <Result>(act: () => Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> => {
  const before = performance.now();
  const result = await act();
  return { ms: performance.now() - before, result };
};

const repeat = async (act: (round: number) => Promise<unknown>): Promise<readonly number[]> => {
  const durationsMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) durationsMs.push((await timed(() => act(round))).ms);
  return durationsMs;
};

/** From the answers to the finished file; `edition` makes the tree new, so that it is drawn and not handed out again. */
const summary = async ({ chapters: { reports } }: RunningApplication, edition: string) => {
  const { pl } = loadTranslators(resolve('locales'));
  const tree = reports.composeSummary(await reports.readSummaryMaterial(DIRECTOR, EVALUATION, pl), pl);
  return reports.drawReport({ ...tree, about: { ...tree.about, subject: `${tree.about.subject} ${edition}` } });
};

const measureAll = async (application: RunningApplication): Promise<readonly Row[]> => {
  const cold = await timed(() => summary(application, 'cold'));
  const warm = await repeat((round) => summary(application, `warm ${round}`));
  const kept = await repeat(() => summary(application, 'cold'));
  return [
    { name: 'cold', metrics: { ms: cold.ms, kilobytes: cold.result.bytes.length / 1_000, pages: cold.result.pages } },
    { name: 'warm', metrics: { ms: median(warm), worstMs: Math.max(...warm) } },
    { name: 'kept', metrics: { ms: median(kept), worstMs: Math.max(...kept) } },
  ];
};

/**
 * The director's two pages, from the answers of the demonstration to the finished file: the first of a process (worker
 * thread and fonts included), the same drawn again, and the file kept from before.
 */
export const benchSummary = async (): Promise<Bench> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' });
  const start = await timed(() => startApplication(settings, createLog('silent')));
  const application = start.result;
  try {
    const rows = await measureAll(application);
    const ms = (name: string): number => rows.find((row) => row.name === name)?.metrics['ms'] ?? Number.NaN;
    return {
      bench: 'summary',
      rows: [{ name: 'start with demonstration', metrics: { ms: start.ms } }, ...rows],
      ratios: { 'warm / cold': ms('warm') / ms('cold'), 'kept / warm': ms('kept') / ms('warm') },
    };
  } finally {
    await application.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
