import fc from 'fast-check';
import { localPath } from '../../../src/features/accounts/domain';

test('a path of ours stays as it is, without its fragment', () => {
  expect(localPath('/badania/1/wyniki?instytucja=rops')).toBe('/badania/1/wyniki?instytucja=rops');
  expect(localPath('/pomoc#link')).toBe('/pomoc');
  expect(localPath(undefined)).toBeUndefined();
});

test('whatever is accepted stays on this host, read the way a browser reads it', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '..',
    '.',
    '@',
    ':',
    'evil.example',
    'https:',
    'javascript:',
    '%2f',
    '?',
    '#',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const path = localPath(`/${parts.join('')}`);
      if (path === undefined) return;
      expect(new URL(path, 'https://ewaluacja.example').origin).toBe('https://ewaluacja.example');
      expect(path.startsWith('//')).toBe(false);
    }),
  );
});
