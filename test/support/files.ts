import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');
/** The founders' material beside the project; tests that need it skip, in one line, where it is absent. */
export const shared = resolve(root, '../shared');

export const filesBelow = (folder: string, suffix: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .map((name) => join(folder, String(name)))
        .filter((path) => path.endsWith(suffix) && statSync(join(root, path)).isFile())
    : [];

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

export const readJson = (path: string): unknown => JSON.parse(readText(path)) as unknown;

/** A `test` that runs where a file of ../shared is present and says in one line that it skips elsewhere. */
export const testWithShared = (path: string, title: string, run: (file: string) => unknown): void => {
  const file = join(shared, path);
  if (existsSync(file))
    test(title, async () => {
      await run(file);
    });
  else skipWithoutShared(path, title);
};

/** A `describe` whose facts need a file of ../shared; elsewhere one line says that it skips, and nothing of it runs. */
export const describeWithShared = (path: string, title: string, run: (file: string) => void): void => {
  const file = join(shared, path);
  if (existsSync(file))
    describe(title, () => {
      run(file);
    });
  else skipWithoutShared(path, title);
};

const skipWithoutShared = (path: string, title: string): void => {
  test.skip(`${title} (skipped: ../shared/${path} is absent)`, () => undefined);
};
