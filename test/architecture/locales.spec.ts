import { filesBelow, readJson, readText } from '../support/files';

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
    : [path];

const textsOf = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
    : [[path, String(value)]];

/** Keys without their plural ending: the two languages have different plural forms. */
const families = (path: string): readonly string[] =>
  [...new Set(keysOf(readJson(path)).map((key) => key.replace(/_(one|few|many|other)$/, '')))].sort();

const polish = filesBelow('locales/pl', '.json');
const easyPolish = filesBelow('locales/pl-etr', '.json');
const ukrainian = filesBelow('locales/uk', '.json');

test('every Polish text has an English one and the other way round', () => {
  expect(filesBelow('locales/en', '.json').map((path) => path.replace('/en/', '/pl/'))).toEqual(polish);
  for (const path of polish) expect([path, families(path.replace('/pl/', '/en/'))]).toEqual([path, families(path)]);
});

/** What respondents meet, and nothing else, is said in Ukrainian: whole files, or the sections of one. */
const MET_BY_RESPONDENTS: Readonly<Record<string, readonly string[]>> = {
  fieldwork: [''],
  http: [''],
  layout: ['languages', 'demonstration.', 'fund.', 'footer.', 'problem.', 'appearance.', 'error', 'errorTitle'],
  proof: ['condition.'],
  questionnaires: ['issues.', 'problems.version-not-found.'],
  reports: ['paper.'],
  responses: [''],
};

test('everything that respondents meet is said in Ukrainian', () => {
  const namespaces = Object.keys(MET_BY_RESPONDENTS).map((name) => `locales/uk/${name}.json`);
  expect(filesBelow('locales/uk', '.json')).toEqual(namespaces);
  for (const [name, sections] of Object.entries(MET_BY_RESPONDENTS)) {
    const met = families(`locales/pl/${name}.json`).filter((key) =>
      sections.some((section) => (section.endsWith('.') || section === '' ? key.startsWith(section) : key === section)),
    );
    expect([name, families(`locales/uk/${name}.json`)]).toEqual([name, met]);
  }
});

test('easy Polish replaces texts that exist, and needs no others', () => {
  for (const path of filesBelow('locales/pl-etr', '.json')) {
    const known = new Set(keysOf(readJson(path.replace('/pl-etr/', '/pl/'))));
    expect(keysOf(readJson(path)).filter((key) => !known.has(key))).toEqual([]);
  }
});

test('a text and its translations are filled in with the same values', () => {
  const placesOf = (path: string): ReadonlyMap<string, string> =>
    new Map(
      textsOf(readJson(path)).map(([key, text]) => [key, [...new Set(text.match(/{{\s*\w+/g))].sort().join(' ')]),
    );
  const others = ['uk', 'pl-etr'].flatMap((locale) => filesBelow(`locales/${locale}`, '.json'));
  const faults = others.flatMap((path) => {
    const inPolish = placesOf(path.replace(/locales\/[^/]+/, 'locales/pl'));
    return [...placesOf(path)].filter(([key, places]) => inPolish.get(key) !== places).map(([key]) => `${path} ${key}`);
  });
  expect(faults).toEqual([]);
});

test('every Polish and every Ukrainian plural has its four forms', () => {
  for (const path of [...polish, ...easyPolish, ...ukrainian]) {
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
  const faults = [...polish, ...easyPolish].flatMap((path) => {
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
