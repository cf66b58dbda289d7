import { composeChapters } from '../../../src/app/compose';
import type { PublishedReport } from '../../../src/features/reports';
import { systemClock } from '../../../src/platform/clock';
import type { EvaluationId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../../support/application';

const DEMONSTRATION = 'demonstracja' as EvaluationId;
const { pl } = loadTranslators('locales');

let application: TestApplication;
let version: PublishedReport;

beforeAll(async () => {
  application = await startTestApplication();
  const { editor, published } = application.chapters.reports;
  const [report] = await editor.listReports(DEMONSTRATION);
  if (report === undefined) throw new Error('The demonstration has no report');
  version = await published.publishReport(DEMONSTRATION, {
    report: report.id,
    key: 'sprawdzany',
    revision: report.revision,
    state: 'preliminary',
    erratum: null,
    by: 'Anna Wrona',
    translatorOf: () => pl,
  });
}, 60_000);
afterAll(() => application.remove());

/** As `npm run verify-report` counts: in a process of its own, from raw answers alone. */
const verify = () =>
  composeChapters({
    connection: application.storage.connection,
    clock: systemClock,
    secret: 'x'.repeat(40),
    fromRawAnswers: true,
  }).reports.verifyReport(version.id);

const collection = (name: string) => application.storage.connection.collection(name);

test('every table of a published report is the same to the last digit', async () => {
  const { holds, tables, missing, isTreeSame } = await verify();
  expect({ holds, missing, isTreeSame }).toEqual({ holds: true, missing: [], isTreeSame: true });
  expect(tables.length).toBe(version.publications.length);
  expect(tables.length).toBeGreaterThan(2);
});

test('a changed answer is named with its question and response', async () => {
  const filter = { evaluationId: DEMONSTRATION, questionnaireCode: 'owes-clients', 'answers.J1': '5' };
  const victim = await collection('responses').findOne(filter);
  if (victim === null) throw new Error('Nobody answered 5');
  await collection('responses').updateOne({ _id: victim._id }, { $set: { 'answers.J1': '2' } });
  const { holds, tables } = await verify();
  const number = victim['sequence'] as number;
  expect(holds).toBe(false);
  expect(tables.flatMap(({ causes }) => causes)).toContainEqual({
    kind: 'answers',
    variable: 'J1',
    responses: [{ from: number, to: number }],
  });
  await collection('responses').updateOne({ _id: victim._id }, { $set: { 'answers.J1': '5' } });
});

test('a kept table that is gone is missing', async () => {
  const [publication] = version.publications;
  const kept = await collection('frozenTables').findOne({ _id: publication as never });
  if (kept === null) throw new Error('Nothing was kept');
  await collection('frozenTables').deleteOne({ _id: publication as never });
  const { holds, missing } = await verify();
  expect({ holds, missing }).toEqual({ holds: false, missing: [publication] });
  await collection('frozenTables').insertOne(kept);
  expect((await verify()).holds).toBe(true);
});

test('nothing in the sample table sets institution beside type: single people would be told', async () => {
  const { blocks } = await application.chapters.reports.published.readTree(version.id);
  const samples = blocks.flatMap((block) =>
    block.kind === 'table' && block.caption?.startsWith('Zrealizowana próba') === true ? [block] : [],
  );
  expect(samples.length).toBeGreaterThan(1);
  for (const { columns } of samples) expect(columns).toHaveLength(2);
});
