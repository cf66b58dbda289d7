import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/app/settings';
import { startApplication, type RunningApplication } from '../../src/app/start';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { createLog } from '../../src/platform/log';
import { seededRandom } from '../../src/platform/random';
import type { GroupId, Meeting, SheetWords } from '../../src/features/workshop';
import { discloseScores, memberIn, SHEET_CRITERIA } from '../../src/features/workshop/domain';
import { discloseSpheres, measureOrders } from '../../src/features/analysis/domain/spheres';
import type { Bench, Row } from './report';

const EXPERTS = 200;
const ROUNDS = 30;
const EVALUATION = 'demonstracja' as EvaluationId;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const durations = async (rounds: number, act: (round: number) => unknown): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    await act(round);
    found.push(performance.now() - before);
  }
  return found;
};

const row = (name: string, found: readonly number[]): Row => ({
  name,
  metrics: { ms: median(found), worstMs: Math.max(...found) },
});

const random = seededRandom(8);

/** Five spheres of twenty, all twenty scored for everything. */
const sheetOf = (codes: readonly string[]): SheetWords => ({
  ranking: codes
    .map((code) => ({ code, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 5)
    .map(({ code }) => code),
  scores: Object.fromEntries(
    codes.map((code) => [
      code,
      Object.fromEntries(SHEET_CRITERIA.map((criterion) => [criterion, 1 + Math.floor(5 * random())])),
    ]),
  ),
});

const openMeeting = async ({ workshop }: RunningApplication['chapters']): Promise<Meeting> => {
  const members = Array.from({ length: EXPERTS }, (_, at) => ({
    id: `m${at}`,
    name: `Osoba ${at}`,
    institution: 'OWES',
    mayVote: true,
    email: null,
  }));
  const { number } = await workshop.createMeeting(
    {
      evaluationId: EVALUATION,
      groupId: '26' as GroupId,
      title: 'Pomiar',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: '',
      agenda: '',
      materials: [],
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: null, guests: false },
      members,
    },
    { id: 'pomiar' as AccountId, role: 'evaluator', name: 'Pomiar' },
  );
  const read = async (): Promise<Meeting> => (await workshop.readMeeting(EVALUATION, number)).meeting;
  await workshop.openMeeting(await read());
  await workshop.moveStage(await read(), 'spheres');
  await workshop.hideCounts(await read(), 'spheres', false);
  return read();
};

const measureAll = async ({ chapters }: RunningApplication): Promise<readonly Row[]> => {
  const { sheets } = chapters.workshop;
  const meeting = await openMeeting(chapters);
  const codes = meeting.sphereOptions.map(({ code }) => code);
  const save = (at: number, revision: number) =>
    sheets.saveSheet(
      meeting.id,
      { id: memberIn(meeting.id, `m${at}`), mayVote: true },
      { ...sheetOf(codes), revision, isPaper: false },
    );
  const saved = await durations(EXPERTS, (at) => save(at, 0));
  const recounted: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await save(round, 1);
    recounted.push(...(await durations(1, () => sheets.rankingOf(meeting))));
  }
  const kept = await durations(ROUNDS, () => sheets.rankingOf(meeting));
  const read = await sheets.sheetsOf(meeting.id);
  const list = { choices: codes.map((code) => ({ code, label: code })), most: 5 };
  const counted = await durations(ROUNDS, () => {
    discloseSpheres(
      [
        measureOrders(
          list,
          read.map(({ ranking }) => ranking),
        ),
      ],
      list.most,
      5,
    );
    discloseScores(codes, read, { smallestGroup: 5, leastForMean: 10 });
  });
  return [row('save', saved), row('counted', counted), row('recounted', recounted), row('kept', kept)];
};

/**
 * Two hundred experts' sheets of twenty spheres: saving one, counting alone, the ranking with the groups of the survey read and counted
 * anew after a change, and the ranking that is kept.
 */
export const benchSheets = async (): Promise<Bench> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bench-'));
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  try {
    const rows = await measureAll(application);
    const ms = (name: string): number => rows.find((found) => found.name === name)?.metrics['ms'] ?? Number.NaN;
    return { bench: 'sheets', rows, ratios: { keptOverRecounted: ms('kept') / ms('recounted') } };
  } finally {
    await application.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
