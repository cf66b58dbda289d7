import {
  compileVersion,
  type Choice,
  type Item,
  type Page,
  type QuestionnaireDefinition,
} from '../../../src/features/questionnaires/domain';

/** A short questionnaire of a fictional study, with every kind of item that the core questionnaires do not have. */

const yesNo: readonly Choice[] = [
  { code: 'tak', label: 'Tak' },
  { code: 'nie', label: 'Nie' },
];

const satisfaction: readonly Choice[] = [
  { code: '5', label: 'bardzo zadowolona', value: 5 },
  { code: '3', label: 'ani tak, ani nie', value: 3 },
  { code: '1', label: 'bardzo niezadowolona', value: 1 },
  { code: '98', label: 'trudno powiedzieć', missing: 98 },
];

const services: readonly Choice[] = [
  { code: 'doradztwo', label: 'Doradztwo prawne' },
  { code: 'szkolenia', label: 'Szkolenia' },
  { code: 'dotacja-start', label: 'Dotacja na start' },
  { code: 'inna', label: 'Inna, jaka?', other: true },
  { code: 'zadna', label: 'Z żadnej', exclusive: true },
];

const consent: Page = {
  id: 'zgoda',
  title: 'Zgoda',
  items: [
    {
      kind: 'consent',
      code: 'W1',
      text: 'Czy chce Pani wziąć udział w badaniu?',
      required: true,
      agreeLabel: 'Tak, chcę',
      declineLabel: 'Nie, dziękuję',
    },
    { kind: 'information', code: 'END1', text: 'Dziękujemy za poświęcony czas.', ends: true, shownIf: "${W1} = 'nie'" },
  ],
};

const firm: Page = {
  id: 'firma',
  title: 'Spółdzielnia',
  items: [
    { kind: 'open', code: 'F1', text: 'Jak się Państwo nazywają?', longest: 100, oneLine: true },
    {
      kind: 'date',
      code: 'F2',
      text: 'Kiedy zaczęli Państwo działać?',
      earliest: '1990-01-01',
      constraint: '. <= today()',
    },
    { kind: 'email', code: 'F3', text: 'Na jaki adres wysłać wyniki?' },
    { kind: 'number', code: 'F4', text: 'Ile osób pracuje?', least: 0, most: 500, whole: true },
    {
      kind: 'number',
      code: 'F5',
      text: 'Ile z nich na umowę o pracę?',
      least: 0,
      most: 500,
      whole: true,
      shownIf: '${F4} > 0',
      constraint: '. <= ${F4}',
      constraintText: 'W spółdzielni ${F1} pracuje ${F4} osób, więc umów nie może być więcej',
    },
    {
      kind: 'calculated',
      code: 'F6',
      text: 'Udział umów o pracę',
      expression: 'round(100 * ${F5} div ${F4}, 1)',
    },
    {
      kind: 'sum',
      code: 'F7',
      text: 'Z czego pochodziły przychody?',
      total: 100,
      unit: '%',
      rows: [
        { code: 'F7a', text: 'sprzedaż' },
        { code: 'F7b', text: 'dotacje' },
        { code: 'F7c', text: 'składki', shownIf: '${F4} >= 5' },
      ],
    },
    { kind: 'single', code: 'F8', text: 'Czy udział ${F6}% wzrośnie?', choices: yesNo, shownIf: '${F6} < 50' },
  ],
};

const aboutService: readonly Item[] = [
  { kind: 'single', code: 'O1', text: 'Jak ocenia Pani usługę „${U1}”?', choices: satisfaction },
  {
    kind: 'open',
    code: 'O2',
    text: 'Co poprawić w usłudze „${U1}”, skoro jest Pani ${O1}?',
    longest: 500,
    shownIf: '${O1} <= 3',
  },
];

const used: Page = {
  id: 'uslugi',
  title: 'Usługi',
  items: [
    { kind: 'multiple', code: 'U1', text: 'Z których usług Państwo korzystali?', choices: services, random: true },
    { kind: 'repeat', code: 'O', text: 'Usługa: ${U1}', over: 'U1', items: aboutService },
    { kind: 'calculated', code: 'O9', text: 'Średnia', expression: 'max(${O1_doradztwo}, ${O1_szkolenia})' },
  ],
};

const goodbye: Page = {
  id: 'koniec',
  title: 'Koniec',
  items: [{ kind: 'open', code: 'Z1', text: 'Co jeszcze chcą Państwo dodać o usługach: ${U1}?', longest: 500 }],
};

export const storyDefinition: QuestionnaireDefinition = {
  code: 'story',
  version: 1,
  locale: 'pl',
  title: 'Badanie spółdzielni socjalnych',
  lead: 'Zmyślone badanie do testów',
  minutes: 5,
  pages: [consent, firm, used, goodbye],
};

export const story = compileVersion(storyDefinition);
