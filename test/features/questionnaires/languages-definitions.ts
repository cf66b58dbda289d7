import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';

const yesNo = [
  { code: '1', label: 'tak' },
  { code: '2', label: 'nie' },
];

/** Generated for tests: one item of each kind, a block included. */
export const EVERY_KIND: QuestionnaireDefinition = {
  code: 'wszystkie-rodzaje',
  version: 1,
  locale: 'pl',
  title: 'Wszystkie rodzaje',
  lead: 'Wprowadzenie do ankiety.',
  minutes: 3,
  pages: [
    {
      id: 'pierwsza',
      title: 'Pierwsza strona',
      items: [
        { kind: 'information', code: 'W0', text: 'Dzień dobry' },
        { kind: 'consent', code: 'W1', text: 'Zgoda na udział', agreeLabel: 'Zgoda', declineLabel: 'Brak zgody' },
        { kind: 'single', code: 'K1', text: 'Czy tak?', hint: 'Jedna odpowiedź', choices: yesNo },
        {
          kind: 'multiple',
          code: 'U1',
          text: 'Z jakich usług?',
          choices: [
            { code: 'U1a', label: 'Szkolenia' },
            { code: 'U1b', label: 'Doradztwo' },
            { code: 'zadna', label: 'Z żadnej', exclusive: true },
          ],
        },
        {
          kind: 'repeat',
          code: 'OB',
          text: 'Usługa: ${U1}',
          over: 'U1',
          items: [
            {
              kind: 'battery',
              code: 'O2',
              text: 'Ocena usługi ${U1}',
              choices: yesNo,
              rows: [
                { code: 'O2a', text: 'Było na czas' },
                { code: 'O2b', text: 'Było jasno' },
              ],
            },
            { kind: 'open', code: 'O3', text: 'Co poprawić?', longest: 200 },
          ],
        },
      ],
    },
    {
      id: 'druga',
      title: 'Druga strona',
      items: [
        {
          kind: 'number',
          code: 'P6',
          text: 'Ile osób?',
          least: 0,
          most: 50,
          unit: 'osób',
          constraint: '. > 0',
          constraintText: 'Proszę wpisać liczbę większą od zera',
        },
        { kind: 'scale0to10', code: 'Z1', text: 'Polecenie', lowLabel: 'na pewno nie', highLabel: 'na pewno tak' },
        { kind: 'ranking', code: 'S1', text: 'Kolejność', choices: yesNo, most: 2 },
        { kind: 'territory', code: 'P4', text: 'Gmina', level: 'gmina' },
        { kind: 'date', code: 'D1', text: 'Dzień' },
        { kind: 'email', code: 'M1', text: 'Adres' },
        {
          kind: 'sum',
          code: 'Q1',
          text: 'Podział czasu',
          total: 100,
          unit: '%',
          rows: [
            { code: 'Q1a', text: 'Praca' },
            { code: 'Q1b', text: 'Nauka' },
          ],
        },
        { kind: 'calculated', code: 'X1', text: 'Tylko dla autorów', expression: '${P6} * 2' },
        { kind: 'information', code: 'END1', text: 'Dziękujemy', ends: true },
      ],
    },
  ],
};
