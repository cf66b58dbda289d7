import {
  ANSWERS,
  answerAll,
  begin,
  headingIn,
  respondent,
  startFieldwork,
  titleIn,
  type TestFieldwork,
} from './support/fieldwork';

describe('Answering a questionnaire of several pages', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  test('the intro says who asks, how long it takes and until when', async () => {
    const { text } = await respondent(fieldwork).get(await fieldwork.openLink());
    for (const part of [
      'Ankieta o wsparciu',
      'około 10 minut',
      '11, na 5 stronach',
      'do 30 listopada',
      'Regionalny Ośrodek Polityki Społecznej',
    ])
      expect(text).toContain(part);
  });

  test('opening pages records nothing', async () => {
    const link = await fieldwork.openLink();
    const before = await fieldwork.census();
    const person = respondent(fieldwork);
    for (const path of ['', '/s/1', '/s/1', '/s/3', '/dziekujemy', '/pozniej']) await person.get(`${link}${path}`);
    expect(await fieldwork.census()).toEqual(before);
  });

  test('each page leads to the next and the last one to the thanks', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const location = await answerAll(person, link);
    expect(location).toBe(`${link}/dziekujemy`);
    const thanks = await person.get(location);
    expect(headingIn(thanks.text)).toBe('Dziękujemy. Państwa odpowiedzi zostały zapisane.');
  });

  test('the response holds every field, each silence with its reason, the day and no time, link or address', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const before = new Set((await fieldwork.responses()).map(({ id }) => id));
    await answerAll(person, link);
    const [response] = (await fieldwork.responses()).filter(({ id }) => !before.has(id));
    expect(response).toEqual({
      id: expect.any(String),
      evaluationId: fieldwork.evaluation.id,
      versionId: expect.any(String),
      questionnaireCode: 'owes-clients',
      mode: 'cawi',
      language: 'pl',
      status: 'complete',
      answers: {
        K1: 'pes',
        K1_inne: { missing: 96 },
        K2: 'owes-polnoc',
        U1: ['a', 'b'],
        J1: '5',
        J2: { missing: 98 },
        G1: 'tak',
        G2: 4,
        S1: ['s02', 's01'],
        P4: '2661011',
        E1: 'Więcej zleceń',
        Z1: '9',
        Z5: '1',
      },
      receivedOn: '2026-11-18',
      receiptNumber: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    });
  });

  test('a finished questionnaire leaves no draft', async () => {
    const { drafts } = await fieldwork.census();
    await answerAll(respondent(fieldwork), await fieldwork.openLink());
    expect((await fieldwork.census())['drafts']).toBe(drafts);
  });

  test('a page that routing empties is skipped and its questions count as not asked', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const before = new Set((await fieldwork.responses()).map(({ id }) => id));
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'prywatna' });
    await person.post(`${link}/s/2`, { zgloszenie });
    const afterThird = await person.post(`${link}/s/3`, { zgloszenie });
    expect(afterThird.headers['location']).toBe(`${link}/s/5`);
    await person.post(`${link}/s/5`, { zgloszenie });
    const [response] = (await fieldwork.responses()).filter(({ id }) => !before.has(id));
    expect(response?.answers).toMatchObject({ E1: { missing: 96 }, Z1: { missing: 99 }, U1: { missing: 99 } });
  });

  test('a missing required answer brings the page back with a summary, and what was chosen stays', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    const reply = await person.post(`${link}/s/1`, { zgloszenie, K2: 'owes-poludnie' });
    expect(reply.status).toBe(400);
    expect(titleIn(reply.text)).toMatch(/^Błąd: Rola \(strona 1 z 4\)/);
    expect(reply.text).toContain('href="#K1">Pytanie 1: proszę wybrać jedną odpowiedź');
    expect(reply.text).toMatch(/aria-describedby="K1-e"/);
    expect(reply.text).toMatch(/value="owes-poludnie"[^>]* checked/);
  });

  test('Wstecz keeps even what cannot be an answer yet', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes' });
    const back = await person.post(`${link}/s/2`, { zgloszenie, J1: '1', G1: 'tak', G2: 'kilka', akcja: 'wstecz' });
    expect(back.headers['location']).toBe(`${link}/s/1`);
    const { text } = await person.get(`${link}/s/2`);
    expect(text).toMatch(/name="J1" value="1"[^>]* checked/);
    expect(text).toMatch(/name="G2" value="kilka"/);
  });

  test('answers that bring up a question show the page once more with it, without scripts', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes' });
    const first = await person.get(`${link}/s/2`);
    expect(first.text).toMatch(/data-shown-if="[^"]+" hidden data-item="G2"/);
    const again = await person.post(`${link}/s/2`, { zgloszenie, G1: 'tak', J1: '5' });
    expect(again.status).toBe(200);
    expect(again.text).toContain('pojawiły się na tej stronie dalsze pytania');
    expect(again.text).not.toMatch(/hidden data-item="G2"/);
    expect(again.text).toMatch(/name="J1" value="5"[^>]* checked/);
    const left = await person.post(`${link}/s/2`, { zgloszenie, G1: 'tak', G2: '' });
    expect(left.text).toContain('href="#G2">Pytanie 6: proszę wpisać liczbę');
  });

  test('a page further than the answers go leads back to the right one', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    expect((await person.get(`${link}/s/3`)).headers['location']).toBe(`${link}/s/1`);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes' });
    expect((await person.get(`${link}/s/5`)).headers['location']).toBe(`${link}/s/2`);
  });

  test('answers that became incomplete on an earlier page are asked for before anything is sent', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    for (const page of [1, 2, 3, 4]) await person.post(`${link}/s/${page}`, { zgloszenie, ...ANSWERS[page] });
    await person.post(`${link}/s/2`, { zgloszenie, G1: 'tak', G2: '', akcja: 'zapisz' });
    const reply = await person.post(`${link}/s/5`, { zgloszenie, Z1: '7' });
    expect(reply.headers['location']).toBe(`${link}/s/2?popraw=1`);
    expect((await person.get(`${link}/s/2?popraw=1`)).text).toContain('href="#G2"');
  });

  test('a whole run works without cookies, the id travelling in the address', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork, { cookies: false });
    let page = (await person.get(`${link}/s/1`)).text;
    const zgloszenie = /name="zgloszenie" value="([^"]+)"/.exec(page)?.[1] ?? '';
    for (const [number, fields] of Object.entries(ANSWERS)) {
      const reply = await person.post(`${link}/s/${number}`, { zgloszenie, ...fields });
      const location = reply.headers['location'] ?? '';
      expect(location).toContain(`?z=${zgloszenie}`);
      page = (await person.get(location)).text;
    }
    expect(headingIn(page)).toBe('Dziękujemy. Państwa odpowiedzi zostały zapisane.');
  });
});
