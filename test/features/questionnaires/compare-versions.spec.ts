import * as fc from 'fast-check';
import type { Item, Page, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { compareVersions, wordDifference, type Change } from '../../../src/features/questionnaires/domain/compare';
import { editDistance } from '../../../src/features/questionnaires/domain/compare/edit-distance';
import { clients } from './versions';

const yesNo = [
  { code: '1', label: 'tak' },
  { code: '2', label: 'nie' },
];
const single = (code: string, more: Partial<Item> = {}): Item =>
  ({ kind: 'single', code, text: `Pytanie ${code}`, choices: yesNo, ...more }) as Item;
const open = (code: string, more: Partial<Item> = {}): Item =>
  ({ kind: 'open', code, text: `Pytanie ${code}`, longest: 100, ...more }) as Item;
const battery = (rows: readonly string[], more: Partial<Item> = {}): Item =>
  ({
    kind: 'battery',
    code: 'J',
    text: 'Zdania',
    choices: [
      { code: '1', label: 'nie', value: 1 },
      { code: '2', label: 'tak', value: 2 },
    ],
    rows: rows.map((code) => ({ code, text: `Zdanie ${code}` })),
    ...more,
  }) as Item;
const page = (id: string, ...items: readonly Item[]): Page => ({ id, title: `Strona ${id}`, items });
const about = {
  code: 'q',
  version: 1,
  locale: 'pl',
  title: 'Ankieta',
  lead: 'Chcemy wiedzieć.',
  minutes: 5,
} as const;
const questionnaire = (
  pages: readonly Page[],
  more: Partial<QuestionnaireDefinition> = {},
): QuestionnaireDefinition => ({
  ...about,
  pages,
  ...more,
});
const onPage = (...items: readonly Item[]) => questionnaire([page('a', ...items)]);

const written = (pieces: readonly { readonly kind: string; readonly text: string }[]): string =>
  pieces.map(({ kind, text }) => ({ kept: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('');
const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind);

describe('The difference between two texts', () => {
  test('names the words that went and the words that came', () => {
    expect(written(wordDifference('Czas oczekiwania był krótki', 'Czas oczekiwania na doradcę był krótki'))).toBe(
      'Czas oczekiwania {+na doradcę +}był krótki',
    );
    expect(written(wordDifference('Jak oceniają Państwo doradcę?', 'Jak oceniają Państwo szkolenie?'))).toBe(
      'Jak oceniają Państwo [-doradcę?-]{+szkolenie?+}',
    );
  });

  test('of a text to which a sentence was added is that sentence alone', () => {
    expect(written(wordDifference('Chcemy wiedzieć.', 'Chcemy wiedzieć. Dziękujemy.'))).toBe(
      'Chcemy wiedzieć. {+Dziękujemy.+}',
    );
  });

  test('of equal texts is one kept stretch, of an absent text one added', () => {
    expect(wordDifference('bez zmian tu', 'bez zmian tu')).toEqual([{ kind: 'kept', text: 'bez zmian tu' }]);
    expect(wordDifference('', 'nowa wskazówka')).toEqual([{ kind: 'added', text: 'nowa wskazówka' }]);
  });

  test('holds both texts whole, whatever they are, but for spaces', () => {
    const texts = fc.string({ maxLength: 60 }).map((text) => text.replaceAll('x', ' '));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = wordDifference(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
        expect(spaced(without('added'))).toBe(spaced(before));
        expect(without('removed')).toBe(after);
      }),
    );
  });

  test('is found within a second for texts of ten thousand words', () => {
    const long = Array.from({ length: 10_000 }, (_, at) => `słowo${at}`);
    const started = process.hrtime.bigint();
    const pieces = wordDifference(long.join(' '), [...long.slice(0, 5_000), 'inne', ...long.slice(5_001)].join(' '));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000);
    expect(pieces.map(({ kind }) => kind)).toEqual(['kept', 'removed', 'added', 'kept']);
  });
});

test('letters from one text to another are counted (kitten and sitting: 3, the textbook example)', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

describe('The difference between two versions', () => {
  test('is empty when only the number of the version differs', () => {
    expect(compareVersions(clients.definition, { ...clients.definition, version: 2 })).toEqual([]);
  });

  test('names questions that came, went and moved', () => {
    const before = questionnaire([page('a', single('K1'), single('K2')), page('b', open('O1'), open('O2'))]);
    const after = questionnaire([page('a', single('K2'), open('O3'), open('O2')), page('b', open('O1'))]);
    expect(compareVersions(before, after)).toEqual([
      { kind: 'added', item: 'O3', text: 'Pytanie O3', page: 'Strona a' },
      { kind: 'moved', item: 'O2', fromPage: 'Strona b', toPage: 'Strona a' },
      { kind: 'removed', item: 'K1', text: 'Pytanie K1', page: 'Strona a' },
    ]);
  });

  test('of two questions that changed places names one as moved', () => {
    expect(compareVersions(onPage(open('A'), open('B')), onPage(open('B'), open('A')))).toEqual([
      { kind: 'moved', item: 'A', fromPage: 'Strona a', toPage: 'Strona a' },
    ]);
  });

  test('shows changed words of questions, hints and rows', () => {
    const after = battery(['J1', 'J2'], { hint: 'W każdym wierszu' });
    const rows = (after as Extract<Item, { kind: 'battery' }>).rows;
    const changed = { ...after, rows: [{ ...rows[0]!, text: 'Zdanie inne' }, rows[1]!] } as Item;
    const changes = compareVersions(onPage(battery(['J1', 'J2'])), onPage(changed));
    expect(changes).toMatchObject([
      { kind: 'text', part: 'hint', row: null, item: 'J' },
      { kind: 'text', part: 'text', row: 'J1', item: 'J' },
    ]);
  });

  test('shows answers that came, went, read otherwise, count otherwise or stand otherwise', () => {
    const choices = [
      { code: '2', label: 'nie' },
      { code: '1', label: 'raczej tak', value: 5 },
      { code: '98', label: 'trudno powiedzieć', missing: 98 },
    ];
    const before = single('K1', {
      choices: [...yesNo, { code: '3', label: 'może' }],
    });
    const changes = compareVersions(onPage(before), onPage(single('K1', { choices } as Partial<Item>)));
    expect(kinds(changes)).toEqual([
      'choice-added',
      'choice-removed',
      'choice-relabelled',
      'choice-changed',
      'choices-reordered',
    ]);
  });

  test('shows rows that came and went without calling the others reordered', () => {
    expect(compareVersions(onPage(battery(['J1', 'J2'])), onPage(battery(['J3', 'J2'])))).toEqual([
      { kind: 'row-added', item: 'J', row: 'J3', text: 'Zdanie J3' },
      { kind: 'row-removed', item: 'J', row: 'J1', text: 'Zdanie J1' },
    ]);
  });

  test('shows conditions, validation, switches and kinds', () => {
    const after = { ...single('K1'), shownIf: "${K0} = '1'", constraint: '. != 2', required: true } as Item;
    expect(compareVersions(onPage(single('K1')), onPage(after))).toMatchObject([
      { kind: 'expression', part: 'shownIf', before: null, after: "${K0} = '1'" },
      { kind: 'expression', part: 'constraint', before: null, after: '. != 2' },
      { kind: 'setting', part: 'required', before: null, after: true },
    ]);
    expect(compareVersions(onPage(single('K1')), onPage(open('K1')))[0]).toEqual({
      kind: 'kind',
      item: 'K1',
      before: 'single',
      after: 'open',
    });
  });

  test('shows pages, the introduction and languages', () => {
    const before = questionnaire([page('a', open('A')), page('b', open('B'))]);
    const after = questionnaire(
      [{ ...page('b', open('B')), title: 'Koniec' }, page('a', open('A')), page('c', open('C'))],
      {
        title: 'Nowa ankieta',
        minutes: 6,
        languages: ['en'],
        translations: [{ language: 'en', texts: [{ key: 'title', from: 'Nowa ankieta', text: 'New survey' }] }],
      },
    );
    expect(kinds(compareVersions(before, after))).toEqual([
      'frame-text',
      'frame-setting',
      'page-added',
      'page-renamed',
      'page-moved',
      'added',
      'language-added',
      'translation',
    ]);
  });

  test('reaches into blocks that are repeated', () => {
    const block = (...items: readonly Item[]): Item => ({
      kind: 'repeat',
      code: 'R',
      text: 'Usługi',
      over: 'U1',
      items,
    });
    const changes = compareVersions(onPage(block(open('O1'))), onPage(block({ ...open('O1'), text: 'Inaczej' })));
    expect(changes).toMatchObject([{ kind: 'text', item: 'O1' }]);
  });

  test('of drafts with one code twice is told without a crash', () => {
    const faulty = onPage(open('A'), open('A'), { ...open('B'), text: '' });
    expect(kinds(compareVersions(onPage(open('A')), faulty))).toEqual(['added', 'added']);
  });

  test('never leaves a changed property unseen', () => {
    const { pages } = clients.definition;
    const places = pages.flatMap(({ items }, pageAt) => items.map((_item, itemAt) => [pageAt, itemAt] as const));
    const properties = ['text', 'hint', 'required', 'shownIf', 'random', 'sensitive', 'wording', 'criterion', 'most'];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...properties),
        fc.string({ minLength: 40, maxLength: 50 }),
        ([pageAt, itemAt], property, value) => {
          const changed = pages.map((each, at) =>
            at === pageAt
              ? {
                  ...each,
                  items: each.items.map((item, place) => (place === itemAt ? { ...item, [property]: value } : item)),
                }
              : each,
          ) as readonly Page[];
          expect(compareVersions(clients.definition, { ...clients.definition, pages: changed })).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
