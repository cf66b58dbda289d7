import fc from 'fast-check';
import {
  evaluate,
  ExpressionError,
  FUNCTION_NAMES,
  isTrue,
  parseExpression,
  printExpression,
  type AnswerSheet,
  type Expression,
  type Moment,
} from '../../../src/features/questionnaires/domain';

const answers: AnswerSheet = {
  K1: 'pes',
  U1: ['U1b', 'U1h'],
  G3: 8,
  G4: 3,
  P6: 0,
  Z3: '4',
  J1: { missing: 98 },
  D1: '2026-01-31',
  NIP: '123-456-32-18',
};
const today = { today: '2026-11-21' };
const value = (text: string, moment: Moment = today) => evaluate(parseExpression(text), answers, moment);

describe('calculations in the XLSForm subset', () => {
  test.each<[string, unknown]>([
    ['${G3} + ${G4} * 2', 14],
    ['(${G3} + ${G4}) * 2', 22],
    ['${G3} - ${G4} - 1', 4],
    ['${G3} div ${G4} * 3', 8],
    ['${G3} mod ${G4}', 2],
    ['-${G4} + 10', 7],
    ['- - 2', 2],
    ['.5 + 0.25', 0.75],
    ['round(100 * ${G4} div ${G3}, 1)', 37.5],
    ['round(2.5)', 3],
    ['round(-2.5)', -2],
    ['round(1.005, 2)', 1.01],
    ['int(7.9)', 7],
    ['int(-7.9)', -7],
    ['min(${G3}, ${G4}, 5)', 3],
    ['max(${G3}, ${Z3})', 8],
    ['sum(${G3}, ${G4}, ${P6})', 11],
    ["if(${G3} > 5, 'duży', 'mały')", 'duży'],
    ["coalesce(${J1}, ${B1}, 'brak')", 'brak'],
    ['coalesce(${P6}, 7)', 0],
    ["concat(${K1}, '-', ${G3}, ${J1})", 'pes-8'],
    ['string-length(${K1})', 3],
    ["contains(${K1}, 'es')", true],
    ["starts-with(${K1}, 'es')", false],
    ['number(${Z3}) + 1', 5],
    ['count-selected(${U1}) * 10', 20],
    ['selected-at(${U1}, 1)', 'U1h'],
    ["selected(concat(${U1}, ' x'), 'x')", true],
    ['true()', true],
    ['not(false())', true],
    ['1 < 2 = true()', true],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test('a missing answer of any kind is no number, whatever is done with it', () => {
    for (const text of [
      '${J1} + 1',
      '-${J1}',
      '1 div ${B1}',
      "number('')",
      'round(${J1})',
      'sum(${J1}, ${B1})',
      'max(${J1})',
    ])
      expect([text, value(text)]).toEqual([text, NaN]);
  });

  test('sum, min and max pass over what is missing', () => {
    expect(value('sum(${G3}, ${J1})')).toBe(8);
    expect(value('min(${G3}, ${J1})')).toBe(8);
  });

  test('only plain decimal numbers are numbers', () => {
    for (const text of ['0x10', '1e3', 'Infinity', '12,5', ''])
      expect([text, value(`number('${text}')`)]).toEqual([text, NaN]);
  });

  test('days are compared and subtracted as days; today is told from outside', () => {
    expect(value('${D1} < today()')).toBe(true);
    expect(value('today() - ${D1}')).toBe(294);
    expect(value("${D1} = '2026-01-31'")).toBe(true);
    expect(value("'2026-02-30' < today()")).toBe(false);
    expect(value('today()', {})).toBe('');
    expect(value('${D1} < today()', {})).toBe(false);
  });

  test('the dot is the answer a constraint is about', () => {
    const condition = parseExpression('. <= ${G3} and . >= 0');
    expect(isTrue(condition, answers, { own: 8 })).toBe(true);
    expect(isTrue(condition, answers, { own: 9 })).toBe(false);
    expect(value("selected(., 'U1b')", { own: ['U1b'] })).toBe(true);
  });

  test('if and coalesce read no more than they need', () => {
    expect(value('if(true(), 1, 1 div 0)')).toBe(1);
  });

  test('texts that double with each step end after 5,000 characters', () => {
    const twice = parseExpression('concat(${A}, ${A})');
    let A: unknown = 'ab';
    for (let step = 0; step < 60; step += 1) A = evaluate(twice, { A: String(A) });
    expect(String(A)).toHaveLength(5_000);
  });
});

describe('regex fits whole texts', () => {
  const fits = (pattern: string, text: string) =>
    evaluate(parseExpression(`regex(., '${pattern}')`), {}, { own: text });

  test.each<[string, string, boolean]>([
    ['[0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{2}', '123-456-32-18', true],
    ['[0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{2}', '123-456-32-181', false],
    ['^\\d{2}-\\d{3}$', '25-516', true],
    ['^\\d{2}-\\d{3}$', ' 25-516', false],
    ['(tak|nie|może)', 'może', true],
    ['[A-ZŁŚŻ][a-ząęłóśżź]+', 'Łódź', true],
    ['\\p{Lu}\\p{Ll}+( \\p{Lu}\\p{Ll}+)*', 'Święta Katarzyna', true],
    ['[^@ ]+@[^@ ]+\\.[a-z]{2,}', 'jan@poczta.pl', true],
    ['[^@ ]+@[^@ ]+\\.[a-z]{2,}', 'jan@poczta', false],
    ['a{2,}', 'a', false],
    ['a{2,}', 'aaaa', true],
    ['a{0,2}b?', '', true],
    ['(?:ab)+c*?', 'ababcc', true],
    ['[\\w.-]+', 'a.b-c_9', true],
    ['[]a]+', ']a', true],
    ['a|', '', true],
    ['.', '🌱', true],
    ['a.c', 'a\nc', false],
  ])('%s on %j', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  test('agrees with the matcher of JavaScript on whole texts', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(ab|b)', '(a|ab)', '\\d');
    const piece = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}'))
      .map(([one, times]) => one + times);
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (given, subject) => {
        expect([given, fits(given, subject)]).toEqual([given, new RegExp(`^(?:${given})$`, 'u').test(subject)]);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['(a|a)*b', '(a+)+b', '(a|ab|b)*c', '(.*)*x', '(a*)*b', '((a{1,10}){1,20})b'])(
    'no pattern makes the engine think without an end: %s',
    (pattern) => {
      expect(fits(pattern, 'a'.repeat(1_000))).toBe(false);
    },
  );

  test.each([
    '(?=a)',
    '(?<n>a)',
    '\\1',
    '[b-a]',
    '(',
    'a**',
    '{2}',
    'a{3,2}',
    'a{1000}',
    '((a{200}){200}){200}',
    '\\b',
    '[a',
  ])('what cannot be matched in linear time, or read at all, is refused: %s', (pattern) => {
    expect(() => parseExpression(`regex(., '${pattern}')`)).toThrow(ExpressionError);
  });
});

describe('the reader of expressions', () => {
  const shapes = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'expression' },
      fc.record({ kind: fc.constant('text' as const), text: fc.string().map((text) => text.replace(/'/g, '')) }),
      fc.record({
        kind: fc.constant('number' as const),
        number: fc.integer({ min: -999, max: 999_999 }).map((n) => n / 100),
      }),
      fc.record({ kind: fc.constant('answer' as const), code: fc.constantFrom('K1', 'O1_U1a') }),
      fc.constant({ kind: 'own' as const }),
      fc.record({
        kind: fc.constant('selected' as const),
        code: fc.constant('U1'),
        choice: fc.constantFrom('a', 'b-c'),
      }),
      fc.record({
        kind: fc.constant('compare' as const),
        comparison: fc.constantFrom('=' as const, '!=', '<', '<=', '>', '>='),
        left: tie('expression'),
        right: tie('expression'),
      }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        left: tie('expression'),
        right: tie('expression'),
      }),
      fc.record({
        kind: fc.constant('arithmetic' as const),
        operator: fc.constantFrom('+' as const, '-', '*', 'div', 'mod'),
        left: tie('expression'),
        right: tie('expression'),
      }),
      fc.record({ kind: fc.constant('not' as const), condition: tie('expression') }),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('concat', 'coalesce', 'max'),
        arguments: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));

  test('reads back what was printed', () => {
    fc.assert(
      fc.property(shapes.expression, (expression) => {
        const text = printExpression(expression);
        fc.pre(text.length <= 2_000);
        expect(parseExpression(text)).toEqual(expression);
      }),
      { numRuns: 500 },
    );
  });

  test('throws nothing but its own error, whatever it is given', () => {
    const words = fc.constantFrom(
      ...FUNCTION_NAMES,
      'and',
      'or',
      'div',
      '${K1}',
      '.',
      '(',
      ')',
      ',',
      "'a'",
      '1',
      '-',
      '<=',
      '=',
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          evaluate(parseExpression(text), answers, today);
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          expect(error.character).toBeGreaterThan(0);
          expect(error.character).toBeLessThanOrEqual(text.length + 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['('.repeat(1_000), '-'.repeat(1_999), 'not('.repeat(400), '${A} or '.repeat(249), 'a'.repeat(2_001)])(
    'hostile depth and length end as an error: %#',
    (text) => {
      expect(() => parseExpression(text)).toThrow(ExpressionError);
    },
  );
});
