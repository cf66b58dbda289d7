import {
  checkSheet,
  issueTextKey,
  pageAt,
  readPage,
  type AnswerSheet,
  type FormFields,
} from '../../../src/features/questionnaires/domain';
import { loadTranslators } from '../../../src/platform/i18n';
import { clients } from './versions';

const pageOf = (code: string): number => clients.fieldByCode.get(code)?.page ?? 0;
const client: AnswerSheet = { K1: 'pes', K2: 'owes-polnoc' };

const read = (code: string, fields: FormFields, soFar: AnswerSheet = client) =>
  readPage(clients, pageOf(code), fields, soFar);
const issuesOf = (code: string, fields: FormFields, soFar?: AnswerSheet) =>
  read(code, fields, soFar).issues.map(({ field, kind }) => [field, kind]);

describe('reading a posted page', () => {
  test('a chosen answer is stored by its code', () => {
    expect(read('K1', { K1: 'pes', K2: 'owes-poludnie' }, {}).answers).toEqual({ K1: 'pes', K2: 'owes-poludnie' });
  });

  test('answers that routing needs are asked for; all other questions may be left out', () => {
    expect(issuesOf('K1', {}, {})).toEqual([
      ['K1', 'required'],
      ['K2', 'required'],
    ]);
    expect(issuesOf('P4', {})).toEqual([]);
  });

  test('"trudno powiedzieć" and "nie dotyczy" are kept apart as missing answers', () => {
    const rated = { ...client, U1: ['U1a'] };
    expect(read('J1', { J1: '98', O1_U1a: '97', J2: '5' }, rated).answers).toMatchObject({
      J1: { missing: 98 },
      O1_U1a: { missing: 97 },
      J2: '5',
    });
  });

  test('an answer that is not offered is refused, wherever it comes from', () => {
    expect(issuesOf('K1', { K1: 'krol', K2: 'owes-polnoc' }, {})).toEqual([['K1', 'unknown-choice']]);
    expect(issuesOf('U1', { U1: ['U1a', 'U9'] })).toEqual([['U1', 'unknown-choice']]);
    expect(issuesOf('S1', { S1: 's01,s99' })).toEqual([['S1', 'unknown-choice']]);
    expect(issuesOf('J1', { J1: '6' })).toEqual([['J1', 'unknown-choice']]);
    expect(issuesOf('Z1', { Z1: '11' })).toEqual([['Z1', 'unknown-choice']]);
    expect(issuesOf('P4', { P4: '9999999' })).toEqual([['P4', 'unknown-choice']]);
    expect(issuesOf('K1', { K1: ['pes', 'ngo'], K2: 'inny' }, {})).toEqual([['K1', 'too-many']]);
  });

  test('a gmina is known by its TERC code', () => {
    expect(read('P4', { P4: '2604112' }).answers).toMatchObject({ P4: '2604112' });
  });

  test('"żadna" clears the other choices', () => {
    expect(read('U1', { U1: ['U1a', 'zadna', 'U1c'] }).answers).toMatchObject({ U1: ['zadna'] });
  });

  test('more choices than allowed are refused and come back ticked', () => {
    const chosen = ['plynnosc', 'klienci', 'kadra', 'lokal', 'srodki', 'cele'];
    const { issues, typed, answers } = read('B1', { B1: chosen });
    expect(issues).toMatchObject([{ field: 'B1', kind: 'too-many', details: { count: 5, chosen: 6 } }]);
    expect(typed).toEqual({ B1: chosen });
    expect(answers).not.toHaveProperty('B1');
  });

  test('a ranking arrives in order, each sphere once', () => {
    expect(read('S1', { S1: 's07, s01,s07,' }).answers).toMatchObject({ S1: ['s07', 's01'] });
    expect(issuesOf('S1', { S1: 's01,s02,s03,s04,s05,s06' })).toEqual([['S1', 'too-many']]);
  });

  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1 200,0', 1200],
    ['3.0', 3],
  ])('the number "%s" is read as people write it', (text, number) => {
    expect(read('P6', { P6: text }).answers).toMatchObject({ P6: number });
  });

  test.each([
    ['dwanaście', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['12,5', 'not-whole'],
    ['−1', 'out-of-range'],
    ['5001', 'out-of-range'],
  ])('"%s" people employed is refused as %s, and stays in the field', (text, kind) => {
    const { issues, typed } = read('P6', { P6: text });
    expect(issues.map((issue) => issue.kind)).toEqual([kind]);
    expect(typed).toEqual({ P6: text });
  });

  test('no more jobs can exist today than were made', () => {
    const grant = { ...client, G1: '1', G2: 'otrzymano' };
    const { issues } = read('G4', { G3: '4', G4: '5' }, grant);
    expect(issues).toMatchObject([
      {
        field: 'G4',
        kind: 'above-other',
        details: { limit: 4, question: 'Ile miejsc pracy utworzyli Państwo z\u00a0dotacji?' },
      },
    ]);
    expect(issuesOf('G4', { G3: '4', G4: '4' }, grant)).toEqual([]);
    expect(checkSheet(clients, { ...grant, G3: 2, G4: 3 }).map(({ field, kind }) => [field, kind])).toEqual([
      ['G4', 'above-other'],
    ]);
  });

  test('a long text is refused with its length; line ends count once and control characters vanish', () => {
    expect(read('Z4', { Z4: 'a'.repeat(1001) }).issues).toMatchObject([
      { kind: 'too-long', details: { count: 1000, length: 1001 } },
    ]);
    expect(read('Z4', { Z4: '  jedno\r\ndrugie\u0000 ' }).answers).toMatchObject({ Z4: 'jedno\ndrugie' });
  });

  test('the text beside "inna, jaka?" counts only when that choice is made', () => {
    expect(read('K1', { K1: 'inna-instytucja', K1_inne: ' szkoła ', K2: 'zaden' }, {}).answers).toMatchObject({
      K1_inne: 'szkoła',
    });
    expect(read('K1', { K1: 'pes', K1_inne: 'szkoła', K2: 'zaden' }, {}).answers).not.toHaveProperty('K1_inne');
    expect(issuesOf('K1', { K1: 'inna-instytucja', K1_inne: 'a'.repeat(201), K2: 'zaden' }, {})).toEqual([
      ['K1_inne', 'too-long'],
    ]);
  });

  test('fields that routing hides are ignored, whatever they hold', () => {
    const jst = { K1: 'jst', K2: 'owes-polnoc' };
    const reading = read('P1', { P1: 'krol', P6: 'x', K5: 'urzednik' }, jst);
    expect(reading.issues).toEqual([]);
    expect(reading.answers).toEqual({ ...jst, K5: 'urzednik' });
  });

  test('fields of other pages are ignored, fields of no page are an issue', () => {
    expect(read('P4', { K1: 'prywatna', Z4: 'x' }).answers).toEqual(client);
    expect(issuesOf('P4', { X7: '1', __proto__x: '1' })).toEqual([
      ['X7', 'unknown-field'],
      ['__proto__x', 'unknown-field'],
    ]);
    expect(issuesOf('P4', JSON.parse('{"__proto__": "1", "constructor": "2"}') as FormFields)).toEqual([
      ['__proto__', 'unknown-field'],
      ['constructor', 'unknown-field'],
    ]);
  });

  test('emptying a field removes its earlier answer', () => {
    expect(read('P6', { P6: '', K4: 'rok' }, { ...client, P6: 4, P4: '2661011' }).answers).toEqual({
      ...client,
      K4: 'rok',
    });
  });

  test('answers on a branch closed by a change stay in the draft, for the case that it opens again', () => {
    expect(read('K1', { K1: 'jst', K2: 'owes-polnoc' }, { ...client, P1: 'fundacja' }).answers).toMatchObject({
      P1: 'fundacja',
    });
  });

  test('a question that an answer on the same page brings up is announced, so that the page is shown once more', () => {
    expect(read('G1', { U1: 'U1a', G1: '1' }).revealed).toEqual(['G2']);
    const again = read('G1', { U1: 'U1a', G1: '1' }, { ...client, U1: ['U1a'], G1: '1' });
    expect(again.revealed).toEqual([]);
  });

  test('a page that showed the question by itself says so with an empty field', () => {
    expect(read('G1', { G1: '1', G2: '' }).revealed).toEqual([]);
  });

  test('a page that the version does not have is misuse', () => {
    expect(() => readPage(clients, 99, {}, {})).toThrow(RangeError);
    expect(() => pageAt(clients, 0)).toThrow(RangeError);
  });
});

describe('every issue has its sentence', () => {
  const { pl } = loadTranslators('locales');
  const sentence = (code: string, fields: FormFields, soFar?: AnswerSheet) =>
    read(code, fields, soFar).issues.map((issue) => pl.t(issueTextKey(issue), issue.details));

  test('in the words of the design', () => {
    expect(sentence('K1', { K1: 'pes' }, {})).toEqual(['Proszę wybrać jedną odpowiedź']);
    expect(sentence('P6', { P6: 'x' })).toEqual(['Proszę wpisać liczbę od 0 do 5000, na przykład 12']);
    expect(sentence('B1', { B1: ['plynnosc', 'klienci', 'kadra', 'lokal', 'srodki', 'cele'] })).toEqual([
      'Można zaznaczyć najwyżej 5 odpowiedzi. Zaznaczono 6',
    ]);
    expect(sentence('Z4', { Z4: 'a'.repeat(1200) })).toEqual(['Proszę skrócić odpowiedź do 1000 znaków. Wpisano 1200']);
  });
});
