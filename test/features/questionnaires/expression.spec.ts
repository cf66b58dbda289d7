import { isTrue, parseExpression, referencesOf, type AnswerSheet } from '../../../src/features/questionnaires/domain';

const holds = (expression: string, answers: AnswerSheet = {}) => isTrue(parseExpression(expression), answers);

describe('conditions in the XLSForm subset', () => {
  const answers: AnswerSheet = { K1: 'pes', U1: ['U1b', 'U1h'], G3: 3, Z3: '4', J1: { missing: 98 } };

  test.each([
    ["${K1} = 'pes'", true],
    ["${K1} != 'pes'", false],
    ['${K1} = "pes"', true],
    ["'pes' = ${K1}", true],
    ["selected(${U1}, 'U1b')", true],
    ["selected(${U1}, 'U1a')", false],
    ["selected(${K1}, 'pes')", true],
    ["not(selected(${U1}, 'U1a'))", true],
    ['count-selected(${U1}) = 2', true],
    ['count-selected(${K1}) >= 2', false],
    ['count-selected(${B1}) = 0', true],
    ['${G3} > 0 and ${G3} <= 3', true],
    ['${G3} < 3', false],
    ['${G3} >= 3.0', true],
    ['${Z3} >= 4', true],
    ["${K1} = 'ngo' or ${K1} = 'pes' and ${G3} = 3", true],
    ["(${K1} = 'ngo' or ${K1} = 'pes') and ${G3} = 4", false],
    ["  ${ K1 }='pes'  ", true],
  ])('%s', (expression, expected) => {
    expect(holds(expression, answers)).toBe(expected);
  });

  test('an answer not given, "trudno powiedzieć" and an empty list all compare as an empty text', () => {
    for (const sheet of [{}, { Q: { missing: 98 } }, { Q: { missing: 96 } }, { Q: [] }, { Q: '' }] as AnswerSheet[]) {
      expect(holds("${Q} = ''", sheet)).toBe(true);
      expect(holds("${Q} != 'a'", sheet)).toBe(true);
      expect(holds('${Q} = 0', sheet)).toBe(false);
      expect(holds('${Q} <= 0 or ${Q} >= 0', sheet)).toBe(false);
    }
  });

  test('each answer looked at is named once', () => {
    expect(referencesOf(parseExpression("${A} = 'x' or (not(${A} = ${B}) and count-selected(${C}) > 1)"))).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  test.each([
    ["${K1} = 'pes", 9],
    ["${K1} == 'pes'", 8],
    ['${K1} +', 8],
    ['(1 + 2', 7],
    ['suma(1, 2)', 1],
    ['round()', 7],
    ['int(1, 2)', 8],
    ['12345678901234567', 1],
    ['1.2.3', 1],
    ["regex(., '[0-9')", 15],
    ['regex(., ${K1})', 10],
    ['today', 6],
    ['1 # 2', 3],
    ["${K1} = 'pes' and", 18],
    ["${K1} = 'pes' ${K2} = 'x'", 15],
    ["(${K1} = 'pes'", 15],
    ['selected(${U1})', 15],
    ["not ${K1} = 'pes'", 5],
    ['${1K} = 1', 1],
    ['${K1} = pes', 9],
    ['', 1],
  ])('the fault in %s stands at character %i', (expression, character) => {
    expect(() => parseExpression(expression)).toThrow(expect.objectContaining({ name: 'ExpressionError', character }));
  });
});
