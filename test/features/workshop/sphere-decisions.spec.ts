import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Analysis } from '../../../src/features/analysis';
import type { Evaluation } from '../../../src/features/evaluations';
import { currentDecisions, type SphereListId } from '../../../src/features/workshop';
import { listJson, listRows } from '../../../src/features/workshop/public-list/list-files';
import { presentList } from '../../../src/features/workshop/public-list/present-list';
import { createSphereDecisions, type WantedDecision } from '../../../src/features/workshop/spheres';
import { presentSpheresPage } from '../../../src/features/workshop/spheres/present-page';
import { stampOf } from '../../../src/features/workshop/spheres/publish-list';
import type { DeskNeeds } from '../../../src/features/workshop/needs';
import type { Clock } from '../../../src/platform/clock';
import { loadTranslators } from '../../../src/platform/i18n';
import { newId } from '../../../src/platform/ids';
import { writeCsv } from '../../../src/platform/spreadsheet';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

const { pl } = loadTranslators(join(__dirname, '../../../locales'));

let folder: string;
let storage: Storage;
let today = '2026-12-10';
const clock: Clock = { now: () => new Date(`${today}T11:00:00Z`) };

const spheres = ['opieka', 'recykling', 'turystyka', 'energia'].map((code) => ({ code, label: code, isOther: false }));

const evaluationOf = (change: Partial<Evaluation> = {}): Evaluation =>
  ({
    id: newId<'evaluation'>(),
    shortTitle: 'System wsparcia ES 2026',
    commissioner: 'ROPS w Kielcach',
    regionName: 'świętokrzyskie',
    wojewodztwo: newId<'voivodeship'>(),
    demonstration: false,
    ...change,
  }) as Evaluation;

const deskFor = (evaluation: Evaluation) =>
  createSphereDecisions({
    connection: storage.connection,
    clock,
    readEvaluation: () => Promise.resolve(evaluation),
    meetings: { allOf: () => Promise.resolve([]) },
    analysis: {
      spheres: {
        readSpheres: () =>
          Promise.resolve({
            evaluation,
            questions: [],
            questionnaire: null,
            dataCut: null,
            spheres: { smallestGroup: 5, most: 5, spheres, groups: [], agreement: null, differences: [] },
          }),
      },
    } as unknown as Analysis,
  } as unknown as DeskNeeds);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  const mongodbUri = ownDatabase();
  storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  await deskFor(evaluationOf()).ensureIndexes();
});
beforeEach(() => {
  today = '2026-12-10';
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const wanted = (change: Partial<WantedDecision> = {}): WantedDecision => ({
  id: newId<'sphere decision'>(),
  sphere: 'opieka',
  label: 'Usługi opiekuńcze',
  after: null,
  verdict: 'preferred',
  reason: 'Stałe zlecenia gmin',
  area: { kind: 'region' },
  valid: { from: '2027-01-01', until: '2028-12-31' },
  meetingNumber: 3,
  ...change,
});

const setting = () => {
  const evaluation = evaluationOf();
  const desk = deskFor(evaluation);
  const publish = async (id: SphereListId = newId<'sphere list'>()) => {
    const { decisions, lists } = await desk.readDesk(evaluation.id);
    return desk.publishList(evaluation, { id, stamp: stampOf(decisions, lists[0]), meetingNumber: 3 }, 'Anna Wrona');
  };
  return { evaluation, desk, publish };
};

test('a changed decision is a new entry: the earlier one stays with its day, person and reason', async () => {
  const { evaluation, desk } = setting();
  const first = await desk.decide(evaluation, wanted(), 'Anna Wrona');
  today = '2027-03-18';
  const change = { after: first.id, verdict: 'not-preferred', reason: 'Gminy zerwały umowy' } as const;
  await desk.decide(evaluation, wanted(change), 'Jan Mróz');
  const { decisions, current } = await desk.readDesk(evaluation.id);
  expect(decisions.map(({ verdict, reason, by, at }) => [verdict, reason, by, at.toISOString().slice(0, 10)])).toEqual([
    ['preferred', 'Stałe zlecenia gmin', 'Anna Wrona', '2026-12-10'],
    ['not-preferred', 'Gminy zerwały umowy', 'Jan Mróz', '2027-03-18'],
  ]);
  expect(current.get('opieka')).toMatchObject({ verdict: 'not-preferred', area: null });
  expect(currentDecisions(await desk.decisionsOf(decisions[0]?.groupId as never))).toHaveLength(1);
});

test('only what is preferred has an area, and what is postponed has no validity', async () => {
  const { evaluation, desk } = setting();
  await desk.decide(evaluation, wanted({ verdict: 'postponed' }), 'Anna Wrona');
  expect((await desk.readDesk(evaluation.id)).current.get('opieka')).toMatchObject({ area: null, valid: null });
});

test('of two decisions from the same form state one is kept and the other refused, whoever is faster', async () => {
  const { evaluation, desk } = setting();
  const first = await desk.decide(evaluation, wanted(), 'Anna Wrona');
  const rivals = ['Anna Wrona', 'Jan Mróz', 'Ewa Nowicka'].map((by) =>
    desk.decide(evaluation, wanted({ after: first.id, verdict: 'postponed', reason: by }), by),
  );
  const ended = await Promise.allSettled(rivals);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of ended)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'sphere-decisions.decided-meanwhile' });
  expect((await desk.readDesk(evaluation.id)).decisions).toHaveLength(2);
});

test('a form sent five times decides once', async () => {
  const { evaluation, desk } = setting();
  const one = wanted();
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => desk.decide(evaluation, one, 'Anna Wrona')));
  expect(new Set(results.map(({ id }) => id))).toEqual(new Set([one.id]));
  expect((await desk.readDesk(evaluation.id)).decisions).toHaveLength(1);
});

test('the page warns 60 days before the end and says what has ended', async () => {
  const { evaluation, desk } = setting();
  await desk.decide(evaluation, wanted(), 'Anna Wrona');
  const warningsOn = async (day: string): Promise<readonly string[]> => {
    today = day;
    return presentSpheresPage(await desk.readDesk(evaluation.id), true, pl).ending.map(({ text }) => text);
  };
  expect(await warningsOn('2028-10-31')).toEqual([]);
  expect(await warningsOn('2028-11-01')).toEqual(['Decyzja „Usługi opiekuńcze” wygasa 31 grudnia 2028.']);
  expect(await warningsOn('2028-12-31')).toHaveLength(1);
  expect(await warningsOn('2029-01-01')).toEqual(['Decyzja „Usługi opiekuńcze” wygasła 31 grudnia 2028.']);
});

test('a published version stays as it was, whatever is decided later', async () => {
  const { evaluation, desk, publish } = setting();
  const first = await desk.decide(evaluation, wanted(), 'Anna Wrona');
  const published = await publish();
  await desk.decide(evaluation, wanted({ after: first.id, verdict: 'postponed', reason: 'Brak lokali' }), 'Anna Wrona');
  expect((await desk.openList(evaluation.wojewodztwo)).list).toEqual(published);
  const second = await publish();
  const { list, versions } = await desk.openList(evaluation.wojewodztwo, '1');
  expect([list.number, second.number, versions.map(({ number }) => number)]).toEqual([1, 2, [2, 1]]);
  expect(list.spheres[0]).toMatchObject({
    verdict: 'preferred',
    reason: 'Stałe zlecenia gmin',
    decidedOn: '2026-12-10',
  });
});

test('a sphere that was preferred and no longer is, is said to be withdrawn, and one whose time is over to have expired', async () => {
  const { evaluation, desk, publish } = setting();
  const care = await desk.decide(evaluation, wanted(), 'Anna Wrona');
  const short = { sphere: 'recykling', label: 'Recykling', valid: { from: '2027-01-01', until: '2027-12-31' } };
  await desk.decide(evaluation, wanted(short), 'Anna Wrona');
  await publish();
  await desk.decide(
    evaluation,
    wanted({ after: care.id, verdict: 'not-preferred', reason: 'Brak zleceń' }),
    'Anna Wrona',
  );
  await publish();
  const shown = presentList(await desk.openList(evaluation.wojewodztwo), '2028-01-01', pl);
  expect(shown.preferred).toEqual([]);
  expect(shown.expired.map(({ label, standing }) => [label, standing?.text])).toEqual([['Recykling', 'Wygasła']]);
  expect(shown.others.map(({ withdrawn }) => withdrawn)).toEqual(['Preferowana w\u00a0wersji 1, potem wycofana.']);
  expect(shown.versions[0]?.changes.map(({ label, what }) => [label, what])).toEqual([
    ['Usługi opiekuńcze', 'wycofana z\u00a0preferowanych, teraz niepreferowana'],
  ]);
});

test('a list is published once per form, not after others decided in between, and not without a change', async () => {
  const { evaluation, desk, publish } = setting();
  await desk.decide(evaluation, wanted(), 'Anna Wrona');
  const { decisions } = await desk.readDesk(evaluation.id);
  const form = { id: newId<'sphere list'>(), stamp: stampOf(decisions, undefined), meetingNumber: null };
  await desk.decide(evaluation, wanted({ sphere: 'energia', verdict: 'postponed' }), 'Jan Mróz');
  await expect(desk.publishList(evaluation, form, 'Anna Wrona')).rejects.toMatchObject({
    code: 'sphere-decisions.list-changed',
  });
  const id = newId<'sphere list'>();
  const numbers = [await publish(id), await publish(id)].map(({ number }) => number);
  expect(numbers).toEqual([1, 1]);
  await expect(publish()).rejects.toMatchObject({ code: 'sphere-decisions.nothing-to-publish' });
});

test('generated decisions of a region never stand among its real ones', async () => {
  const real = evaluationOf();
  const generated = evaluationOf({ wojewodztwo: real.wojewodztwo, demonstration: true });
  await deskFor(generated).decide(generated, wanted(), 'Anna Wrona');
  expect((await deskFor(real).readDesk(real.id)).decisions).toEqual([]);
  expect((await deskFor(generated).readDesk(generated.id)).code).toBe(generated.id);
});

test('files of a list name no person, and their cells are no formulas', async () => {
  const { evaluation, desk, publish } = setting();
  await desk.decide(
    evaluation,
    wanted({ reason: '=HYPERLINK("http://zly.example")', meetingNumber: null }),
    'Anna Wrona',
  );
  const list = await publish();
  const csv = writeCsv(listRows(list, today, pl));
  expect(csv).toContain(`"'=HYPERLINK(""http://zly.example"")"`);
  expect(csv + JSON.stringify(listJson(list, today))).not.toContain('Wrona');
  expect(listJson(list, '2029-01-01').spheres[0]).toMatchObject({ verdict: 'preferred', standing: 'expired' });
});

test('an unknown list and an unknown version are not found', async () => {
  const { evaluation, desk, publish } = setting();
  await expect(desk.openList('nie-ma')).rejects.toMatchObject({ code: 'sphere-decisions.no-list', kind: 'not-found' });
  await desk.decide(evaluation, wanted(), 'Anna Wrona');
  await publish();
  await expect(desk.openList(evaluation.wojewodztwo, '9')).rejects.toMatchObject({
    code: 'sphere-decisions.no-version',
  });
});

test('what is preferred today is told to others; what expired is not', async () => {
  const { evaluation, desk, publish } = setting();
  expect(await desk.readPreferred(evaluation)).toBeNull();
  await desk.decide(evaluation, wanted(), 'Anna Wrona');
  await publish();
  expect((await desk.readPreferred(evaluation))?.spheres.map(({ sphere }) => sphere)).toEqual(['opieka']);
  today = '2029-01-01';
  expect((await desk.readPreferred(evaluation))?.spheres).toEqual([]);
});
