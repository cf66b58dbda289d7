import { compileVersion, type Item, type QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { OWES_CLIENTS } from '../../../src/features/questionnaires/templates';

const yesNo = [
  { code: 'tak', label: 'Tak' },
  { code: 'nie', label: 'Nie' },
];

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

const faultsIn = (...items: readonly Item[]): readonly string[] => {
  try {
    compileVersion(questionnaire(...items));
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
};

describe('a definition is refused with every fault listed', () => {
  test('all faults come at once', () => {
    expect(faultsIn(single('A', { text: ' ' }), single('A'), single('B', { shownIf: "${C} = 'tak'" }))).toEqual([
      'A: the code is used twice',
      'A: has no text',
      'B: refers to C, which is not asked before it',
    ]);
  });

  test('a condition cannot look at a later question or at its own', () => {
    expect(faultsIn(single('A', { shownIf: "${B} = 'tak'" }), single('B'))).toHaveLength(1);
    expect(faultsIn(single('A', { shownIf: "${A} = 'tak'" }))).toHaveLength(1);
    expect(faultsIn(single('A'), single('B', { shownIf: "${A} = 'tak'" }))).toEqual([]);
  });

  test('a condition that cannot be read points at the character', () => {
    expect(faultsIn(single('A'), single('B', { shownIf: "${A} == 'tak'" }))).toEqual([
      "B: Expected an answer, a text or a number at character 7 of ${A} == 'tak'",
    ]);
  });

  test('a condition cannot expect an answer that is not offered', () => {
    expect(faultsIn(single('A'), single('B', { shownIf: "${A} = 'moze'" }))).toEqual([
      "B: A has no answer 'moze' to compare with",
    ]);
  });

  test('choices need different codes and labels, and at most one asks for a text', () => {
    expect(
      faultsIn(
        single('A', {
          choices: [
            { code: 'x', label: '', other: true },
            { code: 'x', label: 'X', other: true },
            { code: 'z, y', label: 'Z' },
          ],
        }),
      ),
    ).toEqual([
      'A: choice x is there twice',
      'A: choice code "z, y" is not letters and digits',
      'A: choice x has no label',
      'A: two choices ask for a text',
    ]);
  });

  test('the text beside a choice takes a code of its own', () => {
    const other = [...yesNo, { code: 'inna', label: 'Inna', other: true as const }];
    expect(faultsIn(single('A', { choices: other }), single('A_inne'))).toEqual(['A_inne: the code is used twice']);
  });

  test('codes start with a capital, so that none is mistaken for a built-in property', () => {
    expect(faultsIn(single('constructor'))).toEqual([
      'constructor: code constructor does not start with a capital letter',
    ]);
  });

  test('a number is bound only by an earlier number, and its range is not empty', () => {
    expect(faultsIn({ kind: 'number', code: 'N', text: 'Ile?', least: 5, most: 5, notAbove: 'M' })).toEqual([
      'N: no number lies between 5 and 5',
      'N: cannot be bound by M, which is not an earlier number',
    ]);
  });

  test('a battery needs rows with text and scale points with values', () => {
    expect(faultsIn({ kind: 'battery', code: 'J', text: 'Oceny', scale: 'AGREE5', choices: yesNo, rows: [] })).toEqual([
      'J: has no rows',
      'J: a scale point has no value',
    ]);
  });

  test('a comparison code means one thing in a questionnaire', () => {
    expect(faultsIn(single('A', { comparisonCode: 'x' }), single('B', { comparisonCode: 'x' }))).toEqual([
      'Comparison code x is used twice',
    ]);
  });

  test('a template is no questionnaire until the OWES of the evaluation stand in it', () => {
    expect(() => compileVersion(OWES_CLIENTS)).toThrow('@owes');
  });
});
