import {
  ALL_ANSWERS,
  ANSWERS,
  answerAll,
  begin,
  respondent,
  startFieldwork,
  type TestFieldwork,
} from './support/fieldwork';

const receiptIn = (html: string): string => /class="tnum">([^<]+)</.exec(html)?.[1] ?? '';

describe('A submission counts once', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  test('a questionnaire of one page is one document, and no draft is kept', async () => {
    const link = await fieldwork.openLink(1);
    const person = respondent(fieldwork);
    const before = await fieldwork.census();
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS });
    expect(await fieldwork.census()).toEqual({ ...before, responses: (before['responses'] ?? 0) + 1 });
  });

  test('twenty identical posts at the same moment give one response and one receipt', async () => {
    const link = await fieldwork.openLink(1);
    const person = respondent(fieldwork);
    const { responses = 0 } = await fieldwork.census();
    const zgloszenie = await begin(person, link);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => person.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(303));
    const receipts = await Promise.all(
      replies.map(async () => receiptIn((await person.get(`${link}/dziekujemy`)).text)),
    );
    expect(new Set(receipts).size).toBe(1);
    expect((await fieldwork.census())['responses']).toBe(responses + 1);
  });

  test('twenty identical posts of a page in the middle and of the last page count once as well', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const { responses = 0, drafts = 0 } = await fieldwork.census();
    const zgloszenie = await begin(person, link);
    for (const [page, fields] of Object.entries(ANSWERS)) {
      const post = () => person.post(`${link}/s/${page}`, { zgloszenie, ...fields });
      const replies = await Promise.all(Array.from({ length: 20 }, post));
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(303));
    }
    expect(await fieldwork.census()).toMatchObject({ responses: responses + 1, drafts });
  });

  test('the same submission with other answers keeps the first ones and shows the first receipt', async () => {
    const link = await fieldwork.openLink(1);
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS, Z1: '9' });
    const first = receiptIn((await person.get(`${link}/dziekujemy`)).text);
    const again = await person.post(`${link}/s/1`, { zgloszenie, ...ALL_ANSWERS, Z1: '0' });
    expect(again.status).toBe(303);
    expect(receiptIn((await person.get(`${link}/dziekujemy`)).text)).toBe(first);
    const kept = (await fieldwork.responses()).find(({ id }) => id === zgloszenie);
    expect(kept?.answers['Z1']).toBe('9');
  });

  test('a late second press of the last button finds the thanks, though the draft is gone', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const location = await answerAll(person, link);
    const id = (await fieldwork.responses()).at(-1)?.id ?? '';
    const { responses } = await fieldwork.census();
    expect(location).toBe(`${link}/dziekujemy`);
    const late = await person.post(`${link}/s/5`, { zgloszenie: id, Z1: '2' });
    expect(late.headers['location']).toContain('/dziekujemy');
    expect((await fieldwork.census())['responses']).toBe(responses);
  });

  test('the next person at the same browser begins with a submission of their own', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    await answerAll(person, link);
    const last = (await fieldwork.responses()).map(({ id }) => String(id));
    expect(last).not.toContain(await begin(person, link));
  });

  test('the thanks stay after a reload and are not shown without a receipt', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    await answerAll(person, link);
    expect((await person.get(`${link}/dziekujemy`)).status).toBe(200);
    expect((await person.get(`${link}/dziekujemy`)).status).toBe(200);
    const stranger = await respondent(fieldwork).get(`${link}/dziekujemy`);
    expect(stranger.status).toBe(404);
    expect(stranger.text).toContain('Nie widzimy wysłanej ankiety');
  });
});
