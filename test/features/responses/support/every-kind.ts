import type { Item, Page, QuestionnaireDefinition } from '../../../../src/features/questionnaires/domain';

const start: Page = {
  id: 'zgoda',
  title: 'Zgoda',
  items: [
    {
      kind: 'consent',
      code: 'Z0',
      text: 'Czy zgadzają się Państwo na udział w badaniu?',
      hint: 'Odpowiedzi przechowujemy 5 lat. Zgodę można wycofać.',
      required: true,
      agreeLabel: 'Tak, zgadzam się',
      declineLabel: 'Nie zgadzam się',
    },
    {
      kind: 'information',
      code: 'END0',
      text: 'Dziękujemy. Bez zgody nie pytamy dalej.',
      shownIf: "${Z0} = 'nie'",
      ends: true,
    },
    { kind: 'open', code: 'W1', text: 'Jak nazywa się Państwa podmiot?', longest: 60, oneLine: true },
  ],
};

const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code: String(index + 1),
    label: `stopień ${index + 1}`,
    value: index + 1,
  }));

/** Every kind that issue 5 adds, on one page. */
export const NEW_KINDS: readonly Item[] = [
  { kind: 'date', code: 'D1', text: 'Kiedy rozpoczęło się wsparcie?', earliest: '2024-01-01', latest: '2026-11-30' },
  { kind: 'email', code: 'M1', text: 'Pod jakim adresem możemy odpisać?' },
  {
    kind: 'sum',
    code: 'F',
    text: 'Skąd pochodziły przychody podmiotu?',
    total: 100,
    unit: '%',
    rows: [
      { code: 'F1', text: 'Sprzedaż' },
      { code: 'F2', text: 'Dotacje' },
      { code: 'F3', text: 'Składki i darowizny' },
    ],
  },
  {
    kind: 'single',
    code: 'K2',
    text: 'Który ośrodek pomagał Państwu?',
    appearance: 'minimal',
    choices: [
      { code: 'polnoc', label: 'OWES Północ' },
      { code: 'poludnie', label: 'OWES Południe' },
      { code: 'inny', label: 'inny, jaki?', other: true },
      { code: '98', label: 'trudno powiedzieć', missing: 98 },
    ],
  },
  {
    kind: 'battery',
    code: 'B',
    text: 'Jak często zdarzało się to Państwu?',
    choices: [...points(3), { code: '97', label: 'nie dotyczy', missing: 97 }],
    random: true,
    rows: [
      { code: 'B1', text: 'Brak odpowiedzi na wiadomość' },
      { code: 'B2', text: 'Zmiana doradcy' },
      { code: 'B3', text: 'Prośba o te same dokumenty' },
      { code: 'B4', text: 'Odwołane spotkanie' },
    ],
  },
  {
    kind: 'battery',
    code: 'L',
    text: 'Gdzie na skali umieściliby Państwo te działania?',
    choices: points(9),
    rows: [{ code: 'L1', text: 'Doradztwo' }],
  },
  {
    kind: 'multiple',
    code: 'R',
    text: 'Co pomogło najbardziej?',
    random: true,
    choices: [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, label: `Pomoc ${code}` })),
      { code: 'inna', label: 'inna, jaka?', other: true },
      { code: 'zadna', label: 'żadna z powyższych', exclusive: true },
    ],
  },
  { kind: 'number', code: 'N1', text: 'Ile osób zatrudniali Państwo w 2024 r.?', least: 0, most: 500, whole: true },
  {
    kind: 'number',
    code: 'N2',
    text: 'Ile z nich nadal pracuje?',
    least: 0,
    most: 500,
    whole: true,
    constraint: '. <= ${N1}',
    constraintText: 'OWES pyta o część z ${N1} osób, więc liczba nie może być większa',
  },
  { kind: 'calculated', code: 'ODESZLO', text: 'Ile osób odeszło', expression: '${N1} - ${N2}' },
  { kind: 'open', code: 'N3', text: 'Dlaczego odeszli?', shownIf: '${ODESZLO} > 2', longest: 200 },
  { kind: 'information', code: 'T1', text: 'Dalej pytamy o ośrodek: ${K2}.' },
];

const used: Page = {
  id: 'uslugi',
  title: 'Usługi',
  items: [
    {
      kind: 'multiple',
      code: 'U1',
      text: 'Z jakich usług Państwo korzystali?',
      choices: [
        { code: 'U1a', label: 'Doradztwo' },
        { code: 'U1b', label: 'Szkolenia' },
        { code: 'U1c', label: 'Dotacja' },
        { code: 'zadna', label: 'z żadnej', exclusive: true },
      ],
    },
  ],
};

const screenOut: Page = {
  id: 'wyjscie',
  title: 'To już wszystko',
  items: [
    {
      kind: 'information',
      code: 'END1',
      text: 'Pytamy tylko osoby, które korzystały z usług. Dziękujemy.',
      shownIf: "selected(${U1}, 'zadna')",
      ends: true,
    },
  ],
};

const blocks: Page = {
  id: 'oceny',
  title: 'Oceny usług',
  items: [
    {
      kind: 'repeat',
      code: 'O',
      over: 'U1',
      text: 'Usługa',
      items: [
        {
          kind: 'single',
          code: 'O1',
          text: 'Jak oceniają Państwo usługę „${U1}”?',
          required: true,
          choices: [
            { code: 'dobrze', label: 'dobrze' },
            { code: 'zle', label: 'źle' },
          ],
        },
        { kind: 'open', code: 'O2', text: 'Co było nie tak?', shownIf: "${O1} = 'zle'", longest: 200 },
      ],
    },
  ],
};

const closing: Page = {
  id: 'koniec',
  title: 'Na koniec o: ${K2}',
  items: [{ kind: 'scale0to10', code: 'X1', text: 'Czy polecą Państwo ${K2}?', lowLabel: 'nie', highLabel: 'tak' }],
};

/** Six pages: consent that may end it, every new kind, services, a way out, a block for each service, a piped text. */
export const EVERY_KIND: QuestionnaireDefinition = {
  code: 'wszystkie-rodzaje',
  version: 1,
  locale: 'pl',
  title: 'Ankieta ze wszystkim',
  lead: 'Sprawdzamy każdy rodzaj pytania.',
  minutes: 8,
  languages: ['uk', 'pl-etr'],
  translations: [
    {
      language: 'uk',
      texts: [
        ['title', 'Ankieta ze wszystkim', 'Анкета з усім'],
        ['page/zgoda', 'Zgoda', 'Згода'],
        ['Z0/text', 'Czy zgadzają się Państwo na udział w badaniu?', 'Чи погоджуєтеся ви взяти участь у дослідженні?'],
        ['K2/choice/polnoc', 'OWES Północ', 'OWES Північ'],
        ['X1/text', 'Czy polecą Państwo ${K2}?', 'Чи порадите ви ${K2}?'],
      ].map(([key = '', from = '', text = '']) => ({ key, from, text })),
    },
    {
      language: 'pl-etr',
      texts: [
        { key: 'Z0/text', from: 'Czy zgadzają się Państwo na udział w badaniu?', text: 'Czy chcą Państwo odpowiadać?' },
      ],
    },
  ],
  pages: [
    start,
    { id: 'rodzaje', title: 'Wszystkie rodzaje pytań', items: NEW_KINDS },
    used,
    screenOut,
    blocks,
    closing,
  ],
};
