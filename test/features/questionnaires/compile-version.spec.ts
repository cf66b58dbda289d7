import {
  compileVersion,
  faultsIn,
  faultSentence,
  LIMITS,
  type DefinitionFault,
  type Item,
  type QuestionnaireDefinition,
} from '../../../src/features/questionnaires/domain';
import { loadTranslators } from '../../../src/platform/i18n';
import { OWES_CLIENTS } from '../../../src/features/questionnaires/templates';

const yesNo = [
  { code: 'tak', label: 'Tak' },
  { code: 'nie', label: 'Nie' },
];

const { pl, en } = loadTranslators('locales');

const questionnaire = (...items: readonly Item[]): QuestionnaireDefinition => ({
  code: 'test',
  version: 1,
  locale: 'pl',
  title: 'Test',
  lead: 'Test',
  minutes: 1,
  pages: [{ id: 'p1', title: 'Strona', items }],
});

const single = (code: string, changes: Partial<Extract<Item, { kind: 'single' }>> = {}): Item => ({
  kind: 'single',
  code,
  text: 'Czy tak?',
  choices: yesNo,
  ...changes,
});

/** Item and kind of each fault; every fault has its sentence in both languages. */
const faultsOf = (...items: readonly Item[]): readonly (readonly [string | null, string])[] =>
  faultsIn(questionnaire(...items)).map((fault) => {
    expect([faultSentence(pl.t, fault), faultSentence(en.t, fault)]).toEqual([expect.any(String), expect.any(String)]);
    return [fault.code, fault.kind];
  });

const firstFault = (...items: readonly Item[]): DefinitionFault | undefined => faultsIn(questionnaire(...items))[0];

const number: Item = { kind: 'number', code: 'N', text: 'Ile?', least: 0, most: 5 };
const services: Item = {
  kind: 'multiple',
  code: 'U1',
  text: 'Z których usług?',
  choices: [
    { code: 'U1a', label: 'Doradztwo' },
    { code: 'U1b', label: 'Szkolenia' },
  ],
};
const repeat = (...items: readonly Item[]): Item => ({ kind: 'repeat', code: 'O', text: '${U1}', over: 'U1', items });

describe('a definition is refused with every fault listed', () => {
  test('all faults come at once', () => {
    expect(faultsOf(single('A', { text: ' ' }), single('A'), single('B', { shownIf: "${C} = 'tak'" }))).toEqual([
      ['A', 'code-twice'],
      ['A', 'no-text'],
      ['B', 'reference-unknown'],
    ]);
  });

  test('compiling throws one error that names them all', () => {
    const compile = () => compileVersion(questionnaire(single('A', { text: ' ' }), single('A')));
    expect(compile).toThrow(/A: code-twice.*\nA: no-text/);
  });

  test('a condition cannot look at a later question or at its own', () => {
    expect(faultsOf(single('A', { shownIf: "${B} = 'tak'" }), single('B'))).toEqual([['A', 'reference-later']]);
    expect(faultsOf(single('A', { shownIf: "${A} = 'tak'" }))).toEqual([['A', 'reference-itself']]);
    expect(faultsOf(single('A'), single('B', { shownIf: "${A} = 'tak'" }))).toEqual([]);
  });

  test('conditions in a circle are told as a circle', () => {
    const circle = [
      single('A', { shownIf: "${C} = 'tak'" }),
      single('B', { shownIf: "${A} = 'tak'" }),
      single('C', { shownIf: "${B} = 'tak'" }),
    ];
    expect(firstFault(...circle)).toEqual({ code: 'A', kind: 'reference-cycle', details: { cycle: 'A → C → B → A' } });
  });

  test('a condition that cannot be read points at the character', () => {
    const fault = firstFault(single('A'), single('B', { shownIf: "${A} == 'tak'" }));
    expect(fault).toEqual({
      code: 'B',
      kind: 'expression',
      character: 7,
      details: { place: 'shownIf', expression: "${A} == 'tak'", reason: 'double-equals' },
    });
    expect(fault && faultSentence(pl.t, fault)).toBe(
      'Wyrażenia nie da się odczytać od znaku 7: Równość zapisuje się jednym znakiem =',
    );
  });

  test('a condition cannot expect an answer that is not offered', () => {
    expect(firstFault(single('A'), single('B', { shownIf: "${A} = 'moze'" }))).toMatchObject({
      code: 'B',
      kind: 'no-such-choice',
      details: { reference: 'A', choice: 'moze' },
    });
  });

  test('the dot stands for the own answer, in constraints only', () => {
    expect(faultsOf(single('A', { shownIf: ". = 'tak'" }))).toEqual([['A', 'own-outside-constraint']]);
    expect(faultsOf(single('A', { constraint: ". = 'tak'" }))).toEqual([]);
    expect(faultsOf(single('A', { constraint: "${A} = 'tak'" }))).toEqual([]);
    expect(faultsOf({ kind: 'information', code: 'I', text: 'Informacja', constraint: '. = 1' })).toEqual([
      ['I', 'constraint-without-answer'],
    ]);
  });

  test('choices need different codes and labels, and at most one asks for a text', () => {
    expect(
      faultsOf(
        single('A', {
          choices: [
            { code: 'x', label: '', other: true },
            { code: 'x', label: 'X', other: true },
            { code: 'z, y', label: 'Z' },
          ],
        }),
      ),
    ).toEqual([
      ['A', 'choice-twice'],
      ['A', 'choice-code'],
      ['A', 'choice-without-label'],
      ['A', 'two-other-texts'],
    ]);
  });

  test('the text beside a choice takes a code of its own', () => {
    const other = [...yesNo, { code: 'inna', label: 'Inna', other: true as const }];
    expect(faultsOf(single('A', { choices: other }), single('A_inne'))).toEqual([['A_inne', 'code-twice']]);
  });

  test('codes start with a capital, so that none is mistaken for a built-in property', () => {
    expect(faultsOf(single('constructor'))).toEqual([['constructor', 'code-form']]);
  });

  test('a number is bound only by an earlier number, and its range is not empty', () => {
    expect(faultsOf({ kind: 'number', code: 'N', text: 'Ile?', least: 5, most: 5, notAbove: 'M' })).toEqual([
      ['N', 'no-number-between'],
      ['N', 'bound'],
    ]);
  });

  test('a battery needs rows with text and scale points with values', () => {
    expect(faultsOf({ kind: 'battery', code: 'J', text: 'Oceny', scale: 'AGREE5', choices: yesNo, rows: [] })).toEqual([
      ['J', 'no-rows'],
      ['J', 'point-without-value'],
    ]);
  });

  test('days are real and in order, sums have a total, consent has two labels', () => {
    expect(faultsOf({ kind: 'date', code: 'D', text: 'Kiedy?', earliest: '2026-02-30' })).toEqual([['D', 'not-a-day']]);
    expect(faultsOf({ kind: 'date', code: 'D', text: 'Kiedy?', earliest: '2026-12-31', latest: '2026-01-01' })).toEqual(
      [['D', 'no-day-between']],
    );
    const rows = [{ code: 'B1a', text: 'Sprzedaż' }];
    expect(faultsOf({ kind: 'sum', code: 'B1', text: 'Skąd?', rows, total: 0 })).toEqual([
      ['B1', 'total-not-positive'],
    ]);
    expect(faultsOf({ kind: 'consent', code: 'Z', text: 'Zgoda', agreeLabel: 'Tak', declineLabel: '' })).toEqual([
      ['Z', 'consent-without-label'],
    ]);
  });

  test('a comparison code means one thing in a questionnaire', () => {
    expect(faultsOf(single('A', { comparisonCode: 'x' }), single('B', { comparisonCode: 'x' }))).toEqual([
      [null, 'comparison-code-twice'],
    ]);
  });

  test('a text repeats earlier answers only', () => {
    expect(faultsOf(single('A', { text: 'Czy ${B}?' }), single('B'))).toEqual([['A', 'text-reference']]);
    expect(faultsOf(single('A'), single('B', { text: 'Czy ${A}?' }))).toEqual([]);
  });

  test('a template is no questionnaire until the OWES of the evaluation stand in it', () => {
    expect(() => compileVersion(OWES_CLIENTS)).toThrow('@owes');
  });
});

describe('repeated blocks', () => {
  test('go over an earlier multiple choice or number, hold items and no further block', () => {
    expect(faultsOf(services, repeat(single('A')))).toEqual([]);
    expect(faultsOf(repeat(single('A')), services)).toEqual([['O', 'repeat-over']]);
    expect(faultsOf(single('U1'), repeat(single('A')))).toEqual([['O', 'repeat-over']]);
    expect(faultsOf(services, repeat())).toEqual([['O', 'repeat-empty']]);
    expect(faultsOf(services, repeat(single('A'), { ...repeat(single('B')), code: 'P' }))).toEqual([
      ['O', 'repeat-in-repeat'],
    ]);
  });

  test('a fault inside is told once, at the item as it was written', () => {
    expect(faultsOf(services, repeat(single('A', { shownIf: "${X} = 'tak'" })))).toEqual([['A', 'reference-unknown']]);
    expect(faultsOf(services, repeat(single('A', { shownIf: '${U1' })))).toEqual([['A', 'expression']]);
  });

  test('an answer in the block is referred to by its own code there, and by its laid-out code behind', () => {
    const inner = repeat(single('A'), single('B', { shownIf: "${A} = 'tak'", text: 'A ${A}, czy ${U1}?' }));
    expect(faultsOf(services, inner, single('C', { shownIf: "${A_U1b} = 'tak'" }))).toEqual([]);
    expect(faultsOf(services, inner, single('C', { shownIf: "${A} = 'tak'" }))).toEqual([['C', 'reference-unknown']]);
  });

  test('codes that a block makes must be free', () => {
    expect(faultsOf(services, single('A_U1a'), repeat(single('A')))).toEqual([['A_U1a', 'code-twice']]);
  });

  test('a number repeats a block at most 50 times', () => {
    const over = (most: number): Item => ({
      kind: 'repeat',
      code: 'O',
      text: 'Osoba',
      over: 'N',
      most,
      items: [single('A')],
    });
    expect(faultsOf(number, over(51))).toEqual([['O', 'repeat-most']]);
    expect(compileVersion(questionnaire(number, over(3))).fields.map(({ code }) => code)).toEqual([
      'N',
      'A_1',
      'A_2',
      'A_3',
    ]);
  });
});

describe('a definition has limits', () => {
  test('of items, choices, rows and texts', () => {
    const many = <Part>(count: number, part: (at: number) => Part) =>
      Array.from({ length: count }, (_, at) => part(at));
    expect(faultsOf(...many(LIMITS.items + 1, (at) => single(`A${at}`)))).toEqual([[null, 'too-many-items']]);
    const choices = many(LIMITS.choices + 1, (at) => ({ code: `c${at}`, label: 'Tak' }));
    expect(faultsOf(single('A', { choices }))).toEqual([['A', 'too-many-choices']]);
    const rows = many(LIMITS.rows + 1, (at) => ({ code: `R${at}`, text: 'Wiersz' }));
    expect(faultsOf({ kind: 'sum', code: 'S', text: 'Suma', rows, total: 100 })).toEqual([['S', 'too-many-rows']]);
    expect(faultsOf(single('A', { text: 'a'.repeat(LIMITS.text + 1) }))).toEqual([['A', 'text-too-long']]);
    const inner = many(100, (at) => single(`A${at}`));
    const wide: Item = { ...services, choices: many(60, (at) => ({ code: `u${at}`, label: 'Usługa' })) };
    expect(faultsOf(wide, repeat(...inner))).toEqual([[null, 'too-many-fields']]);
  });

  test('blocks within blocks, however deep, are faults and no overflow of the stack', () => {
    let deep: Item = single('A');
    for (let depth = 0; depth < 20_000; depth += 1) deep = { ...repeat(deep), code: `O${depth}` };
    expect(faultsOf(services, deep)).toEqual([['O19999', 'repeat-in-repeat']]);
  });

  test('a file in which everything depends on everything is told in little time', () => {
    const all = Array.from({ length: 400 }, (_, at) => `\${A${at}} = 'tak'`);
    const tangle = all.map((_, at) => single(`A${at}`, { shownIf: all.slice(at % 300, (at % 300) + 90).join(' or ') }));
    expect(faultsIn(questionnaire(...tangle)).length).toBeGreaterThan(1_000);
  });

  test('the longest expression still costs nothing, a longer one is refused', () => {
    const long = `\${A} = 'tak'${" or ${A} = 'nie'".repeat(123)}`;
    expect(faultsOf(single('A'), single('B', { shownIf: long }))).toEqual([]);
    expect(faultsOf(single('A'), single('B', { shownIf: `${long} or ${long}` }))).toEqual([['B', 'expression']]);
  });
});
