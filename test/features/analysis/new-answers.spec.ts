import supertest from 'supertest';
import { composeChapters } from '../../../src/app/compose';
import type { Actor } from '../../../src/features/accounts';
import { NO_FILTER } from '../../../src/features/analysis';
import type { Response } from '../../../src/features/responses';
import { newId, type AccountId } from '../../../src/platform/ids';
import {
  ALL_ANSWERS,
  ANSWERS,
  begin,
  respondent,
  startFieldwork,
  type TestFieldwork,
} from '../responses/support/fieldwork';

const PASSWORD = 'poprawne haslo testowe';
const director: Actor = { id: 'x' as AccountId, role: 'director', name: 'x' };

const madeUp = async ({ application, evaluation }: TestFieldwork, count: number): Promise<readonly Response[]> => {
  const versions = await application.chapters.questionnaires.listVersions(evaluation.id);
  const version = versions.find(({ code }) => code === 'rops-partners')!;
  return Array.from({ length: count }, (_, at) => ({
    id: newId(),
    evaluationId: evaluation.id,
    versionId: version.id,
    questionnaireCode: version.code,
    mode: 'cawi',
    status: 'complete',
    answers: { K1: 'pes', J1: at % 2 === 0 ? '5' : '1', Z1: String(at % 11) },
    receivedOn: '2026-11-18',
    receiptNumber: 'AAAA-0000',
  }));
};

/** Another process on the same store: it shares nothing but the store. */
const anotherProcess = ({ application, clock, evaluation }: TestFieldwork) => {
  const { connection } = application.storage;
  const { analysis } = composeChapters({ connection, clock, secret: 'x'.repeat(32) });
  return async (): Promise<number> => {
    const { results } = await analysis.readResults(director, evaluation.id, NO_FILTER);
    return results.size.level === 'hidden' ? 0 : results.size.n;
  };
};

/** On the real application and store: what is answered is counted at the next asking, in every process. */
describe('A new answer', () => {
  let fieldwork: TestFieldwork;
  let staff: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
    const { chapters, address } = fieldwork.application;
    const account = { email: 'ewaluator@demo.example', password: PASSWORD, name: 'Anna', title: 'Ewaluatorka' };
    await chapters.accounts.createAccount({ ...account, role: 'evaluator' });
    staff = supertest.agent(address);
    const _csrf = /name="_csrf" value="([^"]+)"/.exec((await staff.get('/logowanie')).text)?.[1];
    await staff.post('/logowanie').type('form').send({ _csrf, email: account.email, haslo: PASSWORD }).expect(303);
    await chapters.responses.importResponses(await madeUp(fieldwork, 40));
  }, 60_000);
  afterAll(() => fieldwork.stop());

  const respondentsOverHttp = async (): Promise<number> => {
    const address = `/badania/${fieldwork.evaluation.id}/wyniki`;
    const { body } = await staff.get(address).set('Accept', 'application/json').expect(200);
    return (body as { respondents: { n: number } }).respondents.n;
  };

  test('sent over HTTP is in the JSON of the results at the next request', async () => {
    const before = await respondentsOverHttp();
    const link = await fieldwork.openLink(1);
    for (let person = 1; person <= 3; person += 1) {
      const browser = respondent(fieldwork);
      const zgloszenie = await begin(browser, link);
      await browser.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS });
      expect(await respondentsOverHttp()).toBe(before + person);
    }
  });

  test('is seen by another process that has read before', async () => {
    const read = anotherProcess(fieldwork);
    const before = await read();
    await fieldwork.application.chapters.responses.importResponses(await madeUp(fieldwork, 5));
    expect(await read()).toBe(before + 5);
    expect(await respondentsOverHttp()).toBe(before + 5);
  });

  test('sent twenty times at once counts once in every process', async () => {
    const read = anotherProcess(fieldwork);
    const before = await read();
    const link = await fieldwork.openLink(1);
    const browser = respondent(fieldwork);
    const zgloszenie = await begin(browser, link);
    await Promise.all(Array.from({ length: 20 }, () => browser.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS })));
    expect(await read()).toBe(before + 1);
    expect(await anotherProcess(fieldwork)()).toBe(before + 1);
    expect(await respondentsOverHttp()).toBe(before + 1);
  });

  test('that was broken off is seen at once, and once only when its respondent comes back', async () => {
    const { responses } = fieldwork.application.chapters;
    const read = anotherProcess(fieldwork);
    const before = await read();
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, ...ANSWERS[1] });
    fieldwork.clock.moveTo('2026-11-26T13:33:00Z');
    await responses.recordBreakOffs(fieldwork.evaluation.id, 7);
    expect(await read()).toBe(before + 1);

    for (const [page, fields] of Object.entries(ANSWERS))
      await person.post(`${link}/s/${page}`, { zgloszenie, ...fields });
    expect((await fieldwork.responses()).find(({ id }) => id === zgloszenie)).toMatchObject({ status: 'complete' });
    expect([await read(), await anotherProcess(fieldwork)(), await respondentsOverHttp()]).toEqual(
      Array(3).fill(before + 1),
    );
  });
});

test('Many answers leave sealed blocks behind, from which another process starts; a damaged one is made again', async () => {
  const fieldwork = await startFieldwork();
  try {
    const { chapters, storage } = fieldwork.application;
    const segments = storage.connection.collection('segments');
    await chapters.responses.importResponses(await madeUp(fieldwork, 9_000));
    expect(await anotherProcess(fieldwork)()).toBe(9_000);
    expect(await segments.countDocuments({})).toBe(2);
    expect(await anotherProcess(fieldwork)()).toBe(9_000);

    await segments.updateOne({ block: 0 }, { $set: { digest: 'damaged' } });
    expect(await anotherProcess(fieldwork)()).toBe(9_000);
    expect((await segments.findOne({ block: 0 }))?.['digest']).toHaveLength(64);
  } finally {
    await fieldwork.stop();
  }
}, 60_000);
