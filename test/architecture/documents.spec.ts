import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, readJson, readText, root } from '../support/files';

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'DECISIONS.md', 'CHANGELOG.md'];

test('the documents of the house are there', () => {
  expect(DOCUMENTS.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test('every path that a document names exists', () => {
  const missing = DOCUMENTS.flatMap((name) =>
    [...readText(name).matchAll(/`((?:src|views|public|scripts|test|locales|docs)\/[\w./-]+)`/g)]
      .map(([, path]) => String(path))
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${name}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('every npm command that a document names exists', () => {
  const { scripts } = readJson('package.json') as { readonly scripts: Readonly<Record<string, string>> };
  const missing = DOCUMENTS.flatMap((name) =>
    [...readText(name).matchAll(/npm run (?:--silent )?([\w:-]+)/g)]
      .map(([, script]) => String(script))
      .filter((script) => !(script in scripts))
      .map((script) => `${name}: npm run ${script}`),
  );
  expect(missing).toEqual([]);
});

test('every setting that the code reads stands in the README', () => {
  const names = [...readText('src/app/settings.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => String(name));
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !readText('README.md').includes(`\`${name}\``))).toEqual([]);
});

test('no file names a package registry, a path of one machine or a secret', () => {
  const texts = [
    ...DOCUMENTS,
    'package-lock.json',
    'package.json',
    '.ci/run',
    ...filesBelow('src', '.ts'),
    ...filesBelow('test', '.ts'),
  ];
  const registries = new RegExp(
    ['registry', 'npmjs'].join('\\.') + '|' + ['/root', '/'].join('') + '\\w|' + ['/work', '/'].join(''),
  );
  expect(texts.filter((path) => registries.test(readText(path)))).toEqual([]);
});
