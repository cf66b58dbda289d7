import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Actor } from '../../src/features/accounts';
import type { ReportTree } from '../../src/features/reports/domain';
import { createPdfRenderer } from '../../src/features/reports/pdf/renderer';
import { readSettings } from '../../src/app/settings';
import { startApplication, type RunningApplication } from '../../src/app/start';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { loadTranslators } from '../../src/platform/i18n';
import { createLog } from '../../src/platform/log';
import { printByChromium } from './print-by-chromium';
import type { Bench, Row } from './report';
import { annex, twentyPages } from './report-trees';

const ROUNDS = 9;
const AT_ONCE = 10;
const PRINTED = 3;
const DIRECTOR: Actor = { id: 'pomiar' as AccountId, role: 'director', name: 'Pomiar' };
const EVALUATION = 'demonstracja' as EvaluationId;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Timed<Result> {
  readonly ms: number;
  /** Of all threads of this process: what it takes of a machine that others use, too. */
  readonly cpuMs: number;
  readonly result: Result;
}

const timed = async <Result>(act: () => Promise<Result>): Promise<Timed<Result>> => {
  const before = performance.now();
  const used = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - before, cpuMs: (user + system) / 1_000, result };
};

const repeat = async (
  rounds: number,
  act: (round: number) => Promise<unknown>,
): Promise<{ readonly ms: number; readonly cpuMs: number; readonly worstMs: number }> => {
  const times: Timed<unknown>[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(() => act(round)));
  const durations = times.map(({ ms }) => ms);
  return { ms: median(durations), cpuMs: median(times.map(({ cpuMs }) => cpuMs)), worstMs: Math.max(...durations) };
};

/** What the director asks for, from the answers to the finished file; `edition` makes the tree new. */
const summary = async ({ chapters: { reports } }: RunningApplication, edition: string) => {
  const { pl } = loadTranslators(resolve('locales'));
  const tree = reports.composeSummary(await reports.readSummaryMaterial(DIRECTOR, EVALUATION, pl), pl);
  return reports.drawReport({ ...tree, about: { ...tree.about, subject: `${tree.about.subject} ${edition}` } });
};

const measureSummary = async (application: RunningApplication): Promise<readonly Row[]> => {
  await summary(application, 'first');
  await repeat(2, (round) => summary(application, `before ${round}`));
  const warm = await repeat(ROUNDS, (round) => summary(application, `warm ${round}`));
  return [{ name: "director's summary, warm", metrics: warm }];
};

type MakeTree = (edition: string) => ReportTree;

/** A new thread for the first, the same thread for the others. */
const measureReport = async (make: MakeTree): Promise<readonly Row[]> => {
  const renderer = createPdfRenderer();
  try {
    const cold = await timed(() => renderer.render(make('cold')));
    await repeat(3, (round) => renderer.render(make(`before ${round}`)));
    const warm = await repeat(ROUNDS, (round) => renderer.render(make(`warm ${round}`)));
    const { pages, bytes } = cold.result;
    return [
      {
        name: '20 pages, cold thread',
        metrics: { ms: cold.ms, cpuMs: cold.cpuMs, pages, megabytes: bytes.length / 1e6 },
      },
      { name: '20 pages, warm', metrics: warm },
    ];
  } finally {
    await renderer.stop();
  }
};

/** The longest time that the thread of the web side did nothing else, with nothing to do and with ten reports asked for. */
const measureAtOnce = async (make: MakeTree): Promise<readonly Row[]> => {
  const renderer = createPdfRenderer();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  try {
    await renderer.render(make('before'));
    const trees = Array.from({ length: AT_ONCE }, (_, at) => make(`at once ${at}`));
    delay.enable();
    const { ms, cpuMs } = await timed(() => Promise.all(trees.map((tree) => renderer.render(tree))));
    delay.disable();
    return [
      {
        name: 'ten of 20 pages at once',
        metrics: { ms, cpuMs, stallMs: delay.max / 1e6, usualStallMs: delay.percentile(50) / 1e6 },
      },
    ];
  } finally {
    await renderer.stop();
  }
};

interface Apart {
  readonly ms: number;
  readonly cpuMs: number;
  readonly pages: number;
  readonly bytes: number;
  readonly peakMegabytes: number;
}

/** In a process of its own, so that its memory is nobody else's. */
const drawApart = (tree: ReportTree): Promise<Apart> =>
  new Promise((settle, reject) => {
    const child = fork(join(__dirname, 'report-apart.js'));
    child.once('message', (message) => {
      settle(message as Apart);
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The drawing process ended with code ${code ?? 'none'}`));
    });
    child.send(tree);
  });

const measureAnnex = async (make: MakeTree): Promise<readonly Row[]> => {
  const { ms, cpuMs, pages, bytes, peakMegabytes } = await drawApart(make('apart'));
  return [{ name: 'annex, cold process', metrics: { ms, cpuMs, pages, megabytes: bytes / 1e6, peakMegabytes } }];
};

const measureChromium = async ({ address }: RunningApplication, make: MakeTree): Promise<readonly Row[]> => {
  const trees = Array.from({ length: PRINTED + 1 }, (_, at) => make(`printed ${at}`));
  const printed = (await printByChromium(address, trees))?.slice(1);
  if (printed === undefined) return [];
  const metrics = { ms: median(printed.map(({ ms }) => ms)), megabytes: (printed[0]?.bytes ?? 0) / 1e6 };
  return [{ name: '20 pages, Chromium running already', metrics }];
};

const measureAll = async (application: RunningApplication): Promise<readonly Row[]> => {
  const { pl } = loadTranslators(resolve('locales'));
  const { reports } = application.chapters;
  const material = await reports.readSummaryMaterial(DIRECTOR, EVALUATION, pl);
  const { about } = reports.composeSummary(material, pl);
  const report: MakeTree = (edition) => twentyPages(about, material.figures, edition);
  return [
    ...(await measureSummary(application)),
    ...(await measureReport(report)),
    ...(await measureAtOnce(report)),
    ...(await measureAnnex((edition) => annex(about, edition))),
    ...(await measureChromium(application, report)),
  ];
};

/**
 * Reports as files: the director's two pages from the answers on, a report of 20 pages with 12 of the demonstration's
 * charts and 15 tables, ten of them at once, an annex of 200 pages; and Chromium printing the same 20 pages in the same run.
 */
export const benchReports = async (): Promise<Bench> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  try {
    const rows = await measureAll(application);
    const metric = (name: string, key: string): number =>
      rows.find((row) => row.name === name)?.metrics[key] ?? Number.NaN;
    const chromium = '20 pages, Chromium running already';
    return {
      bench: 'reports',
      rows,
      ratios: {
        'Chromium / 20 pages, time': metric(chromium, 'ms') / metric('20 pages, warm', 'ms'),
        'Chromium / 20 pages, size': metric(chromium, 'megabytes') / metric('20 pages, cold thread', 'megabytes'),
      },
    };
  } finally {
    await application.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
