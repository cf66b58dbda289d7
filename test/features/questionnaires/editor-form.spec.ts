import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import type { Item } from '../../../src/features/questionnaires/domain';
import { allItems } from '../../../src/features/questionnaires/domain/edit';
import { blankItem, convertKind } from '../../../src/features/questionnaires/editor/form/convert-kind';
import { formOf } from '../../../src/features/questionnaires/editor/form/form-of-item';
import { ITEM_KINDS } from '../../../src/features/questionnaires/editor/form/item-form';
import { itemOf } from '../../../src/features/questionnaires/editor/form/item-of-form';

const owes = [{ code: 'owes-polnoc', name: 'OWES Północ' }];

const everyKind: readonly Item[] = [
  { kind: 'information', code: 'A1', text: 'Koniec', ends: true },
  { kind: 'date', code: 'A2', text: 'Kiedy?', earliest: '2026-01-31', latest: '2026-12-31', required: true },
  {
    kind: 'email',
    code: 'A3',
    text: 'Adres',
    sensitive: true,
    constraint: "regex(., '@')",
    constraintText: 'Proszę wpisać adres',
  },
  {
    kind: 'sum',
    code: 'A4',
    text: 'Podział',
    rows: [{ code: 'A4a', text: 'Sprzedaż' }],
    total: 100,
    unit: '%',
    random: true,
  },
  { kind: 'consent', code: 'A5', text: 'Zgoda', agreeLabel: 'Tak', declineLabel: 'Nie', wording: 2 },
  { kind: 'calculated', code: 'A6', text: 'Suma', expression: '${P6} + ${P7}' },
  {
    kind: 'repeat',
    code: 'A7',
    text: 'Usługa',
    over: 'U1',
    most: 3,
    items: [{ kind: 'email', code: 'A8', text: 'x' }],
  },
  { kind: 'number', code: 'A9', text: 'Ile?', least: -3, most: 2.5, unit: 'zł', notAbove: 'P6', whole: true },
  { kind: 'open', code: 'B1', text: 'Nazwa', longest: 80, oneLine: true, bank: { code: 'o-1', version: 2 } },
  {
    kind: 'multiple',
    code: 'B2',
    text: 'Co?',
    most: 2,
    shownIf: "${K1} = 'pes'",
    choices: [
      { code: 'a', label: 'A', value: 1.5 },
      { code: '98', label: 'Trudno powiedzieć', missing: 98, exclusive: true },
      { code: 'x', label: 'Inna, jaka?', other: true },
    ],
  },
  {
    kind: 'single',
    code: 'B3',
    text: 'Lista',
    appearance: 'minimal',
    scale: 'YN3',
    choices: [{ code: '1', label: 'tak', value: 1 }],
  },
  {
    kind: 'battery',
    code: 'B4',
    text: 'Ocena',
    choices: [{ code: '1', label: 'źle', value: 1 }],
    rows: [{ code: 'B4a', text: 'Czas', shownIf: "${K1} != ''", comparisonCode: 'czas' }],
  },
];

const templates = [OWES_CLIENTS, ROPS_PARTNERS].flatMap((template) => allItems(materialise(template, { owes })));

describe('the form of an item', () => {
  test.each([...everyKind, ...templates].map((item) => [`${item.code} ${item.kind}`, item]))(
    'gives back the item it shows: %s',
    (_, item) => {
      expect(itemOf(formOf(item), item)).toEqual({ item, issues: [] });
    },
  );

  test.each(ITEM_KINDS)('of a new item of kind %s can be saved', (kind) => {
    const item = blankItem(kind, 'P1');
    expect(item).toMatchObject({ kind, code: 'P1', text: '' });
    expect(itemOf(formOf(item), item)).toEqual({ item, issues: [] });
  });

  test('says what another kind has no place for', () => {
    const battery = everyKind.find(({ code }) => code === 'B4')!;
    expect(convertKind(formOf(battery), 'open').lost).toEqual(['odpowiedzi', 'wiersze']);
    expect(convertKind(formOf(battery), 'sum').lost).toEqual(['odpowiedzi']);
    expect(convertKind(formOf(battery), 'battery').lost).toEqual([]);
  });

  test('gives codes to new answers and rows and leaves out empty lines', () => {
    const multiple = everyKind.find(({ code }) => code === 'B2')!;
    const form = formOf(multiple);
    const line = { was: '', code: '', value: '', role: '' };
    const { item } = itemOf(
      { ...form, choices: [...form.choices, { ...line, label: 'Nowa' }, { ...line, label: '' }] },
      multiple,
    );
    expect(item).toMatchObject({
      choices: [{ code: 'a' }, { code: '98' }, { code: 'x' }, { code: '1', label: 'Nowa' }],
    });
  });

  test('keeps signs as they are and drops characters that nobody types', () => {
    const item = blankItem('open', 'P1');
    const form = formOf(item);
    const hostile = 'x < 5?\u0000\u202e\r\nDalej\ud800';
    expect(itemOf({ ...form, fields: { ...form.fields, tekst: hostile } }, item).item.text).toBe('x < 5?\nDalej');
  });

  test.each([
    ['kod', '9a', 'code-shape'],
    ['kod', 'P-1', 'code-shape'],
    ['tekst', 'x'.repeat(5_001), 'too-long'],
    ['dlugosc', 'dużo', 'not-whole'],
    ['dlugosc', '0', 'not-whole'],
  ])('refuses %s = %.10s', (part, typed, fault) => {
    const item = blankItem('open', 'P1');
    const form = formOf(item);
    const { issues } = itemOf({ ...form, fields: { ...form.fields, [part]: typed } }, item);
    expect(issues).toEqual([expect.objectContaining({ part, fault })]);
  });

  test.each([
    ['1 200,5', 1200.5],
    ['−3', -3],
    ['0', 0],
  ])('reads the number %s', (typed, least) => {
    const item = blankItem('number', 'P1');
    const form = formOf(item);
    expect(itemOf({ ...form, fields: { ...form.fields, od: typed } }, item).item).toMatchObject({ least });
  });

  test.each(['2026-02-30', '31.01.2026', '2026-1-1'])('refuses the day %s', (day) => {
    const item = blankItem('date', 'P1');
    const form = formOf(item);
    const { issues } = itemOf({ ...form, fields: { ...form.fields, najpozniej: day } }, item);
    expect(issues).toEqual([{ part: 'najpozniej', fault: 'not-a-day' }]);
  });
});
