import { filesBelow, readJson, readText } from '../support/files';

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
    : [path];

/** Keys without their plural ending: the two languages have different plural forms. */
const families = (path: string): readonly string[] =>
  [...new Set(keysOf(readJson(path)).map((key) => key.replace(/_(one|few|many|other)$/, '')))].sort();

const polish = filesBelow('locales/pl', '.json');

test('every Polish text has an English one and the other way round', () => {
  expect(filesBelow('locales/en', '.json').map((path) => path.replace('/en/', '/pl/'))).toEqual(polish);
  for (const path of polish) expect([path, families(path.replace('/pl/', '/en/'))]).toEqual([path, families(path)]);
});

test('every Polish plural has its four forms', () => {
  for (const path of polish) {
    const keys = new Set(keysOf(readJson(path)));
    const plurals = [...keys]
      .filter((key) => /_(one|few|many|other)$/.test(key))
      .map((key) => key.replace(/_[a-z]+$/, ''));
    for (const plural of new Set(plurals))
      expect(
        ['one', 'few', 'many', 'other']
          .filter((form) => !keys.has(`${plural}_${form}`))
          .map((form) => `${path} ${plural}_${form}`),
      ).toEqual([]);
  }
});

test('Polish texts have no one-letter word hanging at a line end and no straight quotation marks', () => {
  const faults = polish.flatMap((path) => {
    const texts = readText(path)
      .split('\n')
      .filter((line) => line.includes('": "'));
    return texts
      .map((line) => line.slice(line.indexOf('": "') + 3))
      .filter(
        (text) =>
          /(^|[\s(„])[aiouwzAIOUWZ] /.test(text.slice(1)) || text.slice(1, text.lastIndexOf('"')).includes('\\"'),
      )
      .map((text) => `${path}: ${text}`);
  });
  expect(faults).toEqual([]);
});
