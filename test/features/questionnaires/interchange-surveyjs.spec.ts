/* eslint-disable no-restricted-syntax -- HTML is what these files hold */
import { faultsIn, type Item } from '../../../src/features/questionnaires/domain';
import { readQuestionnaireFile } from '../../../src/features/questionnaires/interchange/read-file';

const readAll = async (survey: unknown) => {
  const { definition, remarks, format } = await readQuestionnaireFile({ bytes: Buffer.from(JSON.stringify(survey)) });
  if (definition === null) throw new Error('No definition');
  expect(format).toBe('surveyjs');
  return { definition, remarks, items: definition.pages.flatMap(({ items }): readonly Item[] => items) };
};
const read = (...elements: readonly unknown[]) => readAll({ title: 'Ankieta', pages: [{ name: 'strona', elements }] });
const SERVICES = {
  type: 'checkbox',
  name: 'uslugi',
  title: 'Usługi',
  choices: [{ value: 'u_1', text: 'Szkolenie' }, 'b'],
};

describe('a survey of SurveyJS', () => {
  test.each([
    [{ type: 'text' }, { kind: 'open', oneLine: true }],
    [
      { type: 'text', inputType: 'number', min: 0, max: 5 },
      { kind: 'number', least: 0, most: 5 },
    ],
    [
      { type: 'text', inputType: 'date', min: '2026-01-01' },
      { kind: 'date', earliest: '2026-01-01' },
    ],
    [{ type: 'text', inputType: 'email' }, { kind: 'email' }],
    [{ type: 'text', validators: [{ type: 'email' }] }, { kind: 'email' }],
    [
      { type: 'comment', maxLength: 300 },
      { kind: 'open', longest: 300 },
    ],
    [
      { type: 'radiogroup', choices: [1, 2], isRequired: true },
      { kind: 'single', required: true, choices: [{ code: '1' }, { code: '2' }] },
    ],
    [
      { type: 'dropdown', choices: ['a', 'b'] },
      { kind: 'single', appearance: 'minimal' },
    ],
    [
      {
        type: 'checkbox',
        choices: ['a'],
        hasOther: true,
        hasNone: true,
        maxSelectedChoices: 2,
        choicesOrder: 'random',
      },
      {
        kind: 'multiple',
        most: 2,
        random: true,
        choices: [{}, { code: 'other', other: true }, { code: 'none', exclusive: true }],
      },
    ],
    [
      { type: 'boolean', labelTrue: 'Zgoda' },
      {
        kind: 'single',
        choices: [
          { code: 'true', label: 'Zgoda' },
          { code: 'false', label: 'Nie' },
        ],
      },
    ],
    [{ type: 'rating' }, { kind: 'single', choices: [{ value: 1 }, {}, {}, {}, { value: 5 }] }],
    [
      { type: 'rating', rateMin: 0, rateMax: 10, minRateDescription: 'nie', maxRateDescription: 'tak' },
      { kind: 'scale0to10', lowLabel: 'nie', highLabel: 'tak' },
    ],
    [
      {
        type: 'matrix',
        columns: [
          { value: 1, text: 'źle' },
          { value: 2, text: 'dobrze' },
        ],
        rows: [{ value: 'r1', text: 'Czas' }, 'r2'],
      },
      {
        kind: 'battery',
        choices: [{ label: 'źle', value: 1 }, { value: 2 }],
        rows: [{ code: 'Q_r1', text: 'Czas' }, { code: 'Q_r2' }],
      },
    ],
    [
      { type: 'ranking', choices: ['a', 'b', 'c'] },
      { kind: 'ranking', most: 3 },
    ],
  ])('%j is known', async (element, item) => {
    const { items } = await read({ name: 'q', title: 'Pytanie', ...element });
    expect(items).toMatchObject([{ code: 'Q', text: 'Pytanie', ...item }]);
  });

  test('html and expressions come along, kinds that we do not have are refused by name', async () => {
    const { items, remarks } = await read(
      { type: 'html', name: 'wstep', html: '<h1>Witamy</h1><script>alert(1)</script><p>Dzień dobry</p>' },
      { type: 'text', inputType: 'number', name: 'a', min: 0, max: 9 },
      { type: 'expression', name: 'razem', expression: '{a} * 2 + 1' },
      { type: 'matrixdropdown', name: 'm', title: 'Tabela' },
      { type: 'signaturepad', name: 's' },
    );
    expect(items).toMatchObject([
      { kind: 'information', text: 'Witamy\nDzień dobry' },
      { kind: 'number' },
      { kind: 'calculated', expression: '${A} * 2 + 1' },
    ]);
    expect(remarks.filter(({ kind }) => kind === 'type').map(({ place }) => place.code)).toEqual(['m', 's']);
  });

  test.each([
    ["{uslugi} contains 'u_1'", "selected(${Uslugi}, 'u-1')"],
    ["{uslugi} anyof ['u_1', 'b']", "selected(${Uslugi}, 'u-1') or selected(${Uslugi}, 'b')"],
    ["{rola} anyof ['pes', 'ngo']", "${Rola} = 'pes' or ${Rola} = 'ngo'"],
    ["{rola} = 'pes' and not ({n} > 3)", "${Rola} = 'pes' and not(${N} > 3)"],
    ['{rola} notempty', "${Rola} != ''"],
    ['{rola} <> "pes" || {n} >= 2', "${Rola} != 'pes' or ${N} >= 2"],
    ['{m.r1} = 2', '${M_r1} = 2'],
    ['iif({n} > 1, 2, 3) = 2', 'if(${N} > 1, 2, 3) = 2'],
  ])('the condition %s is told in our words', async (visibleIf, shownIf) => {
    const { items, definition } = await read(
      SERVICES,
      { type: 'radiogroup', name: 'rola', title: 'Rola', choices: ['pes', 'ngo'] },
      { type: 'text', inputType: 'number', name: 'n', min: 0, max: 9 },
      { type: 'matrix', name: 'm', columns: [1, 2], rows: ['r1', 'r2'] },
      { type: 'comment', name: 'x', title: 'X', visibleIf },
    );
    expect(items.at(-1)).toMatchObject({ shownIf });
    expect(faultsIn(definition)).toEqual([]);
  });

  test.each(['{nieznane} = 1', 'age({n}) > 3', '{n} = [1', '('.repeat(3000), '{$self.value} > 1'])(
    'the condition %s is quoted in the report',
    async (visibleIf) => {
      const { items, remarks } = await read({ type: 'text', name: 'n' }, { type: 'comment', name: 'x', visibleIf });
      expect(items.at(-1)).not.toHaveProperty('shownIf');
      expect(remarks).toContainEqual(expect.objectContaining({ level: 'refused', kind: 'script' }));
    },
  );

  test('validators become limits and constraints', async () => {
    const { items } = await read(
      { type: 'text', name: 'n', validators: [{ type: 'numeric', minValue: 1, maxValue: 9 }] },
      { type: 'text', name: 't', validators: [{ type: 'regex', regex: '^[0-9]{2}$', text: 'Dwie cyfry' }] },
      {
        type: 'text',
        inputType: 'number',
        name: 'e',
        min: 0,
        max: 9,
        validators: [{ type: 'expression', expression: '{e} > {n}' }],
      },
    );
    expect(items).toMatchObject([
      { kind: 'number', least: 1, most: 9 },
      { constraint: "regex(., '^[0-9]{2}$')", constraintText: 'Dwie cyfry' },
      { constraint: '. > ${N}' },
    ]);
  });

  test('pages and panels hand their conditions on; a panel counted by a number is a block', async () => {
    const { definition, remarks } = await readAll({
      title: { default: 'Survey', pl: 'Ankieta' },
      pages: [
        {
          name: 'p1',
          title: 'Pierwsza',
          elements: [{ type: 'text', inputType: 'number', name: 'ile', min: 0, max: 5 }],
        },
        {
          name: 'p2',
          visibleIf: '{ile} > 0',
          elements: [
            { type: 'panel', name: 'panel', visibleIf: '{ile} > 1', elements: [{ type: 'comment', name: 'a' }] },
            {
              type: 'paneldynamic',
              name: 'osoby',
              panelCountExpression: '{ile}',
              maxPanelCount: 4,
              templateElements: [{ type: 'comment', name: 'b' }],
            },
            { type: 'paneldynamic', name: 'raz', templateElements: [{ type: 'comment', name: 'c' }] },
          ],
        },
      ],
      completedHtml: '<p>Dziękujemy</p>',
    });
    expect(definition).toMatchObject({ title: 'Ankieta', languages: ['en'] });
    expect(definition.pages.map(({ items }) => items)).toMatchObject([
      [{ code: 'Ile' }],
      [
        { code: 'A', shownIf: '${Ile} > 0 and ${Ile} > 1' },
        { kind: 'repeat', over: 'Ile', most: 4, shownIf: '${Ile} > 0', items: [{ code: 'B' }] },
        { code: 'C' },
      ],
      [{ kind: 'information', text: 'Dziękujemy' }],
    ]);
    expect(remarks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['group-condition', 'group-opened', 'repeat-once']),
    );
  });

  test('unknown parts are named', async () => {
    const { remarks } = await readAll({
      title: 'A',
      triggers: [1],
      pages: [{ name: 'p', elements: [{ type: 'comment', name: 'a', defaultValue: 'x' }] }],
    });
    expect(remarks.filter(({ level }) => level === 'refused').map(({ place }) => place.column)).toEqual([
      'triggers',
      'defaultValue',
    ]);
  });

  test('panels in panels without end are refused', async () => {
    let panel: object = { type: 'comment', name: 'a' };
    for (let depth = 0; depth < 1000; depth += 1) panel = { type: 'panel', elements: [panel] };
    await expect(readAll({ pages: [{ elements: [panel] }] })).rejects.toMatchObject({ code: 'interchange.too-deep' });
  });
});
