import type { Actor } from '../../../src/features/accounts';
import type { GroupId, Meeting, Participant } from '../../../src/features/workshop';
import type { AccountId, EvaluationId } from '../../../src/platform/ids';
import { openStreams } from '../../../src/platform/http';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { listenTo, visitor, type Heard, type Visitor } from '../../support/meeting-room';

const ID = 'demonstracja' as EvaluationId;
const moderator: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
const PEOPLE = 200;

let application: TestApplication;
let evaluator: Visitor;
/** Of the demonstration's evaluation, all conclusions that are ready. */
let meeting: Meeting;
let number = 0;

const workshop = () => application.chapters.workshop;
const stored = () => workshop().readMeeting(ID, number);
const read = async (): Promise<Meeting> => (await stored()).meeting;
const board = async () => workshop().readBoard(await stored());
const home = (): string => `/badania/${ID}/warsztat/${number}`;
const guest = async (name: string): Promise<Participant> =>
  (await workshop().joinMeeting(await read(), { kind: 'guest', name, institution: 'Gmina' })).participant;

beforeAll(async () => {
  application = await startTestApplication();
  const ready = (await workshop().listConclusions(ID)).filter(({ state }) => state === 'ready');
  meeting = await workshop().createMeeting(
    {
      evaluationId: ID,
      groupId: '26' as GroupId,
      title: 'Grupa tematyczna',
      day: '2026-12-10',
      from: '10:00',
      to: '13:00',
      place: 'Sala 114',
      agenda: '',
      materials: ready.map(({ id }) => id),
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: null, guests: true },
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
  ({ number } = meeting);
  evaluator = visitor(application.address);
  await evaluator.signIn('ewaluator@demo.example', DEMO_PASSWORD);
}, 120_000);
afterAll(() => application.remove());

const retitle = async (id: string, text: string): Promise<void> => {
  const { conclusions } = application.chapters.findings;
  const found = (await conclusions.listConclusions(ID)).find((one) => one.id === id);
  if (found === undefined) throw new Error(`No conclusion ${id}`);
  const seen = { evaluationId: ID, number: found.number, revision: found.log.revision };
  await conclusions.changeConclusion(seen, { ...found, title: text }, 'Anna Wrona');
};

test('before the opening the wall shows conclusions as they are; what is frozen at the opening is shown from then on', async () => {
  const [id = ''] = meeting.materials;
  await retitle(id, 'Tytuł przed otwarciem');
  expect((await board()).shown?.title).toBe('Tytuł przed otwarciem');
  expect((await read()).frozen).toEqual([]);

  await workshop().openMeeting(await read());
  const opened = await read();
  expect(opened.frozen.map(({ conclusion }) => conclusion)).toEqual(meeting.materials);
  expect(opened.frozen[0]?.findings[0]).toMatchObject({ tables: [expect.any(String)] });
  expect(opened.discussed).toEqual([0]);
  const { conclusions } = application.chapters.findings;
  const finding = opened.frozen[0]?.findings[0]?.id ?? '';
  const known = (await application.chapters.findings.listFindings(ID)).find((one) => one.id === finding);
  expect(known?.state).toBe('ready');

  await retitle(id, 'Tytuł zmieniony później');
  expect((await conclusions.listConclusions(ID)).some(({ title }) => title === 'Tytuł zmieniony później')).toBe(true);
  expect((await board()).shown?.title).toBe('Tytuł przed otwarciem');
  const phone = await workshop().readPhone(await stored(), await guest('Jan Gość'));
  expect(phone.shown?.title).toBe('Tytuł przed otwarciem');
  expect(await evaluator.text(home())).toContain('Tytuł przed otwarciem');
});

test('how far the survey was is kept with the materials, and said on the wall with the figure and its base', async () => {
  const { results } = await read();
  // 150 clients and 60 partners are simulated (demonstration/plan.ts); the data cut is the last of their days.
  expect(results).toMatchObject({ state: 'preliminary', dataCut: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  const datasets = application.chapters.analysis.datasets;
  const evaluation = await application.chapters.evaluations.readEvaluation(ID);
  let n = 0;
  for (const { code, kind } of await datasets.list(evaluation))
    if (kind === 'questionnaire') n += (await datasets.open(evaluation, code))?.set.n ?? 0;
  expect(results?.n).toBe(n);
  const page = await evaluator.text(home());
  expect(page).toMatch(new RegExp(`n\\s=\\s${n}`));
  expect(page).toMatch(/Dane wstępne, stan\sna/);
  expect(page).toContain('Dane demonstracyjne');
  expect(page).toMatch(/<figure class="wall-fig"[\s\S]*Podstawa:/);
});

test('what was on the wall is remembered in the order of first showing, each once', async () => {
  for (const at of [2, 0, 1, 2]) await workshop().showMaterial(await read(), at);
  expect((await read()).discussed).toEqual([0, 2, 1]);
});

test('an ended meeting that is opened again keeps what was frozen, and gets another code', async () => {
  const before = await read();
  await workshop().endMeeting(before);
  expect((await read()).code).toBeNull();
  await workshop().openMeeting(await read());
  const after = await read();
  expect([after.frozen, after.results, after.discussed, after.sphereOptions]).toEqual([
    before.frozen,
    before.results,
    before.discussed,
    before.sphereOptions,
  ]);
  expect(after.code).toMatch(/^\d{6}$/);
  await workshop().openMeeting(after);
  expect((await read()).code).toBe(after.code);
});

test('a part that is shown already is answered in no bytes, and again in full once something changed', async () => {
  const part = await evaluator.get(`${home()}/tablica`);
  const tag = part.headers.get('etag') ?? '';
  const again = await evaluator.get(`${home()}/tablica`, { headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await workshop().showMaterial(await read(), 1);
  const changed = await evaluator.get(`${home()}/tablica`, { headers: { 'if-none-match': tag } });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(tag);
});

test('a stream says what is true once it listens, is neither compressed nor buffered, and tells of changes', async () => {
  const wall = await listenTo(`${application.address}${home()}/na-zywo`, evaluator.cookie());
  await wall.hears('hello');
  const { edition, tally } = await stored();
  expect(wall.events[0]).toEqual({ event: 'hello', data: `${edition}-${tally}` });
  expect(wall.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'cache-control': 'no-store, no-transform',
  });
  expect(wall.headers['content-encoding']).toBeUndefined();
  await guest('Anna Gość');
  await wall.hears('change');
  wall.leave();
});

test('a change during a break is in the first word after it', async () => {
  const { code } = await read();
  const phone = visitor(application.address);
  await phone.post(`/s/${code ?? ''}/dolacz`, { osoba: 'm7' });
  const before = await listenTo(`${application.address}/s/${code ?? ''}/na-zywo`, phone.cookie());
  await before.hears('hello');
  before.leave();
  await workshop().moveStage(await read(), 'proposals');
  const after = await listenTo(`${application.address}/s/${code ?? ''}/na-zywo`, phone.cookie());
  await after.hears('hello');
  expect(after.events[0]?.data).not.toBe(before.events[0]?.data);
  expect(after.events[0]?.data).toBe(String((await stored()).edition));
  after.leave();
});

/** The server learns a moment later that somebody left. */
const untilOpen = async (streams: number): Promise<void> => {
  while (openStreams() > streams) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(openStreams()).toBe(streams);
};

test('two hundred people listen, all hear of a change, and nothing is left of them when they leave', async () => {
  const { code } = await read();
  await untilOpen(0);
  const heard: Heard[] = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, at) => {
      const phone = visitor(application.address);
      await phone.post(`/s/${code ?? ''}/dolacz`, { osoba: `m${at}` });
      return listenTo(`${application.address}/s/${code ?? ''}/na-zywo`, phone.cookie());
    }),
  );
  await Promise.all(heard.map((one) => one.hears('hello')));
  expect(openStreams()).toBe(PEOPLE);
  await workshop().moveStage(await read(), 'voting');
  await Promise.all(heard.map((one) => one.hears('change')));
  for (const one of heard) one.leave();
  await untilOpen(0);
}, 120_000);

test('one person has twelve connections; one more is asked to come again, and may when another is gone', async () => {
  const { code } = await read();
  const phone = visitor(application.address);
  await phone.post(`/s/${code ?? ''}/dolacz`, { osoba: 'm9' });
  const address = `${application.address}/s/${code ?? ''}/na-zywo`;
  const before = openStreams();
  const heard: Heard[] = [];
  for (let at = 0; at < 12; at += 1) heard.push(await listenTo(address, phone.cookie()));
  const refused = await listenTo(address, phone.cookie());
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
  heard[0]?.leave();
  while (openStreams() > before + 11) await new Promise((resolve) => setTimeout(resolve, 20));
  const again = await listenTo(address, phone.cookie());
  expect(again.status).toBe(200);
  for (const one of [...heard, again]) one.leave();
});

test('agreements and outcomes are on the wall in the last stage', async () => {
  await workshop().moveStage(await read(), 'agreements');
  const current = await read();
  await workshop().agreements.addAgreement(
    current,
    {
      text: 'Uruchomić wspólny numer & stronę',
      addressees: [{ kind: 'institution', code: 'rops' }],
      person: 'Ewa Nowicka',
      due: '2027-02-28',
      dimension: 'coordination',
      origin: { kind: 'discussion' },
    },
    moderator.name,
  );
  const page = await evaluator.text(home());
  expect(page).toContain('Uruchomić wspólny numer &amp; stronę');
  expect(page).toContain('Ewa Nowicka');
  expect(page).toMatch(/do\s28\slutego\s2027/);
  expect(page).toContain(`${home()}/ustalenia`);
  expect(page).toContain(`${home()}/propozycje`);
});
