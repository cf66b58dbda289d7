import type { Item } from '../../../src/features/questionnaires/domain';
import { mayBePublished, proveQuestionnaire } from '../../../src/features/questionnaires/domain/proof';
import { draftOf, end, multiple, number, open, single, choicesOf } from './proof-definitions';

/** Remarks about routing and validation, `kind item`. */
const remarksOn = (...items: readonly Item[]): readonly string[] =>
  proveQuestionnaire(draftOf(items)).remarks.map(({ kind, field, details }) =>
    [kind, field, details['other'] ?? details['example']].filter(Boolean).join(' '),
  );

const K1 = single('K1', ['pes', 'ngo', 'jst']);
const DOUBLE_A: Item = { kind: 'calculated', code: 'C', text: 'C', expression: '${A} * 2' };
const required = { required: true } as const;
const services = [...choicesOf('a', 'b', 'c'), { code: 'zadna', label: 'żadna', exclusive: true as const }];

describe('conditions that nobody can fulfil', () => {
  test.each([
    ['one answer cannot be two', [K1, open('X', "${K1} = 'pes' and ${K1} = 'ngo'")]],
    ['number ranges that exclude each other', [number('P6', 0, 500), open('X', '${P6} > 10 and ${P6} < 5')]],
    ['a number above its range', [number('P6', 0, 500), open('X', '${P6} > 500')]],
    ['no whole number between 3 and 4', [number('P6', 0, 500), open('X', '${P6} > 3 and ${P6} < 4')]],
    [
      'what stands beside "żadna"',
      [multiple('U1', services), open('X', "selected(${U1}, 'a') and selected(${U1}, 'zadna')")],
    ],
    ['more choices than there are', [multiple('U1', services), open('X', 'count-selected(${U1}) > 3')]],
    ['more choices than allowed', [multiple('U1', services, { most: 2 }), open('X', 'count-selected(${U1}) >= 3')]],
    ['silence on a required question', [single('K1', ['a', 'b'], required), open('X', "${K1} = ''")]],
    [
      'two numbers each above the other',
      [number('A', 0, 900), number('B', 0, 900), open('X', '${A} > ${B} and ${B} > ${A}')],
    ],
    ['a constraint rules the value out', [number('A', 0, 900, { constraint: '. < 10' }), open('X', '${A} >= 10')]],
  ])('%s', (_title, items) => {
    expect(remarksOn(...items)).toEqual(['impossible-condition X']);
  });

  test('a condition that contradicts the one of the question it looks at names that question', () => {
    const asked = single('G1', ['tak', 'nie'], { shownIf: "${K1} = 'pes'" });
    expect(remarksOn(K1, asked, open('X', "${G1} = 'tak' and ${K1} = 'ngo'"))).toEqual(['contradicts-routing X G1']);
  });

  test('a question behind an end that everyone comes to', () => {
    expect(remarksOn(K1, end('E'), open('X'))).toEqual(['after-end X']);
  });

  test('a question for those whose way ended before', () => {
    const asked = single('W1', ['tak', 'nie'], required);
    const remarks = remarksOn(asked, end('E', "${W1} = 'nie'"), open('X', "${W1} = 'nie'"));
    expect(remarks).toEqual(['contradicts-routing X W1']);
  });

  test('a row for a choice that another condition excludes', () => {
    const choices = choicesOf('1', '2').map((choice, index) => ({ ...choice, value: index + 1 }));
    const battery: Item = {
      kind: 'battery',
      code: 'O',
      text: 'Oceny',
      choices: [...choices, { code: '98', label: 'trudno powiedzieć', missing: 98 }],
      shownIf: "${K1} = 'pes'",
      rows: [
        { code: 'O1', text: 'Pierwsze' },
        { code: 'O2', text: 'Drugie', shownIf: "${K1} = 'ngo'" },
      ],
    };
    expect(remarksOn(K1, battery)).toEqual(['impossible-condition O2']);
  });

  test('they stand in the way of publishing', () => {
    expect(mayBePublished(proveQuestionnaire(draftOf([K1, open('X', "${K1} = 'pes' and ${K1} = 'ngo'")])))).toBe(false);
  });
});

describe('conditions that hold for everyone', () => {
  test('whatever is answered', () => {
    expect(remarksOn(K1, open('X', "${K1} = 'pes' or ${K1} != 'pes'"))).toEqual(['always-true X']);
    expect(remarksOn(single('K1', ['a', 'b'], required), open('X', "${K1} != ''"))).toEqual(['always-true X']);
  });

  test('because those for whom it does not hold have left', () => {
    const asked = single('W1', ['tak', 'nie'], required);
    expect(remarksOn(asked, end('E', "${W1} = 'nie'"), open('X', "${W1} = 'tak'"))).toEqual(['always-true-here X']);
  });
});

describe('what is in order gives no remark', () => {
  test.each([
    ['some answer', [K1, open('X', "${K1} = 'pes'")]],
    ['a question that may be left out', [K1, open('X', "${K1} = ''")]],
    ['a number', [number('P6', 0, 500), open('X', '${P6} > 0')]],
    [
      'a fraction between 3 and 4',
      [number('P6', 0, 500, { whole: undefined } as never), open('X', '${P6} > 3 and ${P6} < 4')],
    ],
    ['two numbers in order', [number('A', 0, 900), number('B', 0, 900), open('X', '${A} > ${B} and ${B} > 5')]],
    ['a calculated value', [number('A', 0, 9), DOUBLE_A, open('X', '${C} > 10')]],
  ])('%s', (_title, items) => {
    expect(remarksOn(...items)).toEqual([]);
  });
});

describe('what cannot be told is called so, and never an error', () => {
  test('a condition on a pattern of a text', () => {
    expect(remarksOn(open('T'), open('X', "regex(${T}, '[0-9]{3}')"))).toEqual(['not-checked X']);
  });

  test('a condition on the day of answering', () => {
    expect(remarksOn(K1, open('X', "today() > '2026-12-01'"))).toEqual(['not-checked X']);
  });

  test('more ways than can be walked', () => {
    const many = Array.from({ length: 14 }, (_, index) => number(`N${index}`, 0, 50));
    const sum = many.map(({ code }) => `\${${code}}`).join(' + ');
    expect(remarksOn(...many, open('X', `${sum} > 100000`))).toEqual(['not-checked X']);
  });
});

describe('contradictory validation', () => {
  test('no allowed number fulfils the constraint', () => {
    expect(remarksOn(number('A', 0, 10, { constraint: '. > 10' }))).toEqual(['constraint-impossible A']);
  });

  test('a required number that some cannot give, with the answers that lead there', () => {
    const bound = number('P7', 1, 500, { ...required, notAbove: 'P6', shownIf: '${P6} >= 0' });
    expect(remarksOn(number('P6', 0, 500), bound)).toEqual(['dead-end P7 P6 = 0']);
    expect(remarksOn(number('P6', 0, 500), { ...bound, shownIf: '${P6} > 0' })).toEqual([]);
  });

  test('a bound that is never asked together with what it bounds', () => {
    const of = number('A', 0, 10, { shownIf: "${K1} = 'pes'" });
    const bound = number('B', 0, 10, { shownIf: "${K1} = 'ngo'", notAbove: 'A' });
    expect(remarksOn(K1, of, bound)).toEqual(['bound-never-asked B A']);
  });

  test('a required answer that must not exceed one that may be left out', () => {
    const bound = number('B', 0, 900, { ...required, constraint: '. <= ${A}' });
    expect(remarksOn(number('A', 0, 900), bound)).toEqual(['dead-end B A = —']);
  });

  test('a constraint between two questions that can be fulfilled', () => {
    expect(
      remarksOn(number('A', 0, 900, required), number('B', 0, 900, { ...required, constraint: '. <= ${A}' })),
    ).toEqual([]);
  });
});

describe('a draft with faults', () => {
  test('keeps its faults as errors; routing waits until they are mended', () => {
    const remarks = remarksOn(K1, { ...K1, text: 'Znowu?' }, open('X', "${Z9} = 'a'"));
    expect(remarks).toContain('logic-waits');
    expect(remarks.filter((remark) => remark.startsWith('fault'))).toEqual(['fault K1', 'fault X']);
  });

  test('names the character at which an expression cannot be read', () => {
    const [, fault] = proveQuestionnaire(draftOf([K1, open('X', "${K1} = 'pes' und")])).remarks;
    expect(fault).toMatchObject({ kind: 'fault', item: 'X', details: { fault: 'expression', character: 15 } });
  });
});

describe('repeated blocks', () => {
  const block = (condition: string): Item => ({
    kind: 'repeat',
    code: 'B',
    text: 'Usługa ${U1}',
    over: 'U1',
    items: [single('O1', ['1', '2', '3']), { ...open('O2', condition) }],
  });

  test('a question that is asked in no turn is named once, by its code in the block', () => {
    const remarks = remarksOn(multiple('U1', services), block("${O1} = '1' and ${O1} = '2'"));
    expect(remarks).toEqual(['impossible-condition O2']);
  });

  test('a question that is asked in some turn is in order', () => {
    expect(remarksOn(multiple('U1', services), block("${O1} = '1'"))).toEqual([]);
  });
});
