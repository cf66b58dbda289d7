import { join } from 'node:path';
import fc from 'fast-check';
import { loadTranslators, type Translator } from '../../../src/platform/i18n';
import { countTogether, scaleEndsOf } from '../../../src/features/analysis/domain';
import type { GivenTable } from '../../../src/features/analysis';
import { bulletsOf, draftFinding, type DraftFinding } from '../../../src/features/findings';
import { suggestFocuses } from '../../../src/features/findings/domain/claims';
import type { Focus } from '../../../src/features/findings/domain';
import type { Category } from '../../../src/features/analysis/domain/variables/variable';
import { AGREE5, amount, choice, dimension, givenOf, names, setOf, several, statement } from '../analysis/given-tables';

/* Sentences over random tables with hostile labels: nothing in them that the table does not say. */

const { pl, en } = loadTranslators(join(__dirname, '../../../locales'));

const HOSTILE = [
  '',
  '   ',
  '{{n}} $t(claims:small)',
  '„zamknięty” "cudzysłów”',
  'a\nb\tc',
  '\u202e97% osób',
  '& < > &amp;',
  '👩‍👩‍👧‍👦'.repeat(80),
  'x'.repeat(10_000),
  'NaN undefined null',
  '12,5% (n = 3 z 4)',
];
const label = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom('PES', 'bardzo dobrze', 'OWES Północ'));

interface Person {
  readonly group: number;
  readonly answer: number;
  readonly marks: readonly number[];
  readonly years: number;
}

const person: fc.Arbitrary<Person> = fc.record({
  group: fc.integer({ min: 0, max: 2 }),
  answer: fc.integer({ min: 0, max: 5 }),
  marks: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  years: fc.integer({ min: -3, max: 60 }),
});

const labelled = (labels: readonly string[]): readonly Category[] =>
  labels.map((text, at) => ({ code: `k${at}`, label: text, value: null, missing: null }));

const given: fc.Arbitrary<GivenTable> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 12 }),
    times: fc.constantFrom(1, 3, 12),
    labels: fc.array(label, { minLength: 7, maxLength: 7 }),
    text: label,
    columns: fc.constantFrom([], ['grupa']),
    rows: fc.constantFrom(['J1', 'J2'], ['J1'], ['K1'], ['U1'], ['S1'], ['N1'], ['J1', 'K1', 'U1', 'N1']),
    weight: fc.constantFrom(null, 'waga'),
    level: fc.constantFrom(0, 0.05),
    base: fc.constantFrom('respondents' as const, 'mentions' as const),
  })
  .map(({ people, times, labels, text, columns, rows, weight, level, base }) => {
    const all = Array.from({ length: times }, () => people).flat();
    const answers = Int16Array.from(all, ({ answer }) => answer);
    const [groups, options] = [labelled(labels.slice(0, 3)), labelled(labels.slice(3))];
    const marks = all.map((one) => one.marks);
    const set = setOf(
      dimension(
        'grupa',
        groups,
        Int16Array.from(all, ({ group }) => group),
      ),
      statement('J1', text, answers),
      statement(
        'J2',
        labels[0]!,
        Int16Array.from(answers, (answer) => (answer + 1) % 6),
      ),
      choice(
        'K1',
        text,
        options,
        Int16Array.from(answers, (answer) => answer % 4),
      ),
      several('U1', text, options, marks),
      several('S1', text, options, marks, 3),
      amount(
        'N1',
        text,
        all.map(({ years }) => years),
      ),
      {
        ...amount(
          'waga',
          text,
          all.map(({ years }) => 1 + (Math.abs(years) % 3)),
        ),
        level: 'weight' as const,
      },
    );
    return givenOf(set, { rows, columns, weight, base }, { level });
  });

/** Labels stand between quotation marks, and nothing else does. */
const withoutLabels = (text: string): string => text.replaceAll(/[„“][^„“”]*”/gu, '…');

const numbersIn = (text: string): readonly string[] =>
  withoutLabels(text)
    .replaceAll(/K1 \(|J\d|U1|S1|N1/g, '')
    .replaceAll('\u00a0', '')
    .match(/\d[\d.,]*\d|\d/g) ?? [];

/** Every number of the table as it may be rounded, and those that stand in fixed words. */
const numbersOf = ({ table, names: named, level }: GivenTable, { format }: Translator): ReadonlySet<string> => {
  const found = new Set<string>(['95', '30', '10', '1', '99', ...numbersIn(format.decimal(level, 2))]);
  const add = (...texts: readonly string[]): void => {
    for (const text of texts) for (const number of numbersIn(text)) found.add(number);
  };
  const share = (value: number): void => {
    for (const digits of [0, 1, 2, 3]) add(format.percent(value, digits));
  };
  const value = (number: number): void => {
    for (const digits of [0, 1, 2, 3, 4, 5]) add(format.decimal(Math.abs(number), digits));
    share(number);
  };
  for (const block of table.blocks) {
    const about = named.find(({ name }) => name === block.variable)!;
    const ends = scaleEndsOf(block, about);
    for (const { value: point } of about.categories) if (point !== null) add(format.integer(point));
    block.bases.forEach((base, at) => {
      if (base === null) return;
      add(format.integer(base.n));
      for (const codes of [
        ...block.rows.map(({ code }) => [code]),
        ...(ends === null ? [] : [ends.top, ends.bottom]),
      ]) {
        const counted = countTogether(block, codes, at);
        if (counted === null) continue;
        add(format.integer(counted.n));
        share(counted.share);
        if (counted.interval) [counted.interval.low, counted.interval.high].forEach(share);
      }
    });
    for (const { cells } of block.rows) for (const cell of cells) if (cell !== null) add(format.integer(cell.n));
    for (const { cells } of block.summaries)
      for (const cell of cells) {
        if (cell === null) continue;
        add(format.integer(cell.n));
        if (cell.value !== null) value(cell.value);
        if (cell.interval !== null) [cell.interval.low, cell.interval.high].forEach(value);
      }
  }
  return found;
};

const draftsOf = (table: GivenTable, translator: Translator): readonly DraftFinding[] =>
  [null, ...suggestFocuses(table)].flatMap((focus: Focus | null) => draftFinding(table, focus, translator) ?? []);

describe('sentences of random tables', () => {
  it('hold no number that is not in the table, whatever the labels are', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(pl, en), (table, translator) => {
        const known = numbersOf(table, translator);
        for (const { title, text } of draftsOf(table, translator))
          for (const number of numbersIn(`${title} ${text}`)) expect(known).toContain(number);
        for (const bullet of bulletsOf(table, translator))
          for (const number of numbersIn(bullet)) expect(known).toContain(number);
      }),
      { numRuns: 60 },
    );
  });

  it('are whole: no braces, nothing undefined, no line ends, never longer than a page', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(pl, en), (table, translator) => {
        for (const { title, text } of draftsOf(table, translator))
          for (const sentence of [title, text]) {
            expect(withoutLabels(sentence)).not.toMatch(
              /NaN|undefined|null|\{\{|\}\}|\(\s*\)|\s{2}|[\n\t\u202e]|^\s|\s$/u,
            );
            expect(sentence).not.toBe('');
            expect(sentence.length).toBeLessThan(3_000);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('say „istotnie” of a difference only where a letter of the table does', () => {
    fc.assert(
      fc.property(given, (table) => {
        for (const { title, claim } of draftsOf(table, pl)) {
          const isSaid =
            /jest istotnie|różnią się istotnie$|różnią się istotnie \(/u.test(title) && !/nie różnią/u.test(title);
          if (!isSaid) continue;
          const hasLetters = table.table.blocks.some(({ rows, summaries }) =>
            [...rows, ...summaries].some(({ cells }) => cells.some((cell) => (cell?.higherThan.length ?? 0) > 0)),
          );
          expect(hasLetters).toBe(true);
          expect(
            claim?.kind === 'difference' ? claim.verdict : claim?.kind === 'groups' ? claim.isSignificant : null,
          ).toEqual(expect.not.stringMatching(/untested|no-difference/) as unknown);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('names long lists of groups without growing', () => {
  const people = 3_000;
  const table = givenOf(
    setOf(
      dimension(
        'powiat',
        names(...Array.from({ length: 60 }, (_, at) => `powiat ${at}`)),
        Int16Array.from({ length: people }, (_, at) => at % 60),
      ),
      statement(
        'J1',
        'termin był dogodny',
        Int16Array.from({ length: people }, (_, at) => (at * 7) % AGREE5.length),
      ),
    ),
    { rows: ['J1'], columns: ['powiat'] },
  );
  expect(draftFinding(table, null, pl)!.title).toMatch(/różnicy nie sprawdzono testem$/);
});
