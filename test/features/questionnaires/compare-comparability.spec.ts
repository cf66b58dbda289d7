import type { Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import {
  comparabilityOf,
  comparabilityWarnings,
  haveSameScale,
} from '../../../src/features/questionnaires/domain/compare';
import { clients, partners } from './versions';

type Battery = Extract<Item, { kind: 'battery' }>;
type Single = Extract<Item, { kind: 'single' }>;

const agreement = ['nie', 'raczej nie', 'ani tak, ani nie', 'raczej tak', 'tak'].map((label, at) => ({
  code: String(at + 1),
  label,
  value: at + 1,
}));
const battery: Battery = {
  kind: 'battery',
  code: 'J',
  text: 'Czy zgadzają się Państwo z tymi zdaniami?',
  scale: 'AGREE5',
  choices: agreement,
  rows: [
    { code: 'J1', text: 'Doradca rozumiał moją sytuację' },
    { code: 'J4', text: 'Czas oczekiwania na spotkanie był krótki' },
  ],
};
const withRow = (code: string, text: string): Battery => ({
  ...battery,
  rows: battery.rows.map((row) => (row.code === code ? { ...row, text } : row)),
});
const question: Single = {
  kind: 'single',
  code: 'Z3',
  text: 'Jak ogólnie oceniają Państwo wsparcie?',
  choices: agreement,
};

describe('Answers to two versions of a question', () => {
  test('are the same when nothing that is read or chosen has changed', () => {
    expect(comparabilityOf(battery, { ...battery })).toBe('same');
    expect(comparabilityOf(question, { ...question, hint: 'nowa', required: true, shownIf: "${K1} = 'a'" })).toBe(
      'same',
    );
    expect(comparabilityOf(question, { ...question, choices: [...agreement].reverse() })).toBe('same');
  });

  test('flow together after a mended typing error: the text differs, the number of the wording does not', () => {
    expect(comparabilityOf(question, { ...question, text: 'Jak ogólnie oceniają Państwo wsparcie OWES?' })).toBe(
      'typo',
    );
    expect(comparabilityOf(question, { ...question, wording: 1 })).toBe('same');
  });

  test('are marked when the number of the wording says that the meaning changed', () => {
    const reworded = { ...question, text: 'Jak oceniają Państwo doradców?', wording: 2 };
    expect(comparabilityOf(question, reworded)).toBe('wording');
    expect(comparabilityOf({ ...question, wording: 2 }, { ...question, wording: 3 })).toBe('wording');
  });

  test('are marked when more than half of the text was written anew, whatever the number says', () => {
    expect(comparabilityOf(question, { ...question, text: 'Z ilu szkoleń korzystał Pana podmiot?' })).toBe('wording');
  });

  test('are marked when a point of the scale is called otherwise under a new number', () => {
    const choices = agreement.map((choice) => (choice.code === '5' ? { ...choice, label: 'bardzo dobrze' } : choice));
    expect(comparabilityOf(question, { ...question, choices, wording: 2 })).toBe('wording');
  });

  test.each([
    ['another answer', [...agreement, { code: '98', label: 'trudno powiedzieć', missing: 98 as const }]],
    ['one answer less', agreement.slice(1)],
    ['another value', agreement.map((choice) => ({ ...choice, value: choice.value - 1 }))],
  ])('stay apart with %s', (_title, choices) => {
    expect(comparabilityOf(question, { ...question, choices })).toBe('scale');
  });

  test('stay apart where "does not apply" became "do not know"', () => {
    const with97 = { ...question, choices: [...agreement, { code: '97', label: 'x', missing: 97 as const }] };
    const with98 = { ...question, choices: [...agreement, { code: '97', label: 'x', missing: 98 as const }] };
    expect(comparabilityOf(with97, with98)).toBe('scale');
  });

  test('stay apart with another unit, another total or another limit of choices', () => {
    const money: Item = { kind: 'number', code: 'F1', text: 'Przychód', least: 0, most: 10, unit: 'zł' };
    expect(comparabilityOf(money, { ...money, unit: 'tys. zł' })).toBe('scale');
    expect(comparabilityOf(money, { ...money, most: 1_000 })).toBe('same');
    const spheres: Item = { kind: 'ranking', code: 'S1', text: 'Sfery', choices: agreement, most: 5 };
    expect(comparabilityOf(spheres, { ...spheres, most: 3 })).toBe('scale');
  });

  test('stay apart when the question is of another kind', () => {
    expect(comparabilityOf(question, { kind: 'open', code: 'Z3', text: question.text, longest: 100 })).toBe(
      'different',
    );
  });
});

describe('Rows of a battery', () => {
  test('are judged one by one', () => {
    const after = { ...withRow('J4', 'Na odpowiedź urzędu czekało się zbyt długo'), wording: 2 };
    expect(comparabilityOf(battery, after, 'J4')).toBe('wording');
    expect(comparabilityOf(battery, after, 'J1')).toBe('same');
    expect(comparabilityOf(battery, after)).toBe('wording');
  });

  test('are all marked when the number changed and no text did', () => {
    expect(comparabilityOf(battery, { ...battery, wording: 2 }, 'J1')).toBe('wording');
  });

  test('are all marked when the question above them changed', () => {
    const after = { ...battery, text: 'Czy zdaniem Państwa jest prawdą, że…', wording: 2 };
    expect(comparabilityOf(battery, after, 'J1')).toBe('wording');
  });
});

describe('Warnings before publishing', () => {
  const withItem = (item: Item): QuestionnaireDefinition => ({
    code: 'q',
    version: 1,
    locale: 'pl',
    title: '',
    lead: '',
    minutes: 1,
    pages: [{ id: 'a', title: '', items: [item] }],
  });

  test('name the row whose words changed', () => {
    const after = { ...withRow('J4', 'Na odpowiedź urzędu czekało się zbyt długo'), wording: 2 };
    expect(comparabilityWarnings(withItem(battery), withItem(after))).toMatchObject([
      { code: 'J4', comparability: 'wording' },
    ]);
  });

  test('name the battery whose scale changed', () => {
    const after = { ...battery, choices: agreement.slice(1) };
    expect(comparabilityWarnings(withItem(battery), withItem(after))).toMatchObject([
      { code: 'J', comparability: 'scale' },
    ]);
  });

  test('are silent about mended errors, new questions and texts that are not answered', () => {
    const mended = withRow('J4', 'Czas oczekiwania na spotkanie był krótki.');
    expect(comparabilityWarnings(withItem(battery), withItem(mended))).toEqual([]);
    expect(comparabilityWarnings(withItem(question), withItem(battery))).toEqual([]);
  });
});

test('questions that our questionnaires share under one comparison code have one scale', () => {
  const coded = (version: typeof clients) =>
    new Map(version.items.flatMap(({ item }) => (item.comparisonCode ? [[item.comparisonCode, item] as const] : [])));
  const [ours, theirs] = [coded(clients), coded(partners)];
  const shared = [...ours].flatMap(([code, item]) => {
    const other = theirs.get(code);
    return other === undefined ? [] : [[code, haveSameScale(item, other)] as const];
  });
  expect(shared.length).toBeGreaterThan(0);
  expect(shared.filter(([, isSame]) => !isSame)).toEqual([]);
});
