/* eslint-disable no-restricted-syntax -- HTML is what these texts are about */
import fc from 'fast-check';
import { plainText } from '../../../src/features/questionnaires/domain/plain-text';

describe('author text becomes plain text', () => {
  test.each([
    ['Czy znają Państwo OWES?', 'Czy znają Państwo OWES?', []],
    ['<p>Pierwszy akapit.</p>\n<p>Drugi <b>ważny</b>.</p>', 'Pierwszy akapit.\nDrugi ważny.', ['markup']],
    ['jeden<br>dwa<br/>trzy', 'jeden\ndwa\ntrzy', ['markup']],
    ['Zadowolenie<script>alert(1)</script> z usług', 'Zadowolenie z usług', ['script']],
    ['<style>p{color:red}</style>Tekst', 'Tekst', ['script']],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Tekst', 'Tekst', ['script']],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;Tekst', 'Tekst', ['image']],
    ['<img src=x onerror=alert(1)>Tekst', 'Tekst', ['image']],
    ['<a href="javascript:alert(1)">Regulamin</a>', 'Regulamin', ['link']],
    ['Szko&lstrok;a &amp; praca&nbsp;&ndash; 5 &lt; 6', 'Szkoła & praca\u00A0– 5 < 6', []],
    ['liczba <5 lub >3, a<b', 'liczba <5 lub >3, a< b', []],
    ['abc\u202Edcba\u0007\u200B', 'abcdcba', ['invisible']],
    ['Pytanie o ${K2} i 100%', 'Pytanie o ${K2} i 100%', []],
  ])('%s', (source, text, dropped) => {
    expect(plainText(source)).toEqual({ text, dropped });
  });

  test('a text is cut at its limit, never in the middle of a character', () => {
    expect(plainText('ab😀cd', 3)).toEqual({ text: 'ab', dropped: ['cut'] });
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          '<',
          '>',
          '<script',
          '<scr<script>ipt>',
          '</script>',
          '&lt;',
          '&amp;',
          '&#60;',
          '&#x3c',
          'amp;',
          'lt',
          ';',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<?',
          '<p',
          '<br>',
          '\n',
          ' ',
          '\u202E',
          '"',
          "'",
          '<svg/onload=',
          '<textarea>',
          '<title>',
          '<plaintext>',
          '&',
          '\u0001',
          '\u0301',
          '\uD83D',
          '\uDE00',
        ),
      ),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.join(''));

  test('no tag survives, whatever it is hidden in, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const { text } = plainText(source);
        expect(text).not.toMatch(/<[a-z/!?]/i);
        expect(plainText(text)).toEqual({ text, dropped: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test('limits hold, and what was cut is plain, too', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 20 }), (source, longest) => {
        const { text } = plainText(source, longest);
        expect(text.length).toBeLessThanOrEqual(longest);
        expect(plainText(text, longest).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('a megabyte of brackets is read to its end', () => {
    for (const piece of ['<', '<a', '&amp;', '&lt;', '<!--', '</', '<p>'])
      expect(plainText(piece.repeat(300_000)).text.length).toBeLessThanOrEqual(300_000 * piece.length);
  });
});
