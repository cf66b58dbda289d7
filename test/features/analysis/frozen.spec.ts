import { randomUUID } from 'node:crypto';
import { createDemonstration } from '../../../src/app/demonstration';
import { composeChapters, type Chapters } from '../../../src/app/compose';
import type { FrozenTable } from '../../../src/features/analysis';
import type { TableRequest } from '../../../src/features/analysis/domain/tables';
import { systemClock } from '../../../src/platform/clock';
import type { EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';

const ID = 'zamrozona' as EvaluationId;
const PLACE = { kind: 'report', title: 'Raport', address: '/raport' } as const;

let application: TestApplication;
let chapters: Chapters;
/** As the verification sees it: nothing kept in memory, nothing sealed. */
const fresh = (): Chapters =>
  composeChapters({
    connection: application.storage.connection,
    clock: systemClock,
    secret: 'x'.repeat(40),
    fromRawAnswers: true,
  });

beforeAll(async () => {
  application = await startTestApplication({ DEMO: '0' });
  chapters = application.chapters;
  await createDemonstration({ chapters, clock: systemClock }, { id: ID, clients: 300, partners: 40 });
});
afterAll(() => application.remove());

const requestOf = (rows: readonly string[], change: Partial<TableRequest> = {}): TableRequest => ({
  rows,
  columns: ['instytucja'],
  weight: null,
  filter: [],
  ...change,
});

const freeze = (request: TableRequest): Promise<FrozenTable> =>
  chapters.analysis.frozen.freezeTable(ID, {
    dataset: 'owes-clients',
    request,
    level: 0.05,
    place: PLACE,
    by: 'Anna Wrona',
  });

const responses = () => application.storage.connection.collection('responses');

test('a frozen table is found again as it was told, from a new process and from raw answers', async () => {
  const frozen = await freeze(requestOf(['J']));
  const [kept] = await fresh().analysis.frozen.readFrozen(ID, [frozen.publication]);
  expect(kept).toEqual(frozen);
  const recheck = await fresh().analysis.frozen.recheckTable(frozen);
  expect(recheck).toMatchObject({ isSame: true, differences: [], causes: [] });
});

test('a battery is frozen with the wording of each statement and the version that asked it', async () => {
  const { wordings, respondents, table } = await freeze(requestOf(['J']));
  expect(wordings).toHaveLength(table.blocks.length);
  expect(wordings.length).toBeGreaterThan(1);
  for (const { item, question, statement, version } of wordings) {
    expect(item).toBe('J');
    expect(question).not.toBe('');
    expect(statement).not.toBeNull();
    expect(version).toBe(1);
  }
  expect(respondents).toBe(300);
});

describe('when a stored answer is changed behind our back', () => {
  test('the response and the question are named, and the numbers that moved', async () => {
    const frozen = await freeze(requestOf(['Z3']));
    const victim = await responses().findOne({
      evaluationId: ID,
      questionnaireCode: 'owes-clients',
      'answers.Z3': '5',
    });
    if (victim === null) throw new Error('Nobody answered 5');
    await responses().updateOne({ _id: victim._id }, { $set: { 'answers.Z3': '1' } });
    const { isSame, differences, causes } = await fresh().analysis.frozen.recheckTable(frozen);
    const number = (victim as unknown as { sequence: number }).sequence;
    expect(isSame).toBe(false);
    expect(causes).toEqual([{ kind: 'answers', variable: 'Z3', responses: [{ from: number, to: number }] }]);
    expect(differences.map(({ place }) => place)).toContain('Z3 5 total n');
    await responses().updateOne({ _id: victim._id }, { $set: { 'answers.Z3': '5' } });
    expect((await fresh().analysis.frozen.recheckTable(frozen)).isSame).toBe(true);
  });

  test('a response that is gone is counted', async () => {
    const frozen = await freeze(requestOf(['Z3']));
    const victim = await responses().findOne({ evaluationId: ID, questionnaireCode: 'owes-clients' });
    if (victim === null) throw new Error('Nobody answered');
    await responses().deleteOne({ _id: victim._id });
    const { isSame, causes } = await fresh().analysis.frozen.recheckTable(frozen);
    expect(isSame).toBe(false);
    expect(causes).toEqual([{ kind: 'respondents', told: 300, found: 299 }]);
    await responses().insertOne(victim);
  });

  test('so is a kept table that somebody edited', async () => {
    const frozen = await freeze(requestOf(['Z3']));
    const tables = application.storage.connection.collection<{ _id: string; content: string }>('frozenTables');
    const kept = await tables.findOne({ _id: frozen.publication });
    const edited = (kept?.content ?? '').replace(/"n":(\d+)/, (_, n: string) => `"n":${Number(n) + 1}`);
    await tables.updateOne({ _id: frozen.publication }, { $set: { content: edited } });
    const [read] = await fresh().analysis.frozen.readFrozen(ID, [frozen.publication]);
    const { isSame, causes } = await fresh().analysis.frozen.recheckTable(read as FrozenTable);
    expect(isSame).toBe(false);
    expect(causes).toEqual([{ kind: 'record' }]);
  });
});

test('answers that come later move nothing that is frozen, and are told apart as of today', async () => {
  const frozen = await freeze(requestOf(['Z3']));
  const [one] = await responses().find({ evaluationId: ID, 'answers.Z3': '5' }).sort({ _id: 1 }).limit(1).toArray();
  const { _id: _, sequence: __, ...rest } = one as unknown as { _id: string; sequence: number };
  const late = Array.from({ length: 30 }, (___, at) => ({ ...rest, id: randomUUID(), receiptNumber: `PO-${at}` }));
  await chapters.responses.importResponses(late as never);
  expect((await fresh().analysis.frozen.recheckTable(frozen)).isSame).toBe(true);
  const { today, moved } = await chapters.analysis.frozen.readToday(frozen);
  expect(today?.respondents).toBe(frozen.respondents + 30);
  expect(moved.changed).toBeGreaterThan(0);
  expect(moved.largest).toBeGreaterThan(0);
});

test('a preview is what would be told, and tells nobody', async () => {
  const request = requestOf(['Z3']);
  const before = await chapters.analysis.publications.listPublications(ID);
  const preview = await chapters.analysis.frozen.previewTable(ID, { dataset: 'owes-clients', request, level: 0.05 });
  expect(preview.publication).toBeNull();
  expect(await chapters.analysis.publications.listPublications(ID)).toHaveLength(before.length);
  const frozen = await freeze(request);
  expect(preview.table).toEqual(frozen.table);
});
