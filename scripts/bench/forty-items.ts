import type { Choice, Item, QuestionnaireDefinition } from '../../src/features/questionnaires/domain';

const AGREEMENT: readonly Choice[] = [
  { code: '5', label: 'zdecydowanie się zgadzam', value: 5 },
  { code: '4', label: 'raczej się zgadzam', value: 4 },
  { code: '3', label: 'częściowo się zgadzam, częściowo się nie zgadzam', value: 3 },
  { code: '2', label: 'raczej się nie zgadzam', value: 2 },
  { code: '1', label: 'zdecydowanie się nie zgadzam', value: 1 },
  { code: '98', label: 'nie wiem, trudno powiedzieć', missing: 98 },
];

const battery = (code: string): Item => ({
  code,
  kind: 'battery',
  text: 'Czy zgadzają się Państwo z tymi zdaniami?',
  scale: 'AGREE5',
  choices: AGREEMENT,
  rows: Array.from({ length: 6 }, (_, row) => ({
    code: `${code}${row + 1}`,
    text: `Zdanie ${row + 1} o pracy ośrodka wsparcia, które ma zwykłą długość`,
  })),
});

const single = (code: string): Item => ({
  code,
  kind: 'single',
  text: 'Jak długo trwa współpraca z ośrodkiem?',
  choices: ['a', 'b', 'c', 'd'].map((letter) => ({ code: letter, label: `Odpowiedź ${letter}` })),
});

/** Forty answerable items on one page: five batteries of six statements, five single choices, three numbers, a 0-10 scale and an open text. */
export const fortyItems: QuestionnaireDefinition = {
  code: 'bench',
  version: 1,
  locale: 'pl',
  title: 'Pomiar',
  lead: 'Kwestionariusz do pomiaru wydajności',
  minutes: 10,
  pages: [
    {
      id: 'p1',
      title: 'Wszystkie pytania',
      items: [
        ...['A', 'B', 'C', 'D', 'E'].map(battery),
        ...['F1', 'F2', 'F3', 'F4', 'F5'].map(single),
        ...['N1', 'N2', 'N3'].map((code): Item => ({ code, kind: 'number', text: 'Ile osób?', least: 0, most: 500 })),
        {
          code: 'Z1',
          kind: 'scale0to10',
          text: 'Czy polecą Państwo ośrodek?',
          lowLabel: 'Na pewno nie',
          highLabel: 'Na pewno tak',
        },
        { code: 'O1', kind: 'open', text: 'Co warto zmienić?', longest: 1000 },
      ],
    },
  ],
};

/** A filled form of that page, without its submission id. */
export const filledForm = (): string => {
  const fields = new URLSearchParams();
  for (const code of ['A', 'B', 'C', 'D', 'E'])
    for (let row = 1; row <= 6; row += 1) fields.set(`${code}${row}`, String(1 + ((row * 7) % 5)));
  for (const code of ['F1', 'F2', 'F3', 'F4', 'F5']) fields.set(code, 'b');
  for (const code of ['N1', 'N2', 'N3']) fields.set(code, '12');
  fields.set('Z1', '9');
  fields.set('O1', 'Przydałby się wzór wniosku z przykładem wypełnienia.');
  return fields.toString();
};
