import {
  compileVersion,
  nextPage,
  pagesOnPath,
  readPage,
  visibleItems,
  type Item,
  type Page,
} from '../../../src/features/questionnaires/domain';

const choices = [
  { code: '1', label: 'nie', value: 1 },
  { code: '2', label: 'tak', value: 2 },
];
const question: Item = { kind: 'single', code: 'A', text: 'Czy tak?', choices };
const information = (code: string, shownIf?: string): Item => ({
  kind: 'information',
  code,
  text: 'Dziękujemy',
  ...(shownIf === undefined ? {} : { shownIf }),
});

const versionOf = (...pages: readonly (readonly Item[])[]) =>
  compileVersion({
    code: 'test',
    version: 1,
    locale: 'pl',
    title: 'Test',
    lead: 'Test',
    minutes: 1,
    pages: pages.map((items, index): Page => ({ id: `p${index + 1}`, title: 'Strona', items })),
  });

test('a page of information alone is shown when its condition holds', () => {
  const version = versionOf([question], [information('I', "${A} = '2'")]);
  expect(nextPage(version, 1, { A: '2' })).toBe(2);
  expect(nextPage(version, 1, { A: '1' })).toBeNull();
});

test('information beside questions does not keep a page on the path when none of them is asked', () => {
  const version = versionOf([question], [information('I'), { ...question, code: 'B', shownIf: "${A} = '2'" }]);
  expect(pagesOnPath(version, { A: '1' })).toEqual([1]);
  expect(pagesOnPath(version, { A: '2' })).toEqual([1, 2]);
  expect(visibleItems(version, 2, { A: '2' }).map(({ code }) => code)).toEqual(['I', 'B']);
});

test('each empty row of a required battery is named', () => {
  const rows = [
    { code: 'J1', text: 'Pierwsze zdanie' },
    { code: 'J2', text: 'Drugie zdanie' },
  ];
  const version = versionOf([
    { kind: 'battery', code: 'J', text: 'Oceny', required: true, scale: 'AGREE5', choices, rows },
  ]);
  expect(readPage(version, 1, { J1: '2' }, {}).issues).toEqual([
    { field: 'J2', item: 'J', page: 1, fieldKind: 'row', kind: 'row-missing', details: { row: 'Drugie zdanie' } },
  ]);
});

test('a required question that the same page has only just brought up is not yet missing', () => {
  const version = versionOf([question, { ...question, code: 'B', required: true, shownIf: "${A} = '2'" }]);
  expect(readPage(version, 1, { A: '2' }, {})).toMatchObject({ issues: [], revealed: ['B'] });
  expect(readPage(version, 1, { A: '2' }, { A: '2' }).issues).toMatchObject([{ field: 'B', kind: 'required' }]);
});

test('a number may have a fraction where nothing forbids it', () => {
  const version = versionOf([{ kind: 'number', code: 'N', text: 'Ile etatów?', least: -5, most: 5 }]);
  expect(readPage(version, 1, { N: '2,5' }, {}).answers).toEqual({ N: 2.5 });
  expect(readPage(version, 1, { N: '−3' }, {}).answers).toEqual({ N: -3 });
});

test('an exclusive "trudno powiedzieć" among several choices is a missing answer', () => {
  const withDontKnow = [
    ...choices,
    { code: '98', label: 'trudno powiedzieć', missing: 98 as const, exclusive: true as const },
  ];
  const version = versionOf([{ kind: 'multiple', code: 'M', text: 'Które?', choices: withDontKnow }]);
  expect(readPage(version, 1, { M: ['1', '98'] }, {}).answers).toEqual({ M: { missing: 98 } });
});

describe('blocks repeated over a number, or at most so many times', () => {
  const inner: Item = { ...question, code: 'O', text: 'Osoba ${N}: czy tak?' };

  test('a number asks for as many blocks, never more than the limit', () => {
    const people: Item = { kind: 'number', code: 'N', text: 'Ile osób?', least: 0, most: 100 };
    const version = versionOf([
      people,
      { kind: 'repeat', code: 'R', text: 'Osoba', over: 'N', most: 3, items: [inner] },
    ]);
    const asked = (N: number) => visibleItems(version, 1, { N }).map(({ code }) => code);
    expect(asked(0)).toEqual(['N']);
    expect(asked(2)).toEqual(['N', 'O_1', 'O_2']);
    expect(asked(99)).toEqual(['N', 'O_1', 'O_2', 'O_3']);
    expect(visibleItems(version, 1, { N: 1 })[1]?.text).toBe('Osoba 1: czy tak?');
  });

  test('of the choices marked, the first so many have a block', () => {
    const several = ['a', 'b', 'c', 'd'].map((code) => ({ code, label: code }));
    const version = versionOf([
      { kind: 'multiple', code: 'N', text: 'Które?', choices: several },
      { kind: 'repeat', code: 'R', text: 'Ocena', over: 'N', most: 2, items: [inner] },
    ]);
    const asked = (...N: readonly string[]) => visibleItems(version, 1, { N }).map(({ code }) => code);
    expect(asked('b', 'c', 'd')).toEqual(['N', 'O_b', 'O_c']);
    expect(asked('d')).toEqual(['N', 'O_d']);
  });
});

test('a required sum asks for all its parts at once', () => {
  const rows = ['S1', 'S2'].map((code) => ({ code, text: code }));
  const version = versionOf([{ kind: 'sum', code: 'S', text: 'Skąd?', total: 100, rows, required: true }]);
  expect(readPage(version, 1, { S1: '', S2: '' }, {}).issues).toEqual([
    { field: 'S', item: 'S', page: 1, fieldKind: 'part', kind: 'required', details: { total: 100 } },
  ]);
});
