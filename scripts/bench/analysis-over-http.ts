import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/app/settings';
import { startApplication } from '../../src/app/start';
import type { Response } from '../../src/features/responses';
import { newId, type EvaluationId } from '../../src/platform/ids';
import { createLog } from '../../src/platform/log';
import { seededRandom } from '../../src/platform/random';
import { answersOf, measured, measuredEvaluation } from './analysis-answers';
import type { Row } from './report';

const SIZE = Number(process.env['BENCH_RESPONSES'] ?? 100_000);
const EMAIL = 'pomiar@demo.example';
const PASSWORD = 'haslo do pomiaru analizy';

const timed = async <Result>(act: () => Promise<Result>): Promise<{ readonly ms: number; readonly result: Result }> => {
  const before = performance.now();
  const result = await act();
  return { ms: performance.now() - before, result };
};

/** An evaluation with its answers and one person who may look. */
const fill = async (dataDir: string): Promise<{ readonly id: EvaluationId; readonly importMs: number }> => {
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  const { accounts, evaluations, questionnaires, responses } = application.chapters;
  await accounts.createAccount({ email: EMAIL, password: PASSWORD, name: 'P', title: 'P', role: 'evaluator' });
  const { id } = await evaluations.createEvaluation(measuredEvaluation);
  const version = await questionnaires.publishVersion(id, measured);
  const random = seededRandom(20_261_122);
  const { ms: importMs } = await timed(async () => {
    for (let start = 0; start < SIZE; start += 5_000)
      await responses.importResponses(
        Array.from({ length: Math.min(5_000, SIZE - start) }, (): Response => ({
          id: newId(),
          evaluationId: id,
          versionId: version.id,
          questionnaireCode: version.code,
          mode: 'cawi',
          status: random() < 0.05 ? 'partial' : 'complete',
          answers: answersOf(random),
          receivedOn: '2026-11-18',
          receiptNumber: 'AAAA-0000',
        })),
      );
  });
  await application.stop();
  return { id, importMs };
};

const start = async (dataDir: string) => {
  const child = fork(join(__dirname, 'analysis-server.js'), [dataDir]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { address } = await new Promise<{ address: string }>((resolve) => child.once('message', resolve as never));
  return {
    address,
    pid: child.pid,
    stop: async (): Promise<void> => {
      child.send('stop');
      await ended;
    },
  };
};

/** A browser that keeps its cookie. */
const signIn = async (address: string) => {
  const cookies = new Map<string, string>();
  const send = async (path: string, body?: URLSearchParams): Promise<globalThis.Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = { headers: { cookie, accept: 'application/json, text/html' }, redirect: 'manual' as const };
    const reply = await fetch(`${address}${path}`, body === undefined ? init : { ...init, method: 'POST', body });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return reply;
  };
  const page = await (await send('/logowanie')).text();
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const reply = await send('/logowanie', new URLSearchParams({ _csrf, email: EMAIL, haslo: PASSWORD }));
  if (reply.status !== 303) throw new Error(`Not signed in: ${reply.status}`);
  const open = async (path: string): Promise<globalThis.Response> => {
    const answer = await send(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
  return {
    look: async (path: string): Promise<string> => (await open(path)).text(),
    /** Bytes of a file that is read and thrown away. */
    weigh: async (path: string): Promise<number> => {
      let bytes = 0;
      for await (const piece of (await open(path)).body ?? []) bytes += (piece as Uint8Array).length;
      return bytes;
    },
  };
};

const MEGABYTE = 1e6;
const KILOBYTE = 1_024;

/** Memory a process has used at most, in MB; not known where there is no /proc. */
const peakMemory = (pid: number | undefined): number => {
  const path = `/proc/${pid ?? 0}/status`;
  const [, kilobytes = 'NaN'] = existsSync(path) ? (/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8')) ?? []) : [];
  return (Number(kilobytes) * KILOBYTE) / MEGABYTE;
};

/** All answers with their labels as a CSV file, streamed. */
const measureDataFile = async (
  weigh: (path: string) => Promise<number>,
  { id, pid }: { readonly id: EvaluationId; readonly pid: number | undefined },
): Promise<Row> => {
  const before = peakMemory(pid);
  const { ms, result } = await timed(() => weigh(`/badania/${id}/dane.csv?wartosci=etykiety`));
  return {
    name: `CSV of ${SIZE} with labels over HTTP`,
    metrics: { ms, megabytes: result / MEGABYTE, moreMemoryMb: peakMemory(pid) - before },
  };
};

/** Filters none of which was asked before. */
const filters = (format: string): readonly string[] =>
  ['owes1', 'owes2', 'owes3'].flatMap((institution) =>
    ['typ1', 'typ2', 'typ3', 'typ4', 'typ5'].map((type) => `?instytucja=${institution}&typ=${type}&format=${format}`),
  );

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const rowOf = (name: string, values: readonly number[]): Row => ({
  name,
  metrics: { ms: median(values), worstMs: Math.max(...values) },
});

/** The whole dashboard over HTTP, in a process of its own: first of all, warm, after a restart. */
export const measureOverHttp = async (): Promise<readonly Row[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  try {
    const { id, importMs } = await fill(dataDir);
    const dashboard = `/badania/${id}/wyniki`;
    const first = await start(dataDir);
    const { look, weigh } = await signIn(first.address);
    const unsealed = await timed(() => look(`${dashboard}?format=json`));
    const json: number[] = [];
    for (const filter of filters('json')) json.push((await timed(() => look(dashboard + filter))).ms);
    const pages: number[] = [];
    for (const filter of filters('html')) pages.push((await timed(() => look(`${dashboard}${filter}&ukonczone=1`))).ms);
    const dataFile = await measureDataFile(weigh, { id, pid: first.pid });
    await first.stop();

    const restarts: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const again = await start(dataDir);
      const { look: lookAgain } = await signIn(again.address);
      restarts.push((await timed(() => lookAgain(`${dashboard}?format=json`))).ms);
      await again.stop();
    }
    return [
      { name: `import of ${SIZE}`, metrics: { ms: importMs } },
      { name: `dashboard of ${SIZE} over HTTP, first of all, no segments yet`, metrics: { ms: unsealed.ms } },
      rowOf(`dashboard of ${SIZE} over HTTP, warm, a filter never asked, JSON`, json),
      rowOf(`dashboard of ${SIZE} over HTTP, warm, a filter never asked, page`, pages),
      rowOf(`dashboard of ${SIZE} over HTTP, after a restart`, restarts),
      dataFile,
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
