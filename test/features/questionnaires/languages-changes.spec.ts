import fc from 'fast-check';
import {
  applyProposals,
  applySheet,
  cleanTranslation,
  completenessOf,
  judgeSheet,
  notOffering,
  offering,
  sectionsOf,
  textsOf,
  translationState,
  withTranslations,
  type Proposal,
  type QuestionnaireDefinition,
  type SheetRow,
} from '../../../src/features/questionnaires/domain';
import { readCsv as readRows, writeCsv } from '../../../src/platform/spreadsheet';
import { EVERY_KIND } from './languages-definitions';

const readCsv = (bytes: Uint8Array) => readRows(bytes, 1_000);

const translated = withTranslations(EVERY_KIND, 'en', [
  { key: 'title', from: 'Wszystkie rodzaje', text: 'All kinds' },
  { key: 'lead', from: 'Dawne wprowadzenie.', text: 'Former introduction.' },
]);

const proposal = (changes: Partial<Proposal>): Proposal => ({
  key: 'O2/text',
  from: 'Ocena usługi ${U1}',
  previous: '',
  text: 'Rating of ${U1}',
  ...changes,
});

const englishOf = (definition: QuestionnaireDefinition, key: string) =>
  translationState(definition, 'en').find((place) => place.key === key);

describe('a proposed translation', () => {
  test('is taken with the Polish text it was made from', () => {
    const { definition, taken } = applyProposals(translated, 'en', [proposal({})]);
    expect(taken).toEqual(['O2/text']);
    expect(englishOf(definition, 'O2/text')).toMatchObject({ state: 'done', from: 'Ocena usługi ${U1}' });
  });

  test('that lost a placeholder, or has one too many, is refused by its name', () => {
    const { definition, refusals } = applyProposals(translated, 'en', [
      proposal({ text: 'Rating' }),
      proposal({ key: 'O3/text', from: 'Co poprawić?', text: 'What about ${K2}?' }),
    ]);
    expect(definition).toEqual(translated);
    expect(refusals).toMatchObject([
      { key: 'O2/text', kind: 'placeholders', lost: ['${U1}'], foreign: [] },
      { key: 'O3/text', kind: 'placeholders', lost: [], foreign: ['${K2}'] },
    ]);
  });

  test('that is too long is refused', () => {
    const long = proposal({ key: 'title', from: 'Wszystkie rodzaje', previous: 'All kinds', text: 'a'.repeat(4001) });
    expect(applyProposals(translated, 'en', [long]).refusals).toMatchObject([{ kind: 'too-long' }]);
  });

  test.each<[string, Partial<Proposal>, string]>([
    ['the text is gone', { key: 'X9/text' }, 'text-gone'],
    ['its Polish text has changed', { from: 'Ocena' }, 'polish-changed'],
    [
      'somebody else translated it',
      { key: 'title', from: 'Wszystkie rodzaje', text: 'Every kind' },
      'translation-changed',
    ],
  ])('is left out when %s', (_when, changes, kind) => {
    const { definition, conflicts } = applyProposals(translated, 'en', [proposal(changes)]);
    expect(conflicts).toMatchObject([{ kind }]);
    expect(definition).toEqual(translated);
  });

  test('that says what is stored already is no conflict, whoever stored it', () => {
    const same = proposal({ key: 'title', from: 'Wszystkie rodzaje', text: 'All kinds' });
    expect(applyProposals(translated, 'en', [same])).toMatchObject({ taken: [], conflicts: [], refusals: [] });
  });

  test('can be confirmed as still right after the Polish text changed', () => {
    const { definition } = applyProposals(translated, 'en', [
      proposal({
        key: 'lead',
        from: 'Wprowadzenie do ankiety.',
        previous: 'Former introduction.',
        text: 'Former introduction.',
        stillFits: true,
      }),
    ]);
    expect(englishOf(definition, 'lead')).toMatchObject({ state: 'done' });
  });

  test('left empty takes the translation away', () => {
    const { definition } = applyProposals(translated, 'en', [
      proposal({ key: 'title', from: 'Wszystkie rodzaje', previous: 'All kinds', text: '  ' }),
    ]);
    expect(englishOf(definition, 'title')).toMatchObject({ state: 'missing' });
  });

  test('comes out without characters that cannot be seen and with plain line ends', () => {
    expect(cleanTranslation(' a\u202Eb\r\nc\u0000\uFEFF ')).toBe('ab\nc');
  });
});

describe('a spreadsheet', () => {
  const row = (line: number, key: string, polish: string, en: string): SheetRow => ({
    line,
    key,
    polish,
    texts: { en },
  });
  const judge = (rows: readonly SheetRow[]) => judgeSheet(translated, rows, ['en']);

  test('is judged cell by cell: new, changed, same, empty', () => {
    const report = judge([
      row(2, 'title', 'Wszystkie rodzaje', 'Every kind'),
      row(3, 'K1/text', 'Czy tak?', 'Is it so?'),
      row(4, 'lead', 'Wprowadzenie do ankiety.', 'Former introduction.'),
      row(5, 'K1/hint', 'Jedna odpowiedź', ''),
    ]);
    expect(report.changes.map(({ key, kind }) => [key, kind])).toEqual([
      ['title', 'changed'],
      ['K1/text', 'new'],
    ]);
    expect(report).toMatchObject({ same: 1, empty: 1, remarks: [] });
  });

  test('with an older Polish text is taken as out of date, but never over a translation that is up to date', () => {
    const report = judge([
      row(2, 'title', 'Niektóre rodzaje', 'Some kinds'),
      row(3, 'K1/text', 'Czy nie?', 'Is it not so?'),
    ]);
    expect(report.changes).toMatchObject([{ key: 'K1/text', kind: 'outdated', from: 'Czy nie?' }]);
    expect(report.remarks).toMatchObject([{ line: 2, kind: 'outdated' }]);
    expect(englishOf(applySheet(translated, report).definition, 'K1/text')).toMatchObject({ state: 'outdated' });
  });

  test('is told about unknown keys, repeated keys and lost placeholders', () => {
    const report = judge([
      row(2, 'Z9/text', 'Nie ma', 'None'),
      row(3, 'K1/text', 'Czy tak?', 'Is it so?'),
      row(4, 'K1/text', 'Czy tak?', 'Again'),
      row(5, 'O2/text', 'Ocena usługi ${U1}', 'Rating'),
    ]);
    expect(report.remarks).toMatchObject([
      { line: 2, kind: 'unknown-key' },
      { line: 4, kind: 'repeated-key' },
      { line: 5, kind: 'placeholders', names: ['${U1}'] },
    ]);
    expect(report.changes).toHaveLength(1);
  });

  test('with all texts makes a language complete; loaded again, it changes nothing', () => {
    const rows = textsOf(EVERY_KIND).map(({ key, polish }, index) => row(index + 2, key, polish, `en ${polish}`));
    const { definition, taken } = applySheet(EVERY_KIND, judgeSheet(EVERY_KIND, rows, ['en']));
    expect(taken).toBe(rows.length);
    expect(completenessOf(definition, 'en').done).toBe(rows.length);
    expect(judgeSheet(definition, rows, ['en'])).toMatchObject({ changes: [], same: rows.length });
  });

  test('does not overwrite what changed after it was judged', () => {
    const report = judge([row(2, 'title', 'Wszystkie rodzaje', 'Every kind')]);
    const since = withTranslations(translated, 'en', [{ key: 'title', from: 'Wszystkie rodzaje', text: 'All sorts' }]);
    const applied = applySheet(since, report);
    expect(applied).toMatchObject({ taken: 0, overtaken: [{ key: 'title' }] });
    expect(applied.definition).toEqual(since);
  });
});

describe('CSV', () => {
  test('holds any cells and gives them back', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        expect(readCsv(Buffer.from(writeCsv(rows)))).toEqual(rows);
      }),
    );
  });

  test('lets no cell begin like a formula', () => {
    const text = writeCsv([['=1+1', '+48', '-3', '@a', '\t=1', "'=1"]]);
    for (const cell of text.slice(1).trim().split(';')) expect(cell).toMatch(/^"'/);
  });

  test.each([
    ['commas', 'Klucz,Polski\r\ntitle,"Tak, nie"\r\n'],
    ['tabulators', 'Klucz\tPolski\ntitle\t"Tak, nie"'],
    ['semicolons', '\uFEFFKlucz;Polski\r\ntitle;Tak, nie\r\n'],
  ])('is read with %s, too', (_separators, text) => {
    expect(readCsv(Buffer.from(text))).toEqual([
      ['Klucz', 'Polski'],
      ['title', 'Tak, nie'],
    ]);
  });

  test('with an open quotation mark is refused', () => {
    expect(() => readCsv(Buffer.from('Klucz;Polski\ntitle;"Tak\n'))).toThrow('spreadsheet.csv-not-readable');
  });
});

describe('forms of a long questionnaire', () => {
  test('follow the pages and are never longer than a request can carry', () => {
    const page = EVERY_KIND.pages[0];
    const items = Array.from({ length: 130 }, (_, index) => ({
      kind: 'email' as const,
      code: `M${index}`,
      text: 'Adres',
    }));
    const long: QuestionnaireDefinition = { ...EVERY_KIND, pages: page === undefined ? [] : [{ ...page, items }] };
    const sections = sectionsOf(textsOf(long));
    expect(sections.map(({ page: id, part, parts, places }) => [id, part, parts, places.length])).toEqual([
      [null, 1, 1, 2],
      ['pierwsza', 1, 3, 60],
      ['pierwsza', 2, 3, 60],
      ['pierwsza', 3, 3, 11],
    ]);
  });
});

test('a language is offered once, in the order of the catalogue, and withdrawn without losing its texts', () => {
  const both = offering(offering(offering(translated, 'uk'), 'en'), 'uk');
  expect(both.languages).toEqual(['en', 'uk']);
  expect(notOffering(notOffering(both, 'uk'), 'en')).toEqual(translated);
});
