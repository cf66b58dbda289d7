import { join } from 'node:path';
import { loadTranslators } from '../../../src/platform/i18n';
import type { Focus } from '../../../src/features/findings/domain';
import { claimOf, resolveFocus, standingOf, suggestFocuses } from '../../../src/features/findings/domain/claims';
import { bulletsOf, draftFinding } from '../../../src/features/findings';
import type { GivenTable } from '../../../src/features/analysis';
import {
  amount,
  choice,
  dimension,
  givenOf,
  names,
  placesOf,
  setOf,
  several,
  statement,
  TABLE_28,
  table28,
} from '../analysis/given-tables';

const { pl, en } = loadTranslators(join(__dirname, '../../../locales'));

/** No-break spaces stand as plain ones, so that sentences can be read here. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

const focusOn = (variable: string, measure: string, more: Partial<Focus> = {}): Focus => ({
  variable,
  measure,
  codes: [],
  column: null,
  against: null,
  ...more,
});

const titleOf = (given: GivenTable, focus: Focus | null = null): string => plain(draftFinding(given, focus, pl)?.title);
const textOf = (given: GivenTable, focus: Focus | null = null): string => plain(draftFinding(given, focus, pl)?.text);

const TOP = ['4', '5'];
const all28 = givenOf(table28(), { rows: TABLE_28.map(({ name }) => name) });

describe('what the rules say of Table 28', () => {
  it('says a share as the sector does: percentage, count and base, from people and not from rounded percentages', () => {
    const focus = focusOn('J1', 'udzial', { codes: TOP });
    expect(titleOf(all28, focus)).toBe('56% osób zgadza się ze stwierdzeniem „samorząd promuje PES”');
    expect(textOf(all28, focus)).toBe(
      '56% osób (n = 111 z 200) zgadza się ze stwierdzeniem „samorząd promuje PES”. Przedział ufności 95%: 49–62%. ' +
        'Podstawa: osoby, które odpowiedziały, razem z „trudno powiedzieć”.',
    );
  });

  it('says of whom a share is that leaves "don\'t know" out', () => {
    expect(titleOf(all28, focusOn('J1', 'dwie-najwyzsze'))).toBe(
      'Spośród osób, które wybrały ocenę, 60% zgadza się ze stwierdzeniem „samorząd promuje PES”',
    );
  });

  it('takes the mean of ratings only', () => {
    expect(titleOf(all28, focusOn('J1', 'srednia'))).toBe('Średnia ocena „samorząd promuje PES” to 3,56');
    expect(textOf(all28, focusOn('J1', 'srednia'))).toContain('3,56 (n = 184)');
  });

  it('puts the statements in order and names those that share a place', () => {
    expect(titleOf(all28)).toBe(
      'Zgoda ze stwierdzeniami: najwyżej „samorząd promuje PES” i „wzajemnie się informujemy” (po 56%), ' +
        'najniżej „wspólne przedsięwzięcia” (51%)',
    );
  });

  it('writes a bullet for each statement, the highest first', () => {
    expect(bulletsOf(all28, pl).map(plain)).toEqual([
      '56% osób (n = 111 z 200) zgadza się ze stwierdzeniem „samorząd promuje PES”.',
      '56% osób (n = 111 z 200) zgadza się ze stwierdzeniem „wzajemnie się informujemy”.',
      '52% osób (n = 104 z 200) zgadza się ze stwierdzeniem „samorząd aktywnie wspiera”.',
      '51% osób (n = 102 z 200) zgadza się ze stwierdzeniem „wspólne przedsięwzięcia”.',
    ]);
  });

  it('says the same in English', () => {
    expect(plain(draftFinding(all28, focusOn('J1', 'udzial', { codes: TOP }), en)?.text)).toContain(
      '56% of people (n = 111 of 200) agree with the statement “samorząd promuje PES”. 95% confidence interval: 49–62%.',
    );
  });
});

const shareOf = (count: number, n: number): GivenTable =>
  givenOf(setOf(choice('K1', 'Czy byli Państwo na szkoleniu?', names('tak', 'nie'), placesOf([count, n - count]))), {
    rows: ['K1'],
  });
const yes = focusOn('K1', 'udzial', { codes: ['k0'] });

describe('words for shares', () => {
  it.each([
    [130, 200, 'Ponad połowa osób (65%) wybiera'],
    [160, 200, '80% osób wybiera'],
    [104, 200, '52% osób wybiera'],
    [100, 200, 'Połowa osób (50%) wybiera'],
    [100, 300, 'Co trzecia osoba (33%) wybiera'],
    [103, 300, '34% osób wybiera'],
    [50, 200, 'Co czwarta osoba (25%) wybiera'],
    [40, 200, 'Co piąta osoba (20%) wybiera'],
    [20, 200, 'Co dziesiąta osoba (10%) wybiera'],
    [1, 300, 'Mniej niż 1% osób wybiera'],
    [299, 300, 'Ponad 99% osób wybiera'],
    [0, 200, '0% osób wybiera'],
  ])('says %i of %i as %s', (count, n, words) => {
    expect(titleOf(shareOf(count, n), yes)).toBe(`${words} „tak” w pytaniu „Czy byli Państwo na szkoleniu?”`);
  });

  it('says „ze” before a hundred and something, „z” elsewhere', () => {
    expect(textOf(shareOf(60, 120), yes)).toContain('(n = 60 ze 120)');
    expect(textOf(shareOf(60, 200), yes)).toContain('(n = 60 z 200)');
    expect(textOf(shareOf(600, 1200), yes)).toContain('(n = 600 z 1200)');
  });

  it('calls fewer than thirty people a small base and uses no words for their shares', () => {
    expect(titleOf(shareOf(15, 20), yes)).toBe(
      '75% osób wybiera „tak” w pytaniu „Czy byli Państwo na szkoleniu?” (mała liczebność)',
    );
    expect(textOf(shareOf(15, 20), yes)).toMatch(/Mała liczebność: wynik orientacyjny\.$/);
  });

  it('says of fewer than ten people how many of how many, and nothing of fewer than five', () => {
    const few = draftFinding(shareOf(4, 7), yes, pl);
    expect(plain(few?.title)).toBe('Odpowiedź „tak” w pytaniu „Czy byli Państwo na szkoleniu?”: 4 z 7 osób');
    expect(few?.claim).toBeNull();
    expect(draftFinding(shareOf(2, 4), yes, pl)).toBeNull();
  });
});

/** Two groups of so many people, and how many in each said yes. */
const twoGroups = (
  [first, firstOf]: readonly [number, number],
  [second, secondOf]: readonly [number, number],
  level = 0.05,
) =>
  givenOf(
    setOf(
      dimension('instytucja', names('OWES Północ', 'OWES Południe'), placesOf([firstOf, secondOf])),
      choice(
        'K1',
        'Czy byli Państwo na szkoleniu?',
        names('tak', 'nie'),
        Int16Array.from([...placesOf([first, firstOf - first]), ...placesOf([second, secondOf - second])]),
      ),
    ),
    { rows: ['K1'], columns: ['instytucja'] },
    { level },
  );

const inNorth = { variable: 'instytucja', code: 'k0' };
const inSouth = { variable: 'instytucja', code: 'k1' };
const both = focusOn('K1', 'udzial', { codes: ['k0'], column: inNorth, against: inSouth });

describe('two groups', () => {
  it('are called significantly different only where the letters of the table say so', () => {
    const given = twoGroups([120, 150], [60, 150]);
    expect(given.table.blocks[0]!.rows[0]!.cells[1]!.higherThan).toEqual(['B']);
    expect(titleOf(given, both)).toBe(
      'W grupie „OWES Północ” odsetek odpowiedzi „tak” w pytaniu „Czy byli Państwo na szkoleniu?” jest istotnie wyższy (80%) ' +
        'niż w grupie „OWES Południe” (40%)',
    );
    expect(textOf(given, both)).toContain('„OWES Południe”: 40% (n = 60 ze 150), przedział ufności 95%: 33–48%.');
    expect(titleOf(given, { ...both, column: inSouth, against: inNorth })).toContain('jest istotnie niższy (40%)');
  });

  it('without a significant difference are not said to be the same', () => {
    const given = twoGroups([80, 150], [75, 150]);
    expect(titleOf(given, both)).toBe(
      'Odsetek odpowiedzi „tak” w pytaniu „Czy byli Państwo na szkoleniu?” w grupach „OWES Północ” (53%) i „OWES Południe” (50%) ' +
        'nie różni się istotnie',
    );
    expect(textOf(given, both)).toContain('Brak istotnej różnicy nie dowodzi, że grupy są takie same.');
  });

  it.each([
    ['the table has no tests', twoGroups([120, 150], [60, 150], 0)],
    ['nobody in one of them gave the answer', twoGroups([120, 150], [0, 150])],
  ])('are not said to be tested where %s', (_, given) => {
    expect(titleOf(given, both)).toMatch(/; różnicy nie sprawdzono testem$/);
    expect(textOf(given, both)).not.toContain('Holma');
  });

  it('are what a table of groups speaks of first', () => {
    expect(resolveFocus(twoGroups([120, 150], [60, 150]))).toEqual(both);
    expect(titleOf(twoGroups([80, 150], [75, 150]))).toMatch(/nawet te dwie grupy nie różnią się istotnie$/);
  });

  it('of which one is hidden are not compared', () => {
    expect(draftFinding(twoGroups([120, 150], [2, 4]), both, pl)).toBeNull();
  });
});

describe('other measures', () => {
  const points = Array.from({ length: 11 }, (_, value) => ({
    code: String(value),
    label: String(value),
    value,
    missing: null,
  }));
  const scores = (counts: readonly number[]): GivenTable =>
    givenOf(setOf(choice('P1', 'Czy poleciliby Państwo OWES?', points, placesOf(counts))), { rows: ['P1'] });

  it('says of a score which side its whole interval lies on', () => {
    expect(titleOf(scores([5, 0, 0, 0, 0, 5, 10, 20, 20, 60, 80]))).toBe(
      'Wskaźnik poleceń (NPS) wynosi +60: polecających jest więcej niż krytyków',
    );
    expect(titleOf(scores([20, 0, 0, 0, 0, 20, 10, 0, 0, 30, 25]))).toContain('nie widać przewagi');
  });

  it('says the mean of a number', () => {
    const given = givenOf(setOf(amount('N1', 'Ile lat działa podmiot?', [...Array(40).keys()])), { rows: ['N1'] });
    expect(titleOf(given)).toBe('Średnia „Ile lat działa podmiot?” to 19,50');
  });

  it('says of several answers that they could be several', () => {
    const marks = Array.from({ length: 60 }, (_, person) => (person % 2 === 0 ? [0, 1] : [1]));
    const given = givenOf(setOf(several('U1', 'Z jakich usług?', names('doradztwo', 'szkolenia', 'dotacja'), marks)), {
      rows: ['U1'],
    });
    expect(textOf(given)).toContain('można było wskazać kilka odpowiedzi');
    expect(bulletsOf(given, pl).map(plain)).toEqual([
      '100% osób (n = 60 z 60) wskazuje „szkolenia” w pytaniu „Z jakich usług?”.',
      '50% osób (n = 30 z 60) wskazuje „doradztwo” w pytaniu „Z jakich usług?”.',
      '0% osób (n = 0 z 60) wskazuje „dotacja” w pytaniu „Z jakich usług?”.',
    ]);
  });

  it('says who is counted', () => {
    const typ = dimension('typ', names('PES', 'JST'), placesOf([60, 40]));
    const j = statement('J1', 'termin był dogodny', placesOf([10, 10, 10, 40, 30]));
    const given = givenOf(setOf(typ, j), { rows: ['J1'], filter: [{ variable: 'typ', codes: ['k0'] }] });
    expect(textOf(given)).toContain('Tylko osoby: typ klienta: „PES”.');
  });

  it('speaks of nothing where all is hidden', () => {
    expect(suggestFocuses(shareOf(1, 3))).toEqual([]);
    expect(draftFinding(shareOf(1, 3), null, pl)).toBeNull();
    expect(bulletsOf(shareOf(1, 3), pl)).toEqual([]);
  });
});

describe('whether a claim still holds', () => {
  const claimed = (given: GivenTable, focus: Focus) => claimOf(given, focus)!;

  it.each([
    ['holds', shareOf(130, 200), shareOf(140, 210), yes],
    ['weaker', shareOf(130, 200), shareOf(110, 210), yes],
    ['weaker', shareOf(180, 200), shareOf(130, 200), yes],
    ['reversed', shareOf(130, 200), shareOf(60, 210), yes],
    ['holds', twoGroups([120, 150], [60, 150]), twoGroups([125, 160], [66, 160]), both],
    ['weaker', twoGroups([120, 150], [60, 150]), twoGroups([80, 150], [75, 150]), both],
    ['reversed', twoGroups([120, 150], [60, 150]), twoGroups([60, 150], [120, 150]), both],
    ['holds', twoGroups([80, 150], [75, 150]), twoGroups([76, 150], [80, 150]), both],
    ['reversed', twoGroups([80, 150], [75, 150]), twoGroups([120, 150], [60, 150]), both],
  ])('%s', (standing, told, today, focus) => {
    expect(standingOf(claimed(told, focus), claimOf(today, focus))).toBe(standing);
  });

  it('cannot be told where today hides it', () => {
    expect(standingOf(claimed(shareOf(130, 200), yes), claimOf(shareOf(2, 4), yes))).toBe('cannot-tell');
  });
});
