import { EVERY_KIND } from './support/every-kind';
import {
  begin,
  headingIn,
  newResponse,
  plain,
  respondent,
  startFieldwork,
  type Fields,
  type Respondent,
  type TestFieldwork,
} from './support/fieldwork';

/** What is right on the page of all kinds; tests change one field of it. */
const RIGHT: Fields = {
  D1: '21.11.2026',
  M1: 'jan.kowalski@poczta.pl',
  F1: '60',
  F2: '30,5',
  F3: '9,5',
  K2: 'inny',
  K2_inne: 'OWES Centrum',
  B1: '2',
  L1: '9',
  R: ['a', 'inna'],
  N1: '10',
  N2: '9',
};

describe('Every kind of question, without scripts', () => {
  let fieldwork: TestFieldwork;
  let link: string;
  let person: Respondent;
  let zgloszenie: string;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
    link = await fieldwork.linkTo(EVERY_KIND);
  });
  afterAll(() => fieldwork.stop());
  beforeEach(async () => {
    person = respondent(fieldwork);
    zgloszenie = await begin(person, link);
  });

  const post = (page: number, fields: Fields) => person.post(`${link}/s/${page}`, { zgloszenie, ...fields });
  const agree = () => post(1, { Z0: 'tak', W1: 'Spółdzielnia Razem' });
  const errorsAfter = async (change: Fields): Promise<readonly string[]> => {
    await agree();
    const reply = await post(2, { ...RIGHT, ...change });
    if (reply.status === 303) return [];
    return [...plain(reply.text).matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a>/g)].map(
      ([, field = '', text = '']) => `${field}: ${text}`,
    );
  };

  test('a whole run is stored: dates as days, parts as numbers, calculated values, and every silence with its reason', async () => {
    const before = await fieldwork.responses();
    await agree();
    expect((await post(2, RIGHT)).headers['location']).toBe(`${link}/s/3`);
    expect((await post(3, { U1: ['U1a', 'U1c'] })).headers['location']).toBe(`${link}/s/5`);
    await post(5, { O1_U1a: 'dobrze', O1_U1c: 'dobrze' });
    expect((await post(6, { X1: '9' })).headers['location']).toBe(`${link}/dziekujemy`);
    expect((await newResponse(fieldwork, before))?.answers).toEqual({
      Z0: 'tak',
      W1: 'Spółdzielnia Razem',
      D1: '2026-11-21',
      M1: 'jan.kowalski@poczta.pl',
      F1: 60,
      F2: 30.5,
      F3: 9.5,
      K2: 'inny',
      K2_inne: 'OWES Centrum',
      B1: '2',
      B2: { missing: 99 },
      B3: { missing: 99 },
      B4: { missing: 99 },
      L1: '9',
      R: ['a', 'inna'],
      R_inne: { missing: 99 },
      N1: 10,
      N2: 9,
      ODESZLO: 1,
      N3: { missing: 96 },
      U1: ['U1a', 'U1c'],
      O1_U1a: 'dobrze',
      O2_U1a: { missing: 96 },
      O1_U1b: { missing: 96 },
      O2_U1b: { missing: 96 },
      O1_U1c: 'dobrze',
      O2_U1c: { missing: 96 },
      X1: '9',
    });
  });

  test('all of them may be left empty', async () => {
    await agree();
    expect((await post(2, {})).headers['location']).toBe(`${link}/s/3`);
  });

  test.each([
    ['a date as a calendar gives it', { D1: '2026-11-21' }, []],
    [
      'a date that no calendar has',
      { D1: '31.02.2026' },
      ['D1: Pytanie 3: proszę podać datę, która jest w kalendarzu, na przykład 21.11.2026'],
    ],
    [
      'a date before the first',
      { D1: '31.12.2023' },
      ['D1: Pytanie 3: proszę podać datę nie wcześniejszą niż 01.01.2024'],
    ],
    [
      'an address without its sign',
      { M1: 'jan.kowalski' },
      ['M1: Pytanie 4: w adresie brakuje znaku @, na przykład jan.kowalski@poczta.pl'],
    ],
    [
      'parts that make less than the whole',
      { F1: '40' },
      ['F: Pytanie 5: liczby mają dać razem 100. Teraz dają 80, brakuje 20'],
    ],
    [
      'parts that make more than the whole',
      { F1: '61' },
      ['F: Pytanie 5: liczby mają dać razem 100. Teraz dają 101, to o 1 za dużo'],
    ],
    [
      'a part that is no number',
      { F1: 'dużo' },
      ['F1: Pytanie 5: proszę wpisać w wierszu „Sprzedaż” liczbę od 0 do 100'],
    ],
    ['a choice that the list has not', { K2: 'zachod' }, ['K2: Pytanie 6: proszę wybrać odpowiedź z listy']],
    [
      'a number against the rule of its author',
      { N2: '11' },
      ['N2: Pytanie 11: OWES pyta o część z 10 osób, więc liczba nie może być większa'],
    ],
  ])('%s', async (_title, change: Fields, errors) => {
    expect(await errorsAfter(change)).toEqual(errors);
  });

  test('what was typed wrongly stays in its box and the other answers stay, too', async () => {
    await agree();
    const { text } = await post(2, { ...RIGHT, D1: 'wczoraj', F1: 'dużo' });
    expect(text).toMatch(/type="text" id="D1" name="D1" value="wczoraj"/);
    expect(text).toMatch(/id="F1" name="F1" value="dużo"[^>]* aria-invalid="true" aria-describedby="F1-e"/);
    expect(text).toMatch(/<option value="inny"[^>]* selected>/);
    expect(text).toContain('value="OWES Centrum"');
    expect(plain(text)).toContain('Razem: 40%. Zostało 60%.');
  });

  test('a consent left open is asked for', async () => {
    const { text } = await post(1, {});
    expect(text).toContain('href="#Z0"');
  });

  test('a calculated value brings up its question, and is never shown itself', async () => {
    await agree();
    const { text } = await post(2, { ...RIGHT, N2: '3' });
    expect(text).toContain('pojawiły się na tej stronie dalsze pytania');
    expect(text).toMatch(/<textarea class="input" id="N3"(?![^>]*disabled)/);
    expect(text).not.toContain('Ile osób odeszło');
  });

  test('a block stands under the name of its service, asks for what is required and reveals its own questions', async () => {
    await agree();
    await post(2, RIGHT);
    await post(3, { U1: ['U1b'] });
    const page = plain((await person.get(`${link}/s/5`)).text);
    expect(page).toContain('id="O-U1b-b">Usługa: Szkolenia<');
    expect(page).toContain('Jak oceniają Państwo usługę „Szkolenia”?');
    expect(page).not.toContain('Doradztwo');
    expect((await post(5, {})).text).toContain('href="#O1_U1b"');
    expect((await post(5, { O1_U1b: 'zle' })).text).toMatch(/<textarea class="input" id="O2_U1b"(?![^>]*disabled)/);
    expect((await post(5, { O1_U1b: 'zle', O2_U1b: 'hałas' })).headers['location']).toBe(`${link}/s/6`);
  });

  test('an earlier answer stands in later texts: its label, or what was typed beside "inny"', async () => {
    await agree();
    await post(2, RIGHT);
    await post(3, { U1: ['U1a'] });
    await post(5, { O1_U1a: 'dobrze' });
    const { text } = await person.get(`${link}/s/6`);
    expect(headingIn(text)).toBe('Na koniec o: OWES Centrum');
    expect(text).toContain('Czy polecą Państwo OWES Centrum?');
  });

  test('a place, a day and a number stand in later texts as people write them', async () => {
    const { languages: _languages, translations: _translations, ...rest } = EVERY_KIND;
    const own = await fieldwork.linkTo({
      ...rest,
      code: 'przywolania',
      pages: [
        {
          id: 'a',
          title: 'A',
          items: [
            { kind: 'territory', code: 'P', text: 'Gdzie?', level: 'powiat' },
            { kind: 'date', code: 'D', text: 'Kiedy?' },
            { kind: 'number', code: 'N', text: 'Ile?', least: 0, most: 9 },
          ],
        },
        { id: 'b', title: 'B', items: [{ kind: 'open', code: 'E', text: '${P}, ${D}, ${N}', longest: 9 }] },
      ],
    });
    const other = respondent(fieldwork);
    const id = await begin(other, own);
    await other.post(`${own}/s/1`, { zgloszenie: id, P: '2661', D: '1.2.2026', N: '2,5' });
    expect((await other.get(`${own}/s/2`)).text).toContain('Kielce, 1 lutego 2026, 2,5');
  });

  test('who is screened out reads why, sends, and is stored to the end with the rest not asked', async () => {
    const before = await fieldwork.responses();
    await agree();
    await post(2, RIGHT);
    expect((await post(3, { U1: 'zadna' })).headers['location']).toBe(`${link}/s/4`);
    const { text } = await person.get(`${link}/s/4`);
    expect(text).toContain('Pytamy tylko osoby, które korzystały z usług.');
    expect(text).toContain('Zakończ ankietę');
    expect((await post(4, { koniec: 'END1' })).headers['location']).toBe(`${link}/dziekujemy`);
    const response = await newResponse(fieldwork, before);
    expect(response?.status).toBe('complete');
    expect(response?.answers).toMatchObject({ U1: ['zadna'], O1_U1a: { missing: 96 }, X1: { missing: 96 }, N1: 10 });
  });

  test('an end on the same page is shown before anything is sent', async () => {
    const before = await fieldwork.responses();
    const first = await post(1, { Z0: 'nie', W1: 'Spółdzielnia' });
    expect(first.status).toBe(200);
    expect(plain(first.text)).toContain('ankieta kończy się na tej stronie');
    expect(first.text).toMatch(/data-end><p>Dziękujemy. Bez zgody nie pytamy dalej.<\/p>/);
    expect(first.text).toMatch(/hidden data-item="W1"/);
    expect(await newResponse(fieldwork, before)).toBeUndefined();
    expect((await post(1, { Z0: 'nie', koniec: 'END0' })).headers['location']).toBe(`${link}/dziekujemy`);
    const response = await newResponse(fieldwork, before);
    expect(response).toMatchObject({
      status: 'complete',
      answers: { Z0: 'nie', W1: { missing: 96 }, D1: { missing: 96 } },
    });
  });
});
