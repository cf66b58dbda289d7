import { join } from 'node:path';
import fc from 'fast-check';
import { loadTranslators } from '../../../src/platform/i18n';
import { presentGiven } from '../../../src/features/analysis/given';
import { figureHeight, type Figure } from '../../../src/features/analysis/domain';
import type { GivenTable } from '../../../src/features/analysis';
import { amount, choice, dimension, givenOf, names, placesOf, setOf, several, statement } from './given-tables';

const { pl, en } = loadTranslators(join(__dirname, '../../../locales'));

const N = 600;
const times = (place: (at: number) => number): Int16Array => Int16Array.from({ length: N }, (_, at) => place(at));
const many = (count: number, label: (at: number) => string = (at) => `nazwa ${at}`) =>
  names(...Array.from({ length: count }, (_, at) => label(at)));

const marks = Array.from({ length: N }, (_, at) => [0, 1, 2, 3].filter((option) => (at + option) % (option + 2) === 0));
const inOrder = Array.from({ length: N }, (_, at) => [at % 4, (at + 1) % 4]);

const set = setOf(
  dimension(
    'instytucja',
    names('OWES Północ', 'OWES Południe'),
    times((at) => at % 2),
  ),
  dimension(
    'typ',
    names('PES', 'NGO', 'JST'),
    times((at) => (at % 200 === 0 ? 2 : at % 3 === 0 ? 1 : 0)),
  ),
  dimension(
    'powiat',
    many(60),
    times((at) => at % 60),
  ),
  statement(
    'J1',
    'termin był dogodny',
    times((at) => (at * 7) % 6),
  ),
  statement(
    'J2',
    'x'.repeat(10_000),
    times((at) => (at % 2 === 0 ? 4 : 1)),
  ),
  choice(
    'K1',
    'Skąd wiedzą Państwo o OWES?',
    many(200),
    times((at) => (at * at) % 200),
  ),
  choice(
    'K2',
    'Jedna odpowiedź',
    names('tak'),
    times(() => 0),
  ),
  choice(
    'P1',
    'Czy poleciliby Państwo OWES?',
    Array.from({ length: 11 }, (_, at) => ({ code: String(at), label: String(at), value: at, missing: null })),
    times((at) => at % 11),
  ),
  several('U1', 'Z jakich usług?', many(4), marks),
  several('S1', 'Które sfery?', many(4), inOrder, 3),
  amount(
    'N1',
    'Ile lat działa podmiot?',
    Array.from({ length: N }, (_, at) => (at % 5 === 0 ? NaN : at % 41)),
  ),
  {
    ...amount(
      'waga',
      'waga poststratyfikacyjna',
      Array.from({ length: N }, (_, at) => 0.5 + (at % 3)),
    ),
    level: 'weight' as const,
  },
);

const figuresOf = (rows: readonly string[], more: Partial<GivenTable['request']> = {}): readonly Figure[] =>
  presentGiven(givenOf(set, { rows, ...more }), pl);

const MOST_HEIGHT = 1_000;
/** Width of a page of paper in pixels. */
const PAPER = 742;

/** What must be true of every figure whatever it was made of. */
const expectSound = (figure: Figure): void => {
  const { title, sub, alt, notes, table, legend, chart } = figure;
  for (const text of [title, sub, alt, ...notes, ...legend.map((entry) => entry.text)]) {
    expect(text).not.toMatch(/\{\{|\}\}|NaN|undefined|\u202e/u);
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThan(2_000);
  }
  for (const { cells } of table.rows) {
    expect(cells).toHaveLength(table.head.length - 1);
    for (const { text, value, hidden } of cells) {
      expect(text).not.toBe('');
      expect(value === null || Number.isFinite(value)).toBe(true);
      if (hidden === true) expect(value).toBeNull();
    }
  }
  if (chart === null) {
    expect(notes.some((note) => note.startsWith('Wykresu nie ma') || note.startsWith('There is no chart'))).toBe(true);
    return;
  }
  expect(alt).toMatch(/\d/);
  expect(figureHeight(chart, PAPER)).toBeLessThan(MOST_HEIGHT);
  for (const { data } of chart.data.datasets) for (const { x } of data) expect(Number.isFinite(x)).toBe(true);
};

describe('figures of a given table', () => {
  it.each([
    ['a battery with a label of 10,000 letters', ['J1', 'J2'], {}, ['agreement']],
    ['a battery in groups', ['J1', 'J2'], { columns: ['instytucja'] }, ['agreement', 'intervals']],
    ['a scale', ['J1'], {}, ['bars']],
    ['a scale in nested groups', ['J1'], { columns: ['instytucja>typ'] }, ['bars', 'intervals']],
    ['60 columns', ['J1'], { columns: ['powiat'] }, ['bars', 'intervals']],
    ['two banners', ['U1'], { columns: ['instytucja', 'typ'] }, ['bars']],
    ['200 answers', ['K1'], {}, ['bars']],
    ['one answer', ['K2'], {}, ['bars']],
    ['several answers of mentions', ['U1'], { base: 'mentions' as const }, ['bars']],
    ['options in order', ['S1'], { columns: ['instytucja'] }, ['ranking']],
    ['a score in groups', ['P1'], { columns: ['typ'] }, ['nps']],
    ['a number', ['N1'], { columns: ['typ'] }, ['intervals']],
    [
      'weights and a filter',
      ['J1', 'U1'],
      { weight: 'waga', filter: [{ variable: 'typ', codes: ['k0', 'k1'] }] },
      ['bars', 'bars'],
    ],
    ['a filter that nobody passes', ['J1'], { filter: [{ variable: 'K1', codes: ['k3'] }] }, ['bars']],
  ])('are sound for %s', (_, rows, request, kinds) => {
    const figures = figuresOf(rows, request);
    expect(figures.map(({ kind }) => kind)).toEqual(kinds);
    figures.forEach(expectSound);
  });

  it('draw what fits a page and say how much that is', () => {
    const [figure] = figuresOf(['K1']);
    const drawn = figure!.chart!.options.plugins.figure.rows.length;
    expect(drawn).toBeLessThan(40);
    expect(figure!.table.rows).toHaveLength(201);
    expect(figure!.notes.join(' ').replaceAll('\u00a0', ' ')).toContain(`Na wykresie ${drawn} z 200 wierszy`);
  });

  it('have no chart where everyone is hidden, and say why', () => {
    const [figure] = presentGiven(givenOf(setOf(statement('J1', 'termin', placesOf([1, 2]))), { rows: ['J1'] }), pl);
    expect(figure!.chart).toBeNull();
    expect(figure!.notes[0]).toBe('Wykresu nie ma, bo każda grupa ma mniej niż 5 osób albo chroni inną.');
    expectSound(figure!);
  });

  it('of fewer than ten people have counts instead of percentages', () => {
    const [figure] = presentGiven(givenOf(setOf(statement('J1', 'termin', placesOf([1, 2, 4]))), { rows: ['J1'] }), pl);
    expect(figure!.chart).toBeNull();
    expect(figure!.table.rows[2]!.cells[0]!.text).toBe('4\u00a0osoby');
    expect(figure!.notes[0]).toContain('mniej niż 10 osób');
  });

  it('name base, filter, weight, hidden and small groups', () => {
    const notes = figuresOf(['J1'], {
      columns: ['typ'],
      weight: 'waga',
      filter: [{ variable: 'powiat', codes: many(60).map(({ code }) => code) }],
    })[0]!.notes.join(' ');
    expect(notes).toContain('razem z\u00a0„trudno powiedzieć”');
    expect(notes).toContain('Dane ważone: „waga poststratyfikacyjna”');
    expect(notes).toContain('Tylko osoby: powiat: „nazwa 0”');
    expect(notes).toContain('Ukryto, bo mniej niż 5 osób: JST');
  });

  it('call nothing different that the table does not', () => {
    for (const figure of figuresOf(['J1', 'J2'], { columns: ['instytucja'] }))
      for (const { cells } of figure.table.rows)
        for (const cell of cells) expect(cell.lowerThan === undefined || /^[A-Z, ]+$/.test(cell.lowerThan)).toBe(true);
    const means = figuresOf(['J2'], { columns: ['instytucja'] })[1]!;
    expect(means.notes.join(' ')).toContain('nie sprawdzono testem');
  });
});

const label = fc.oneof(
  fc.constantFrom('', '{{n}}', '„x”', '\u202eabc', 'a\nb', '👩‍👩‍👧'.repeat(200), 'y'.repeat(10_000)),
  fc.string({ maxLength: 30 }),
);

it('figures of random tables are sound whatever their labels are', () => {
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 4, maxLength: 4 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 })), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.constantFrom([], ['grupa']),
      fc.constantFrom(pl, en),
      (labels, people, columns, translator) => {
        const random = setOf(
          dimension(
            'grupa',
            names(...labels),
            Int16Array.from(people, ([group]) => group),
          ),
          statement(
            'J1',
            labels[0]!,
            Int16Array.from(people, ([, answer]) => answer),
            { wording: labels[1]! },
          ),
          statement(
            'J2',
            labels[2]!,
            Int16Array.from(people, ([group]) => group),
            { wording: labels[1]! },
          ),
          choice(
            'K1',
            labels[3]!,
            names(...labels),
            Int16Array.from(people, ([group]) => group),
          ),
          several(
            'U1',
            labels[3]!,
            names(...labels),
            people.map(([group, answer]) => [...new Set([group, answer % 4])]),
          ),
        );
        const table = givenOf(random, { rows: ['J1', 'J2', 'K1', 'U1'], columns });
        for (const figure of presentGiven(table, translator)) expectSound(withoutHostile(figure, labels));
      },
    ),
    { numRuns: 60 },
  );
});

/** Labels may hold braces themselves: what is looked for is ours. */
const withoutHostile = (figure: Figure, labels: readonly string[]): Figure =>
  labels.some((text) => /\{\{|NaN|undefined/.test(text))
    ? {
        ...figure,
        title: 'x',
        sub: 'x',
        alt: '1',
        notes: figure.notes.filter((note) => !note.includes('{{')),
        legend: [],
      }
    : figure;
