import {
  checkSheet,
  completeSheet,
  issueTextKey,
  nextPage,
  onDay,
  pagesOnPath,
  pathThrough,
  pipeText,
  questionNumbers,
  readPage,
  visibleItems,
  type AnswerSheet,
  type FormFields,
} from '../../../src/features/questionnaires/domain';
import { loadTranslators } from '../../../src/platform/i18n';
import { story } from './story';

const { pl } = loadTranslators('locales');
const version = onDay(story, '2026-11-21');
const [CONSENT, FIRM, SERVICES, GOODBYE] = [1, 2, 3, 4];
const agreed: AnswerSheet = { W1: 'tak' };

const send = (page: number, form: FormFields, before: AnswerSheet = agreed) => readPage(version, page, form, before);
const sentences = (page: number, form: FormFields, before?: AnswerSheet) =>
  send(page, form, before).issues.map((issue) => [issue.field, pl.t(issueTextKey(issue), issue.details)]);
const isAsked = (answers: AnswerSheet, code: string) => pathThrough(version, answers).asked.has(code);

describe('pani Maria nie zgadza się na udział w badaniu', () => {
  const declined = send(CONSENT, { W1: 'nie' }, {}).answers;

  test('she reads a thank-you on the same page, and nothing more is asked', () => {
    expect(visibleItems(version, CONSENT, declined).map(({ code }) => code)).toEqual(['W1', 'END1']);
    expect(nextPage(version, CONSENT, declined)).toBeNull();
    expect(pagesOnPath(version, declined)).toEqual([CONSENT]);
    expect([...pathThrough(version, declined).asked]).toEqual(['W1']);
  });

  test('her sheet is complete: everything behind the end was not asked (96), and nothing is missing', () => {
    expect(checkSheet(version, declined)).toEqual([]);
    const sheet = completeSheet(version, declined, { reachedPage: GOODBYE });
    expect(sheet).toMatchObject({ W1: 'nie', F1: { missing: 96 }, F6: { missing: 96 }, Z1: { missing: 96 } });
  });

  test('what she answered before she declined no longer counts', () => {
    expect(pathThrough(version, { ...declined, F4: 12 }).answers).toEqual({ W1: 'nie' });
  });

  test('consent must be given or declined, it cannot be passed over', () => {
    expect(sentences(CONSENT, {}, {})).toEqual([['W1', 'Proszę zaznaczyć, czy wyrażają Państwo zgodę']]);
    expect(sentences(CONSENT, { W1: 'może' }, {})).toEqual([['W1', 'Proszę wybrać odpowiedź z\u00a0listy']]);
  });
});

describe('spółdzielnia Zielony Stół opisuje siebie', () => {
  test.each([
    ['21.11.2010', '2010-11-21'],
    ['1.2.2010', '2010-02-01'],
    ['01/02/2010', '2010-02-01'],
    ['2010-02-28', '2010-02-28'],
    ['29.02.2012', '2012-02-29'],
    [' 5. 6. 1998 r. ', '1998-06-05'],
  ])('the day "%s" is understood as people write it', (typed, day) => {
    expect(send(FIRM, { F2: typed }).answers).toMatchObject({ F2: day });
  });

  test.each(['31.02.2010', '29.02.2011', '2010-13-01', '2010', 'wczoraj', '0.1.2010'])(
    '"%s" is no day of the calendar',
    (typed) => {
      expect(sentences(FIRM, { F2: typed })).toEqual([
        ['F2', 'Proszę podać datę, która jest w\u00a0kalendarzu, na przykład 21.11.2026'],
      ]);
    },
  );

  test('a day before the limit is refused with the limit, a day to come by the constraint', () => {
    expect(sentences(FIRM, { F2: '31.12.1989' })).toEqual([
      ['F2', 'Proszę podać datę nie wcześniejszą niż 01.01.1990'],
    ]);
    expect(send(FIRM, { F2: '21.11.2026' }).issues).toEqual([]);
    expect(send(FIRM, { F2: '22.11.2026' }).issues).toMatchObject([{ field: 'F2', kind: 'constraint' }]);
  });

  test('an address without @ is told so; one that cannot be is asked to be checked', () => {
    expect(sentences(FIRM, { F3: 'jan.kowalski' })).toEqual([
      ['F3', 'W\u00a0adresie brakuje znaku @, na przykład jan.kowalski@poczta.pl'],
    ]);
    for (const address of ['jan@', '@poczta.pl', 'jan@poczta', 'jan k@poczta.pl', 'a@b@c.pl', 'jan@poczta..pl'])
      expect(send(FIRM, { F3: address }).issues).toMatchObject([{ kind: 'not-an-email' }]);
    expect(send(FIRM, { F3: ' jan.kowalski+es@poczta.edu.pl ' }).answers).toMatchObject({
      F3: 'jan.kowalski+es@poczta.edu.pl',
    });
  });

  test('more contracts than people are refused in the words of the author, with the answers filled in', () => {
    const before = { ...agreed, F1: 'Zielony Stół', F4: 8 };
    expect(sentences(FIRM, { F1: 'Zielony Stół', F4: '8', F5: '9' }, before)).toEqual([
      ['F5', 'W spółdzielni Zielony Stół pracuje 8 osób, więc umów nie może być więcej'],
    ]);
    expect(sentences(FIRM, { F1: 'Zielony Stół', F4: '8', F5: '' }, before)).toEqual([]);
    expect(checkSheet(version, { ...before, F5: 9 })).toMatchObject([{ field: 'F5', kind: 'constraint' }]);
  });
});

describe('udział umów o pracę liczy się sam', () => {
  const answers: AnswerSheet = { ...agreed, F4: 8, F5: 3 };

  test('from answers given, and further questions may depend on it', () => {
    expect(pathThrough(version, answers).answers).toMatchObject({ F6: 37.5 });
    expect(isAsked(answers, 'F8')).toBe(true);
    expect(isAsked({ ...answers, F5: 4 }, 'F8')).toBe(false);
    expect(pipeText('Udział ${F6}%', pathThrough(version, answers).answers, version)).toBe('Udział 37.5%');
    expect(
      pipeText('Udział ${F6}%', pathThrough(version, answers).answers, version, { number: pl.format.decimal }),
    ).toContain('37,5');
  });

  test('it is stored like an answer, and nobody can send it', () => {
    expect(completeSheet(version, answers, { reachedPage: GOODBYE })).toMatchObject({ F6: 37.5 });
    expect(send(FIRM, { F4: '8', F5: '3', F6: '99' }).answers).toEqual(answers);
    expect(pathThrough(version, { ...answers, F6: 99 }).answers).toMatchObject({ F6: 37.5 });
  });

  test('without its answers it is no value: not asked, or not reached when the respondent left before', () => {
    const finish = (given: AnswerSheet, reachedPage: number) => completeSheet(version, given, { reachedPage })['F6'];
    expect(finish(agreed, GOODBYE)).toEqual({ missing: 96 });
    expect(finish(agreed, CONSENT)).toEqual({ missing: 95 });
    expect(finish({ ...agreed, F4: 0 }, GOODBYE)).toEqual({ missing: 96 });
  });

  test('it is no question: it has no number and is never shown', () => {
    expect(questionNumbers(version, answers).has('F6')).toBe(false);
    expect(visibleItems(version, FIRM, answers).map(({ code }) => code)).not.toContain('F6');
    expect(isAsked(answers, 'F6')).toBe(false);
  });
});

describe('przychody dzielą się na części, które dają sto procent', () => {
  const parts = (F7a: string, F7b: string, F7c = '') => ({ F4: '8', F5: '', F7a, F7b, F7c });
  const eight = { ...agreed, F4: 8 };

  test('parts that add up are accepted, and what was left empty is zero', () => {
    expect(send(FIRM, parts('60', '40%'), eight).answers).toEqual({ ...eight, F7a: 60, F7b: 40, F7c: 0 });
    expect(send(FIRM, parts('33,3', '33,3', '33,4'), eight).issues).toEqual([]);
  });

  test('parts that do not are refused once, with the difference, and all stay as typed', () => {
    const reading = send(FIRM, parts('60', '30,5'), eight);
    expect(reading.issues).toMatchObject([{ field: 'F7', item: 'F7', kind: 'sum-too-small' }]);
    expect(sentences(FIRM, parts('60', '30,5'), eight)).toEqual([
      ['F7', 'Liczby mają dać razem 100. Teraz dają 90,5, brakuje 9,5'],
    ]);
    expect(sentences(FIRM, parts('60', '50'), eight)).toEqual([
      ['F7', 'Liczby mają dać razem 100. Teraz dają 110, to o\u00a010 za dużo'],
    ]);
    expect(reading.answers).toEqual(eight);
    expect(reading.typed).toEqual({ F7a: '60', F7b: '30,5', F7c: '' });
  });

  test('a part below zero, above the whole or in words is refused by itself', () => {
    for (const wrong of ['−1', '101', 'połowa'])
      expect(send(FIRM, parts(wrong, '40'), eight)).toMatchObject({
        issues: [{ field: 'F7a', kind: 'not-a-part' }],
        answers: eight,
      });
  });

  test('nothing at all may be left, for it is not required; then all parts are left empty (99)', () => {
    expect(send(FIRM, parts('', ''), eight).issues).toEqual([]);
    expect(completeSheet(version, eight, { reachedPage: GOODBYE })).toMatchObject({
      F7a: { missing: 99 },
      F7c: { missing: 99 },
    });
  });

  test('a part that is not asked takes no share', () => {
    const four = { ...agreed, F4: 4 };
    expect(send(FIRM, { ...parts('60', '30', '10'), F4: '4' }, four).issues).toMatchObject([{ kind: 'sum-too-small' }]);
    expect(completeSheet(version, { ...four, F7a: 60, F7b: 40 }, { reachedPage: GOODBYE })).toMatchObject({
      F7c: { missing: 96 },
    });
  });
});

describe('o każdą usługę, z której ktoś korzystał, pyta osobny blok', () => {
  const two: AnswerSheet = { ...agreed, U1: ['szkolenia', 'doradztwo'] };

  test('in the order of the list, with the name of the service in the text', () => {
    expect(visibleItems(version, SERVICES, two).map(({ code, text }) => [code, text])).toEqual([
      ['U1', 'Z których usług Państwo korzystali?'],
      ['O1_doradztwo', 'Jak ocenia Pani usługę „Doradztwo prawne”?'],
      ['O1_szkolenia', 'Jak ocenia Pani usługę „Szkolenia”?'],
    ]);
  });

  test('a hyphen in the code of a choice becomes an underscore in the code of a field', () => {
    expect(isAsked({ ...agreed, U1: ['dotacja-start'] }, 'O1_dotacja_start')).toBe(true);
  });

  test('a question of the block looks at the answer in the same block', () => {
    const answers = { ...two, O1_doradztwo: '1', O1_szkolenia: '5' };
    expect(isAsked(answers, 'O2_doradztwo')).toBe(true);
    expect(isAsked(answers, 'O2_szkolenia')).toBe(false);
    const item = visibleItems(version, SERVICES, answers).find(({ code }) => code === 'O2_doradztwo');
    expect(pipeText(item?.text ?? '', answers, version)).toBe(
      'Co poprawić w usłudze „Doradztwo prawne”, skoro jest Pani bardzo niezadowolona?',
    );
  });

  test('"z żadnej" opens no block, and other blocks are not asked (96) rather than left empty', () => {
    expect(send(SERVICES, { U1: ['szkolenia', 'zadna'] }).answers).toEqual({ ...agreed, U1: ['zadna'] });
    const sheet = completeSheet(version, { ...two, O1_doradztwo: { missing: 98 } }, { reachedPage: GOODBYE });
    expect(sheet).toMatchObject({
      O1_doradztwo: { missing: 98 },
      O1_szkolenia: { missing: 99 },
      O1_dotacja_start: { missing: 96 },
      O2_szkolenia: { missing: 96 },
    });
    expect(sheet).not.toHaveProperty('O1_zadna');
  });

  test('each laid-out item knows its block and the item it was written as', () => {
    const block = version.items.find(({ item }) => item.code === 'O2_szkolenia')?.block;
    expect(block).toEqual({
      of: 'O',
      choice: 'szkolenia',
      label: 'Szkolenia',
      title: 'Usługa: Szkolenia',
      origin: 'O2',
    });
  });

  test('the block of "inna" speaks of what was typed beside it', () => {
    const other: AnswerSheet = { ...agreed, U1: ['inna'], U1_inne: 'targi' };
    const text = visibleItems(version, SERVICES, other)[1]?.text ?? '';
    expect(pipeText(text, other, version)).toBe('Jak ocenia Pani usługę „targi”?');
    expect(pipeText(text, { ...agreed, U1: ['inna'] }, version)).toBe('Jak ocenia Pani usługę „Inna, jaka?”?');
  });

  test('a calculation may look into the blocks', () => {
    expect(pathThrough(version, { ...two, O1_doradztwo: '3', O1_szkolenia: '5' }).answers).toMatchObject({ O9: 5 });
    expect(pathThrough(version, { ...two, O1_doradztwo: '3' }).answers).toMatchObject({ O9: 3 });
  });
});

describe('tekst powtarza wcześniejsze odpowiedzi', () => {
  const text = version.pages[GOODBYE - 1]?.items[0]?.item.text ?? '';
  const piped = (answers: AnswerSheet) => pipeText(text, pathThrough(version, answers).answers, version);

  test('in the words of the choices, and of "inna" in the words typed beside it', () => {
    expect(piped({ ...agreed, U1: ['szkolenia', 'inna'], U1_inne: 'targi' })).toBe(
      'Co jeszcze chcą Państwo dodać o usługach: Szkolenia, targi?',
    );
  });

  test('an answer that was not given leaves a gap and never "undefined"', () => {
    expect(piped(agreed)).toBe('Co jeszcze chcą Państwo dodać o usługach: …?');
    expect(piped({ ...agreed, U1: { missing: 99 } })).toContain('…');
    expect(pipeText('${NIC} ${constructor}', agreed, version)).toBe('… …');
  });

  test('days and places are written as the page writes them', () => {
    expect(pipeText('od ${F2}', { F2: '2010-02-01' }, version, { day: (day) => `dnia ${day}` })).toBe(
      'od dnia 2010-02-01',
    );
  });
});
