import type { Page, QuestionnaireDefinition } from '../../../../src/features/questionnaires/domain';

const agreement = [
  { code: '1', label: 'nie', value: 1 },
  { code: '5', label: 'tak', value: 5 },
  { code: '98', label: 'trudno powiedzieć', missing: 98 },
] as const;

const role: Page = {
  id: 'rola',
  title: 'Rola',
  items: [
    {
      kind: 'single',
      code: 'K1',
      text: 'Kto odpowiada?',
      required: true,
      choices: [
        { code: 'pes', label: 'Podmiot' },
        { code: 'prywatna', label: 'Osoba prywatna' },
        { code: 'inna', label: 'Inna, jaka?', other: true },
      ],
    },
    {
      kind: 'single',
      code: 'K2',
      text: 'Który ośrodek?',
      choices: [
        { code: 'owes-polnoc', label: 'Północ' },
        { code: 'owes-poludnie', label: 'Południe' },
      ],
    },
  ],
};

const ratings: Page = {
  id: 'oceny',
  title: 'Oceny',
  items: [
    {
      kind: 'multiple',
      code: 'U1',
      text: 'Z czego Państwo korzystali?',
      most: 2,
      choices: [
        { code: 'a', label: 'Doradztwo' },
        { code: 'b', label: 'Szkolenia' },
        { code: 'c', label: 'Dotacja' },
        { code: 'zadne', label: 'Z niczego', exclusive: true },
      ],
    },
    {
      kind: 'battery',
      code: 'J',
      text: 'Czy zgadzają się Państwo?',
      scale: 'AGREE5',
      choices: agreement,
      rows: [
        { code: 'J1', text: 'Terminy' },
        { code: 'J2', text: 'Wiedza' },
      ],
    },
    {
      kind: 'single',
      code: 'G1',
      text: 'Czy była dotacja?',
      choices: [
        { code: 'tak', label: 'Tak' },
        { code: 'nie', label: 'Nie' },
      ],
    },
    {
      kind: 'number',
      code: 'G2',
      text: 'Ile miejsc pracy?',
      shownIf: "${G1} = 'tak'",
      required: true,
      least: 0,
      most: 500,
      whole: true,
    },
  ],
};

const development: Page = {
  id: 'rozwoj',
  title: 'Rozwój',
  items: [
    { kind: 'information', code: 'T1', text: 'Teraz o przyszłości.' },
    {
      kind: 'ranking',
      code: 'S1',
      text: 'Które sfery?',
      most: 3,
      choices: ['s01', 's02', 's03', 's04'].map((code) => ({ code, label: `Sfera ${code}` })),
    },
    { kind: 'territory', code: 'P4', text: 'Gdzie?', level: 'gmina' },
  ],
};

const entities: Page = {
  id: 'podmioty',
  title: 'Podmioty',
  items: [{ kind: 'open', code: 'E1', text: 'Co się zmieniło?', shownIf: "${K1} = 'pes'", longest: 50 }],
};

const closing: Page = {
  id: 'koniec',
  title: 'Koniec',
  items: [
    { kind: 'scale0to10', code: 'Z1', text: 'Czy polecą Państwo?', lowLabel: 'nie', highLabel: 'tak' },
    {
      kind: 'single',
      code: 'Z5',
      text: 'Czy możemy porozmawiać?',
      choices: [
        { code: '1', label: 'tak' },
        { code: '2', label: 'nie' },
      ],
    },
  ],
};

const about = { version: 1, locale: 'pl', lead: 'Chcemy wiedzieć.', minutes: 10 } as const;

/** Five pages with every kind of item; the fourth only for entities, `G2` only with a grant. */
export const FIVE_PAGES: QuestionnaireDefinition = {
  ...about,
  code: 'owes-clients',
  title: 'Ankieta o wsparciu',
  pages: [role, ratings, development, entities, closing],
};

/** The same questions on one page. */
export const ONE_PAGE: QuestionnaireDefinition = {
  ...about,
  code: 'rops-partners',
  title: 'Krótka ankieta',
  pages: [{ id: 'wszystko', title: 'Pytania', items: FIVE_PAGES.pages.flatMap(({ items }) => items) }],
};
