import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { CLIENT, ENTITY_OR_PLANNING } from './conditions';
import { describeModule, describeStatements } from './describe';
import { ONE_ANSWER_PER_ROW } from './lists';

const shared = {
  module: 'J',
  audiences: ['owes'],
  source:
    'opracowanie własne na wzór baterii z badań regionalnych OWES (badanie telefoniczne 200 podmiotów w Łódzkiem)',
} as const;

/** Module J: quality of service and the relation with the OWES. */
export const QUALITY: readonly BankEntry[] = [
  ...describeStatements(shared)(
    {
      kind: 'battery',
      code: 'J',
      text: 'Czy zgadzają się Państwo z tymi zdaniami o ośrodku?',
      hint: ONE_ANSWER_PER_ROW,
      shownIf: CLIENT,
      random: true,
      criterion: 'jakosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
      rows: [
        { code: 'J1', text: 'Pracownicy ośrodka mają wiedzę potrzebną do rozwiązania naszych problemów' },
        { code: 'J2', text: 'Pracownicy ośrodka rozumieją, na czym polega nasza działalność' },
        { code: 'J3', text: 'Ośrodek dotrzymuje ustalonych terminów' },
        { code: 'J4', text: 'Ośrodek jasno informuje o warunkach, obowiązkach i ryzyku związanym ze wsparciem' },
        { code: 'J5', text: 'Po założeniu podmiotu lub otrzymaniu dotacji nadal możemy liczyć na pomoc ośrodka' },
        { code: 'J6', text: 'Wsparcie wynikało z naszych potrzeb, a nie ze wskaźników projektu' },
        { code: 'J7', text: 'Dokumentacja wymagana przez ośrodek jest uzasadniona i prosta' },
        { code: 'J8', text: 'Ośrodek traktuje wszystkich klientów równo' },
      ],
    },
    { J4: 'uzytecznosc', J5: 'trwalosc', J6: 'trafnosc', J7: 'efektywnosc' },
  ),
  describeModule(shared)(
    {
      kind: 'single',
      code: 'J9',
      text: 'Czy zdarzyło się, że poproszono o potwierdzenie podpisem wsparcia, którego nie udzielono?',
      hint: 'Mogą Państwo pominąć to pytanie. Wynik pokażemy tylko dla całego regionu.',
      shownIf: CLIENT,
      sensitive: true,
      criterion: 'jakosc',
      choices: [
        { code: '1', label: 'tak', value: 1 },
        { code: '2', label: 'nie', value: 2 },
        { code: '99', label: 'wolimy nie odpowiadać', missing: 99 },
      ],
    },
    {
      source: 'opracowanie własne, pytanie wrażliwe; powód: skargi klientów opisane przez praktyka',
      note: 'Wynik wolno pokazać tylko dla całego regionu, nigdy dla ośrodka lub powiatu.',
    },
  ),
];

const grants = describeModule({ module: 'G', audiences: ['owes'], source: 'opracowanie własne' });

/** Module G: grants and the jobs they made. */
export const GRANTS: readonly BankEntry[] = [
  grants({
    kind: 'single',
    code: 'G1',
    text: 'Czy ubiegali się Państwo o dotację OWES na utworzenie miejsc pracy?',
    shownIf: `${ENTITY_OR_PLANNING} and ${CLIENT}`,
    criterion: 'skutecznosc',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
  grants({
    kind: 'single',
    code: 'G2',
    text: 'Jaki był wynik starań o dotację?',
    shownIf: "${G1} = '1'",
    criterion: 'skutecznosc',
    choices: [
      { code: 'otrzymano', label: 'Otrzymaliśmy dotację' },
      { code: 'odmowa', label: 'Wniosek odrzucono' },
      { code: 'w-ocenie', label: 'Wniosek jest w ocenie' },
      { code: 'rezygnacja', label: 'Zrezygnowaliśmy' },
    ],
  }),
  grants({
    kind: 'number',
    code: 'G3',
    text: 'Ile miejsc pracy utworzyli Państwo z dotacji?',
    hint: 'Jeśli żadnego, proszę wpisać 0.',
    shownIf: "${G2} = 'otrzymano'",
    least: 0,
    most: 500,
    whole: true,
    unit: 'miejsc pracy',
    criterion: 'skutecznosc',
  }),
  grants(
    {
      kind: 'number',
      code: 'G4',
      text: 'Ile z tych miejsc pracy istnieje dzisiaj?',
      shownIf: '${G3} > 0',
      least: 0,
      most: 500,
      whole: true,
      unit: 'miejsc pracy',
      notAbove: 'G3',
      criterion: 'trwalosc',
    },
    { note: 'Liczba nie może być większa niż w pytaniu G3.' },
  ),
  grants({
    kind: 'single',
    code: 'G5',
    text: 'Czy te miejsca pracy utrzymałyby się bez dalszego wsparcia?',
    shownIf: '${G3} > 0',
    criterion: 'trwalosc',
    choices: [
      { code: 'wszystkie', label: 'Tak, wszystkie' },
      { code: 'czesc', label: 'Tak, część z nich' },
      { code: 'zadne', label: 'Nie, żadne' },
      { code: '98', label: 'Trudno powiedzieć', missing: 98 },
    ],
  }),
  grants({
    kind: 'battery',
    code: 'G6',
    text: 'Jak są Państwo zadowoleni z przebiegu starań o dotację?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: "${G1} = '1'",
    criterion: 'efektywnosc',
    scale: 'SAT5',
    choices: SCALES.SAT5,
    rows: [
      { code: 'G6a', text: 'Jasność kryteriów' },
      { code: 'G6b', text: 'Czas oceny wniosku' },
      { code: 'G6c', text: 'Pomoc przy biznesplanie' },
      { code: 'G6d', text: 'Rozliczenie dotacji' },
    ],
  }),
];
