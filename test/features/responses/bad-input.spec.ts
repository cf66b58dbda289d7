import {
  begin,
  headingIn,
  plain,
  respondent,
  startFieldwork,
  type Fields,
  type TestFieldwork,
} from './support/fieldwork';

describe('Bad input gets a Polish sentence, the right status, and stores nothing', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  test.each<readonly [string, Fields, number, string]>([
    ['an operator in a field name', { 'K1[$gt]': '' }, 400, 'K1[$gt]'],
    ['an operator as a field', { $where: '1' }, 400, '$where'],
    ['a question that does not exist', { K99: 'pes' }, 400, 'K99'],
    ['a prototype as a field', { __proto__x: '1' }, 400, '__proto__x'],
    ['two answers where one belongs', { K1: ['pes', 'prywatna'] }, 400, 'K1'],
    ['an unknown button', { K1: 'pes', akcja: 'usun' }, 400, 'akcja'],
    ['a mangled ranking move', { K1: 'pes', ruch: 'S1:explode:s01' }, 400, 'ruch'],
    ['an unknown choice', { K1: 'krol' }, 400, 'Proszę wybrać odpowiedź z listy'],
    ['an operator as a value', { K1: '{"$gt":""}' }, 400, 'Proszę wybrać odpowiedź z listy'],
  ])('%s', async (_name, fields, status, sentence) => {
    const link = await fieldwork.openLink();
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    const before = await fieldwork.census();
    const reply = await person.post(`${link}/s/1`, { zgloszenie, ...fields });
    expect(reply.status).toBe(status);
    expect(plain(reply.text)).toContain(sentence);
    expect(await fieldwork.census()).toEqual(before);
  });

  test.each([
    ['/s/0', 404, 'Nie ma takiej strony ankiety'],
    ['/s/99', 404, 'Nie ma takiej strony ankiety'],
    ['/s/abc', 404, 'Nie ma takiej strony ankiety'],
    ['/s/1e3', 404, 'Nie ma takiej strony ankiety'],
    ['/s/%00', 404, 'Nie ma takiej strony ankiety'],
  ])('page %s', async (path, status, heading) => {
    const reply = await respondent(fieldwork).get(`${await fieldwork.openLink()}${path}`);
    expect([reply.status, headingIn(reply.text)]).toEqual([status, heading]);
  });

  test.each(['/a/x', '/a/ABCDEFGHJKMNPQRSTUVWXYZ2', '/a/%7B%22$gt%22:%22%22%7D', '/a/nie-ma-takiego/s/1'])(
    'an unknown link %s',
    async (path) => {
      const reply = await respondent(fieldwork).get(path);
      expect([reply.status, headingIn(reply.text)]).toEqual([404, 'Nie znamy tego linku do ankiety']);
    },
  );

  test('JSON instead of a form', async () => {
    const link = await fieldwork.openLink();
    const reply = await respondent(fieldwork).post(`${link}/s/1`, {}).type('json').send('{"K1":{"$gt":""}}');
    expect([reply.status, headingIn(reply.text)]).toEqual([400, 'Nie rozumiemy tej przesyłki']);
  });

  test('a body of a megabyte', async () => {
    const link = await fieldwork.openLink();
    const reply = await respondent(fieldwork).post(`${link}/s/4`, { E1: 'x'.repeat(1_000_000) });
    expect([reply.status, headingIn(reply.text)]).toEqual([413, 'Przesłano zbyt dużo danych']);
  });

  test('a form from another site', async () => {
    const link = await fieldwork.openLink();
    const reply = await respondent(fieldwork).post(`${link}/s/1`, { K1: 'pes' }).set('Origin', 'https://inna.example');
    expect(reply.status).toBe(403);
  });

  test('a text that is too long comes back whole, with a sentence', async () => {
    const link = await fieldwork.openLink(1);
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    const text = 'Zażółć gęślą jaźń. '.repeat(20).trim();
    const reply = await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes', E1: text });
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(/Proszę skrócić odpowiedź do\s50\sznaków/);
    expect(reply.text).toContain(text);
  });

  test('control characters in a text are dropped', async () => {
    const link = await fieldwork.openLink(1);
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes', E1: 'dwie\r\nlinie\u0000 i\u0007 dzwonek' });
    const response = (await fieldwork.responses()).find(({ id }) => id === zgloszenie);
    expect(response?.answers['E1']).toBe('dwie\nlinie i dzwonek');
  });

  test('a mangled submission id begins a submission of its own', async () => {
    const link = await fieldwork.openLink(1);
    const { responses = 0 } = await fieldwork.census();
    const reply = await respondent(fieldwork).post(`${link}/s/1`, {
      zgloszenie: '{"$gt":""}',
      K1: 'prywatna',
      G1: 'nie',
    });
    expect(reply.status).toBe(303);
    expect((await fieldwork.census())['responses']).toBe(responses + 1);
  });

  test.each([
    ['2026-10-18T21:00:00Z', 403, 'Ankieta jeszcze się nie zaczęła', '19 października'],
    ['2026-11-30T23:30:00Z', 410, 'Ankieta jest zamknięta', '30 listopada'],
  ])('at %s nobody can answer', async (moment, status, heading, day) => {
    const link = await fieldwork.openLink();
    const before = await fieldwork.census();
    fieldwork.clock.moveTo(moment);
    const replies = [
      await respondent(fieldwork).get(link),
      await respondent(fieldwork).get(`${link}/s/1`),
      await respondent(fieldwork).post(`${link}/s/1`, { K1: 'pes' }),
    ];
    fieldwork.clock.moveTo('2026-11-18T13:32:00Z');
    for (const { status: got, text } of replies) {
      expect([got, headingIn(text)]).toEqual([status, heading]);
      expect(text).toContain(day);
    }
    expect(await fieldwork.census()).toEqual(before);
  });
});
