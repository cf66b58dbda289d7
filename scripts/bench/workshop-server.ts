// The application of the demonstration with an open meeting, in a process of its own: started by the bench of the workshop.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import mongoose from 'mongoose';
import { readSettings } from '../../src/app/settings';
import { startApplication, type RunningApplication } from '../../src/app/start';
import type { Actor } from '../../src/features/accounts';
import type { GroupId } from '../../src/features/workshop';
import { newId, type AccountId, type EvaluationId } from '../../src/platform/ids';
import { createLog } from '../../src/platform/log';
import { secretToken } from '../../src/platform/random';

export interface BenchMeeting {
  readonly address: string;
  readonly code: string;
  readonly number: number;
  readonly members: readonly string[];
  readonly proposals: readonly string[];
}

export interface ServerFigures {
  readonly queries: number;
  /** Longest time in which nothing else was done, since the figures before. */
  readonly longestStallMs: number;
  readonly memoryMb: number;
  /** Work of the process so far: it survives a busy machine. */
  readonly cpuMs: number;
}

const EVALUATION = 'demonstracja' as EvaluationId;
const MODERATOR: Actor = { id: 'pomiar' as AccountId, role: 'evaluator', name: 'Pomiar' };
const PROPOSALS = 12;
const DIMENSIONS = ['quality', 'effectiveness', 'coordination'] as const;
const MEGABYTE = 1e6;
const MICROSECONDS = 1_000;

let queries = 0;

/** Counts what is asked of the store. */
const countQueries = (): void => {
  const prototype = mongoose.mongo.Collection.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  for (const name of ['find', 'insertOne', 'insertMany', 'updateOne', 'updateMany', 'findOneAndUpdate', 'deleteMany']) {
    const own = prototype[name];
    if (own === undefined) throw new Error(`The driver has no ${name}`);
    prototype[name] = function counted(this: unknown, ...given: unknown[]) {
      queries += 1;
      return own.apply(this, given);
    };
  }
};

const openMeeting = async (
  { address, chapters: { workshop } }: RunningApplication,
  people: number,
): Promise<BenchMeeting> => {
  const members = Array.from({ length: people }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: at % 2 === 0 ? 'OWES Północ' : 'ROPS',
    mayVote: true,
    email: null,
  }));
  const ready = (await workshop.listConclusions(EVALUATION)).filter(({ state }) => state === 'ready');
  const { number } = await workshop.createMeeting(
    {
      evaluationId: EVALUATION,
      groupId: 'pomiar' as GroupId,
      title: 'Pomiar',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: '',
      agenda: '',
      materials: ready.map(({ id }) => id),
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: 0.5, guests: true },
      members,
    } as unknown as Parameters<typeof workshop.createMeeting>[0],
    MODERATOR,
  );
  const read = async () => (await workshop.readMeeting(EVALUATION, number)).meeting;
  await workshop.openMeeting(await read());
  const meeting = await read();
  const { participant } = await workshop.joinMeeting(meeting, { kind: 'member', member: 'm0' });
  const proposals = Array.from({ length: PROPOSALS }, () => newId<'proposal'>());
  for (const [at, id] of proposals.entries())
    await workshop.propose(meeting, participant, {
      id,
      conclusion: meeting.materials[0] ?? null,
      dimension: DIMENSIONS[at % DIMENSIONS.length] ?? 'quality',
      text: `Propozycja ${at}: jedno rozwiązanie, o którym mówi cała sala`,
      showsInstitution: true,
    });
  return { address, code: meeting.code ?? '', number, members: members.map(({ id }) => id), proposals };
};

const main = async (): Promise<void> => {
  const [, , people = '200', password = ''] = process.argv;
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  const own = {
    NODE_ENV: 'production',
    SESSION_SECRET: `${secretToken()}${secretToken()}`,
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: '1',
  };
  const settings = readSettings({ ...process.env, ...own, DEMO_PASSWORD: password, LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  const meeting = await openMeeting(application, Number(people));
  countQueries();
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  process.on('message', (message) => {
    if (message === 'figures') {
      const figures: ServerFigures = {
        queries,
        longestStallMs: delays.max / MEGABYTE,
        memoryMb: process.memoryUsage().rss / MEGABYTE,
        cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / MICROSECONDS,
      };
      delays.reset();
      process.send?.(figures);
      return;
    }
    void application.stop().then(() => {
      rmSync(dataDir, { recursive: true, force: true });
      process.exit(0);
    });
  });
  // Whoever started it is gone.
  process.once('disconnect', () => process.exit(1));
  process.send?.(meeting);
};

void main();
