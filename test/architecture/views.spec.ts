import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, readText, root } from '../support/files';

const views = filesBelow('views', '.ejs').map((path) => ({ path, text: readText(path) }));

test('views hold no inline style, no inline script and no event attribute', () => {
  const faults = views.filter(({ text }) => /\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>(?!<)|\son[a-z]+=/.test(text));
  expect(faults.map(({ path }) => path)).toEqual([]);
});

test('views neither compute nor format', () => {
  const faults = views.filter(({ text }) => /<%[^%]*(\.toFixed|Math\.|\.reduce\(|toLocaleString|\.sort\()/.test(text));
  expect(faults.map(({ path }) => path)).toEqual([]);
});

/** Forms of people without an account; a form from another site is refused by its origin. */
const WITHOUT_ACCOUNT = ['views/responses', 'views/workshop/room'];

test('every staff form that changes something carries the form token', () => {
  const faults = views.filter(
    ({ path, text }) =>
      !WITHOUT_ACCOUNT.some((folder) => path.startsWith(folder)) &&
      /<form[^>]*method="post"/i.test(text) &&
      !text.includes('_csrf'),
  );
  expect(faults.map(({ path }) => path)).toEqual([]);
});

test('every part that a view includes is there', () => {
  const missing = views.flatMap(({ path, text }) =>
    [...text.matchAll(/include\('([^']+)'/g)]
      .map(([, part]) => String(part))
      .map((part) => (part.startsWith('/') ? join('views', part) : join(dirname(path), part)))
      .filter((part) => !existsSync(join(root, `${part}.ejs`)))
      .map((part) => `${path}: ${part}`),
  );
  expect(missing).toEqual([]);
});
