import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demonstrationEvaluation } from '../../src/app/demonstration/plan';
import { readSettings } from '../../src/app/settings';
import { startApplication } from '../../src/app/start';
import type { Actor } from '../../src/features/accounts';
import type { GroupId } from '../../src/features/workshop';
import { newId, type AccountId, type EvaluationId } from '../../src/platform/ids';
import { createLog } from '../../src/platform/log';
import { listenTo, visitor, type Visitor } from '../support/meeting-room';
import { runApplication, type Run } from '../support/process';

const ID = 'spotkania' as EvaluationId;
const HOME = `/badania/${ID}/warsztat/1`;
const EMAIL = 'prowadzaca@demo.example';
const PASSWORD = 'haslo do spotkania';
const PEOPLE = 40;
const OPTIONS = Array.from({ length: 3 }, () => newId<'proposal'>());
const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };

let dataDir: string;
let running: Run;
let address: string;
let code: string;

/** A meeting with three proposals, before anybody comes. */
const prepare = async (): Promise<void> => {
  const settings = readSettings({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  const { accounts, evaluations, workshop } = application.chapters;
  await accounts.createAccount({ email: EMAIL, password: PASSWORD, name: 'A', title: 'A', role: 'evaluator' });
  await evaluations.createEvaluation({ ...demonstrationEvaluation(ID, '2026-11-22') });
  const { number } = await workshop.createMeeting(
    {
      evaluationId: ID,
      groupId: '26' as GroupId,
      title: 'Grupa tematyczna',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: '',
      agenda: '',
      materials: [],
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: 0.5, guests: false },
      members: Array.from({ length: PEOPLE }, (_, at) => ({
        id: `m${at}`,
        name: `Osoba ${at}`,
        institution: 'ROPS',
        mayVote: true,
        email: null,
      })),
    },
    moderator,
  );
  const read = async () => (await workshop.readMeeting(ID, number)).meeting;
  await workshop.openMeeting(await read());
  const meeting = await read();
  const { participant } = await workshop.joinMeeting(meeting, { kind: 'member', member: 'm0' });
  for (const [at, id] of OPTIONS.entries())
    await workshop.propose(meeting, participant, {
      id,
      conclusion: null,
      dimension: 'quality',
      text: `Propozycja ${at}`,
      showsInstitution: false,
    });
  code = meeting.code ?? '';
  await application.stop();
};

/** On the same data and, after the first time, the same port: addresses of phones stay right. */
const start = async (port: string): Promise<void> => {
  running = runApplication({ DATA_DIR: dataDir, DEMO: '0', PORT: port });
  address = await running.says(/Ewaluacja ES: (\S+)/);
};

const killAndStart = async (): Promise<void> => {
  running.child.kill('SIGKILL');
  await running.ended;
  await start(new URL(address).port);
};

/** As a phone does it: no answer, or an apology, and it is sent again. */
const insist = async (act: () => Promise<Response>): Promise<Response> => {
  for (;;) {
    const reply = await act().catch(() => undefined);
    if (reply !== undefined && reply.status < 500) return reply;
    await sleep(100);
  }
};

const joined = (): Promise<readonly Visitor[]> =>
  Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const phone = visitor(address);
      await phone.post(`/s/${code}/dolacz`, { osoba: `m${at}` });
      return phone;
    }),
  );

const leader = async (): Promise<Visitor> => {
  const evaluator = visitor(address);
  await evaluator.signIn(EMAIL, PASSWORD);
  return evaluator;
};

const countsOn = (page: string): readonly number[] =>
  [...page.matchAll(/class="votes"><b>(\d+)/g)].map(([, votes]) => Number(votes));

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'es-restart-'));
  await prepare();
  await start('0');
}, 60_000);
afterEach(async () => {
  running.child.kill('SIGKILL');
  await running.ended;
  // The store ends with the process that started it.
  await sleep(500);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('killed while forty people vote and send again: after the restart every answered vote is there, once', async () => {
  const evaluator = await leader();
  const phones = await joined();
  await evaluator.submit(HOME, { krok: 'etap', etap: 'voting' });
  await evaluator.submit(HOME, { krok: 'glosowanie', co: 'voting' });
  let answered = 0;
  const voting = phones.map(async (phone, at) => {
    const options = OPTIONS.slice(0, (at % 3) + 1);
    for (const propozycja of options) {
      const vote = () => phone.post(`/s/${code}/glosy`, { propozycja, stan: '1' });
      const replies = at % 4 === 0 ? await Promise.all([insist(vote), insist(vote)]) : [await insist(vote)];
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 303));
      answered += 1;
      await sleep(100);
    }
  });
  while (answered < PEOPLE / 2) await sleep(5);
  await killAndStart();
  await Promise.all(voting);
  // 40 people: 14 give one vote, 13 two and 13 three.
  const page = await evaluator.text(HOME);
  expect(page).toMatch(/Głosowało\s40\sz\s40\sosób,\soddano\s79\sz\s120\sgłosów/);
  await evaluator.submit(HOME, { krok: 'policz', co: 'voting' });
  const closed = await evaluator.text(HOME);
  expect(closed).toContain('Głosowanie zakończone');
  expect(countsOn(closed)).toEqual([40, 26, 13]);
}, 120_000);

test('killed while the votes are counted: whoever looks after the restart finds them counted', async () => {
  const evaluator = await leader();
  const phones = await joined();
  await evaluator.submit(HOME, { krok: 'etap', etap: 'voting' });
  await evaluator.submit(HOME, { krok: 'glosowanie', co: 'voting' });
  await Promise.all(phones.map((phone) => phone.post(`/s/${code}/glosy`, { propozycja: OPTIONS[1] ?? '', stan: '1' })));
  const closing = evaluator.submit(HOME, { krok: 'policz', co: 'voting' }).catch(() => undefined);
  const other = await leader();
  while (!(await other.text(HOME)).includes('Liczymy głosy')) await sleep(5);
  await killAndStart();
  await closing;
  const late = await insist(() =>
    (phones[0] as Visitor).post(`/s/${code}/glosy`, { propozycja: OPTIONS[0] ?? '', stan: '1' }),
  );
  expect(late.status).toBe(409);
  let page = await evaluator.text(HOME);
  while (!page.includes('Głosowanie zakończone')) {
    await sleep(100);
    page = await evaluator.text(HOME);
  }
  expect(countsOn(page)).toEqual([40, 0, 0]);
}, 120_000);

test('who listened before the restart listens after it, and is told at once that something else is true', async () => {
  const evaluator = await leader();
  const [phone] = await joined();
  if (phone === undefined) throw new Error('Nobody joined');
  const before = await listenTo(`${address}/s/${code}/na-zywo`, phone.cookie());
  await before.hears('hello');
  await killAndStart();
  await evaluator.submit(HOME, { krok: 'etap', etap: 'proposals' });
  const after = await listenTo(`${address}/s/${code}/na-zywo`, phone.cookie());
  await after.hears('hello');
  expect(after.events[0]?.data).not.toBe(before.events[0]?.data);
  after.leave();
}, 60_000);
