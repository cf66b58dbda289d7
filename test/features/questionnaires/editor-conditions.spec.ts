import fc from 'fast-check';
import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import {
  allItems,
  expressionOfRows,
  rowsOfExpression,
  type RowOperator,
} from '../../../src/features/questionnaires/domain/edit';
import { isTrue, parseExpression } from '../../../src/features/questionnaires/domain/expression';

const definition = materialise(OWES_CLIENTS, { owes: [{ code: 'owes-polnoc', name: 'OWES Północ' }] });
const partners = materialise(ROPS_PARTNERS, { owes: [{ code: 'owes-polnoc', name: 'OWES Północ' }] });

describe('a condition by form', () => {
  test.each([
    ["${K1} = 'pes'", 'all', [['K1', 'chosen', ['pes']]]],
    ["${K1} = 'pes' or ${K1} = 'ngo'", 'all', [['K1', 'chosen', ['pes', 'ngo']]]],
    [
      "${K2} != 'zaden' and (${K1} = 'pes' or ${K1} = 'ngo')",
      'all',
      [
        ['K2', 'not-chosen', ['zaden']],
        ['K1', 'chosen', ['pes', 'ngo']],
      ],
    ],
    [
      "selected(${U1}, 'U1b') or ${G3} > 0",
      'any',
      [
        ['U1', 'chosen', ['U1b']],
        ['G3', 'above', ['0']],
      ],
    ],
    [
      "not(${K1} = 'pes' or ${G3} > 2)",
      'none',
      [
        ['K1', 'chosen', ['pes']],
        ['G3', 'above', ['2']],
      ],
    ],
    ["not(selected(${U1}, 'U1b'))", 'all', [['U1', 'not-chosen', ['U1b']]]],
    ['count-selected(${U1}) >= 1', 'all', [['U1', 'count-least', ['1']]]],
    ["${Z2} != ''", 'all', [['Z2', 'answered', []]]],
  ])('shows %s', (text, joining, rows) => {
    expect(rowsOfExpression(text)).toEqual({
      joining,
      rows: rows.map(([code, operator, values]) => ({ code, operator, values })),
    });
  });

  test.each([
    '${G3} > ${G4}',
    '${G3} + 1 > 2',
    "(${K1} = 'a' and ${K2} = 'b') or ${K3} = 'c'",
    '${K1} = ',
    "regex(${K1}, 'a')",
  ])('leaves %s to the expression', (text) => {
    expect(rowsOfExpression(text)).toBeUndefined();
  });

  test('shows every condition of our own questionnaires', () => {
    const conditions = [definition, partners].flatMap((each) =>
      allItems(each).flatMap(({ shownIf }) => (shownIf === undefined ? [] : [shownIf])),
    );
    expect(conditions.length).toBeGreaterThan(15);
    expect(conditions.filter((text) => rowsOfExpression(text) === undefined)).toEqual([]);
  });

  const operators: readonly RowOperator[] = [
    'chosen',
    'not-chosen',
    'answered',
    'unanswered',
    'equal',
    'above',
    'least',
    'count-least',
  ];
  const row = fc
    .tuple(
      fc.constantFrom('K1', 'K3', 'U1'),
      fc.constantFrom(...operators),
      fc.uniqueArray(fc.constantFrom('pes', 'ngo', 'U1a'), { minLength: 1 }),
    )
    .map(([code, operator, values]) => ({
      code,
      operator,
      values: operator.includes('chosen') ? values : operator.includes('answered') ? [] : ['1'],
    }));
  const form = fc.record({
    joining: fc.constantFrom('all', 'any', 'none'),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  });

  test('means after saving and opening again what it meant before', () => {
    const answers = [
      {},
      { K1: 'pes' },
      { K1: 'ngo', U1: ['U1a'] },
      { K3: ['pes', 'ngo'], K1: '1' },
      { U1: ['U1a', 'pes'] },
    ];
    fc.assert(
      fc.property(form, (rows) => {
        const text = expressionOfRows(rows, definition)!;
        const again = rowsOfExpression(text);
        if (again === undefined) return;
        const second = expressionOfRows(again, definition)!;
        for (const sheet of answers)
          expect(isTrue(parseExpression(second), sheet)).toBe(isTrue(parseExpression(text), sheet));
      }),
    );
  });
});
