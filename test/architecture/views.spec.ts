import { filesBelow, readText } from '../support/files';

const views = filesBelow('views', '.ejs').map((path) => ({ path, text: readText(path) }));

test('views hold no inline style, no inline script and no event attribute', () => {
  const faults = views.filter(({ text }) => /\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>(?!<)|\son[a-z]+=/.test(text));
  expect(faults.map(({ path }) => path)).toEqual([]);
});

test('views neither compute nor format', () => {
  const faults = views.filter(({ text }) => /<%[^%]*(\.toFixed|Math\.|\.reduce\(|toLocaleString|\.sort\()/.test(text));
  expect(faults.map(({ path }) => path)).toEqual([]);
});

test('every staff form that changes something carries the form token', () => {
  const faults = views.filter(
    ({ path, text }) =>
      !path.startsWith('views/responses') && /<form[^>]*method="post"/i.test(text) && !text.includes('_csrf'),
  );
  expect(faults.map(({ path }) => path)).toEqual([]);
});
