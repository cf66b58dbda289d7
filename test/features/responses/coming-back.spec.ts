import {
  ANSWERS,
  answerAll,
  begin,
  headingIn,
  respondent,
  startFieldwork,
  type TestFieldwork,
} from './support/fieldwork';

const codeIn = (html: string): string => /class="key-no">([^<]+)</.exec(html)?.[1] ?? '';

describe('Leaving and coming back', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  const leave = async (link: string): Promise<string> => {
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, ...ANSWERS[1] });
    const later = await person.post(`${link}/s/2`, { zgloszenie, J1: '5', akcja: 'pozniej' });
    return codeIn((await person.get(later.headers['location'] ?? '')).text);
  };

  test('"Dokończę później" shows a code that brings the answers to another device', async () => {
    const link = await fieldwork.openLink();
    const code = await leave(link);
    const elsewhere = respondent(fieldwork);
    const back = await elsewhere.post(`${link}/kod`, { kod: ` ${code.toLowerCase().replace('-', ' ')}` });
    expect(back.headers['location']).toMatch(/\/s\/2\?z=/);
    expect((await elsewhere.get(back.headers['location'] ?? '')).text).toMatch(/name="J1" value="5"[^>]* checked/);
  });

  test.each(['', 'ABCD', 'ABCD-EFGH', "' or 1=1", 'x'.repeat(90)])(
    'a wrong code %j is said at the field',
    async (kod) => {
      const reply = await respondent(fieldwork).post(`${await fieldwork.openLink()}/kod`, { kod });
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('href="#f-kod"');
      expect(reply.text).toContain('Nie znamy takiego kodu');
    },
  );

  test('a code opens only the questionnaire it came from', async () => {
    const code = await leave(await fieldwork.openLink());
    const other = await respondent(fieldwork).post(`${await fieldwork.openLink()}/kod`, { kod: code });
    expect(other.status).toBe(400);
  });

  test('after a hundred tries within an hour codes of this link have to wait', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const code = await leave(link);
    for (let tries = 0; tries < 100; tries += 1) await person.post(`${link}/kod`, { kod: 'ABCD-EFGH' });
    const refused = await person.post(`${link}/kod`, { kod: code });
    expect([refused.status, headingIn(refused.text)]).toEqual([429, 'Zbyt wiele prób wpisania kodu']);
    fieldwork.clock.moveTo('2026-11-18T15:00:00Z');
    expect((await person.post(`${link}/kod`, { kod: code })).status).toBe(303);
  });

  test('a script saves the draft and hears when', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    fieldwork.clock.moveTo('2026-11-18T13:32:00Z');
    const reply = await person
      .post(`${link}/s/1`, { zgloszenie, K2: 'owes-polnoc', akcja: 'zapisz' })
      .set('Accept', 'application/json');
    expect(reply.body).toEqual({ savedAt: '14:32' });
    expect((await person.get(`${link}/s/1`)).text).toMatch(/Zapisano o\s14:32/);
  });

  test('a personal link serves once', async () => {
    const link = await fieldwork.personalLink();
    const person = respondent(fieldwork);
    const thanks = await answerAll(person, link);
    const again = await respondent(fieldwork).get(link);
    expect([again.status, headingIn(again.text)]).toEqual([410, 'Ta ankieta została już wypełniona']);
    expect(again.text).toContain('18 listopada');
    expect((await person.get(thanks)).status).toBe(200);
  });

  test('a second set of answers by a used personal link is refused', async () => {
    const link = await fieldwork.personalLink();
    await answerAll(respondent(fieldwork), link);
    const { responses } = await fieldwork.census();
    const reply = await respondent(fieldwork).post(`${link}/s/5`, { Z1: '1' });
    expect(reply.status).toBe(410);
    expect((await fieldwork.census())['responses']).toBe(responses);
  });
});

describe('Addresses of those who want the results', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  test('are kept apart, once, without any key to the answers', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    await answerAll(person, link);
    for (const email of ['jan@poczta.pl', 'JAN@poczta.pl '])
      await person.post(`${link}/wyniki`, { cel: 'wyniki', email });
    const kept = await fieldwork.application.storage.connection.collection('resultRequests').find({}).toArray();
    expect(kept).toEqual([
      {
        _id: expect.any(String),
        evaluationId: fieldwork.evaluation.id,
        email: 'jan@poczta.pl',
        purpose: 'results',
        savedOn: '2026-11-18',
      },
    ]);
  });

  test('a mistyped address comes back with a sentence', async () => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    await answerAll(person, link);
    const reply = await person.post(`${link}/wyniki`, { cel: 'wyniki', email: 'jan.poczta.pl' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('value="jan.poczta.pl"');
    expect(reply.text).toMatch(/Proszę wpisać adres ze znakiem @/);
  });

  test('an interview is offered only to those who agreed to one', async () => {
    const link = await fieldwork.openLink(1);
    const agrees = respondent(fieldwork);
    await agrees.post(`${link}/s/1`, { zgloszenie: await begin(agrees, link), K1: 'prywatna', G1: 'nie', Z5: '1' });
    expect((await agrees.get(`${link}/dziekujemy`)).text).toContain('value="rozmowa"');
    const declines = respondent(fieldwork);
    await declines.post(`${link}/s/1`, { zgloszenie: await begin(declines, link), K1: 'prywatna', G1: 'nie', Z5: '2' });
    expect((await declines.get(`${link}/dziekujemy`)).text).not.toContain('value="rozmowa"');
  });

  test('without a receipt nothing is taken', async () => {
    const reply = await respondent(fieldwork).post(`${await fieldwork.openLink()}/wyniki`, {
      cel: 'wyniki',
      email: 'a@b.pl',
    });
    expect(reply.status).toBe(404);
  });
});
