import type { Choice, Item } from '../../domain';
import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { SPHERES } from '../spheres';
import { describeModule } from './describe';
import { NO_NAMES, ONE_ANSWER_PER_ROW, SERVICES, toChoices } from './lists';

const pulse = describeModule({ module: 'c', audiences: ['owes'], source: 'opracowanie własne' });
const monitoring = describeModule({
  module: 'd',
  audiences: ['owes'],
  source: 'opracowanie własne; na wzór monitoringu podmiotów prowadzonego przez OWES (4–5 minut)',
});
const experts = describeModule({ module: 'e', audiences: ['eksperci'], source: 'opracowanie własne' });

/** Instrument (c): pulse after one service, 6 items; the code to scan stands on the attendance list. */
export const PULSE: readonly BankEntry[] = [
  pulse({
    kind: 'single',
    code: 'PU1',
    text: 'Z jakiej usługi Państwo właśnie skorzystali?',
    required: true,
    criterion: 'profil',
    appearance: 'minimal',
    choices: [...toChoices(SERVICES), { code: 'inna', label: 'Inna, jaka?', other: true }],
  }),
  pulse({
    kind: 'date',
    code: 'PU2',
    text: 'Kiedy odbyła się ta usługa?',
    criterion: 'profil',
    constraint: '. <= today()',
    constraintText: 'Proszę podać dzień, który już minął.',
  }),
  pulse({
    kind: 'single',
    code: 'PU3',
    text: 'Jak ogólnie są Państwo zadowoleni z tej usługi?',
    criterion: 'jakosc',
    scale: 'SAT5',
    choices: SCALES.SAT5,
  }),
  pulse({
    kind: 'single',
    code: 'PU4',
    text: 'Jak są Państwo zadowoleni z fachowości osoby prowadzącej?',
    criterion: 'jakosc',
    scale: 'SAT5',
    choices: SCALES.SAT5,
  }),
  pulse({
    kind: 'single',
    code: 'PU5',
    text: 'Czy zgadzają się Państwo ze zdaniem: „To, czego się dowiedzieliśmy, przyda się nam w praktyce”?',
    criterion: 'uzytecznosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
  }),
  pulse({
    kind: 'open',
    code: 'PU6',
    text: 'Co warto poprawić następnym razem?',
    hint: NO_NAMES,
    criterion: 'jakosc',
    longest: 1000,
  }),
];

/** Instrument (d): yearly monitoring of PES; the profile questions come from module P. */
export const MONITORING: readonly BankEntry[] = [
  monitoring({
    kind: 'single',
    code: 'MO1',
    text: 'Czy w ostatnich 12 miesiącach korzystali Państwo ze wsparcia OWES?',
    hint: 'OWES to Ośrodek Wsparcia Ekonomii Społecznej. Mogą odpowiadać także podmioty, które nie są klientami OWES.',
    criterion: 'profil',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
  monitoring({
    kind: 'single',
    code: 'MO2',
    text: 'Czy Państwa podmiot prowadzi teraz działalność?',
    required: true,
    criterion: 'trwalosc',
    choices: [
      { code: 'tak', label: 'Tak' },
      { code: 'zawieszona', label: 'Działalność jest zawieszona' },
      { code: 'konczy', label: 'Kończymy działalność' },
    ],
  }),
  monitoring({
    kind: 'number',
    code: 'MO3',
    text: 'Ile osób zatrudniali Państwo na umowę o pracę rok wcześniej?',
    hint: 'Jeśli nikogo, proszę wpisać 0.',
    least: 0,
    most: 5000,
    whole: true,
    unit: 'osób',
    criterion: 'trwalosc',
  }),
  monitoring({
    kind: 'single',
    code: 'MO4',
    text: 'Jak zmieniły się Państwa przychody w porównaniu z poprzednim rokiem?',
    criterion: 'skutecznosc',
    scale: 'CHG5',
    choices: SCALES.CHG5,
  }),
  monitoring({
    kind: 'single',
    code: 'MO5',
    text: 'Czy w ostatnim roku realizowali Państwo zlecenia samorządu?',
    criterion: 'spojnosc',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
  monitoring({
    kind: 'single',
    code: 'MO6',
    text: 'Jakie są Państwa plany zatrudnienia na najbliższe 12 miesięcy?',
    criterion: 'trwalosc',
    choices: [
      { code: 'wiecej', label: 'Zatrudnimy więcej osób' },
      { code: 'tyle-samo', label: 'Utrzymamy zatrudnienie' },
      { code: 'mniej', label: 'Zatrudnimy mniej osób' },
      { code: '98', label: 'Trudno powiedzieć', missing: 98 },
    ],
  }),
  monitoring({
    kind: 'multiple',
    code: 'MO7',
    text: 'Jakiego wsparcia najbardziej Państwo potrzebują?',
    hint: 'Można zaznaczyć najwyżej 3 odpowiedzi.',
    criterion: 'trafnosc',
    most: 3,
    choices: [...toChoices(SERVICES), { code: 'zadnego', label: 'Nie potrzebujemy wsparcia', exclusive: true }],
  }),
  monitoring({
    kind: 'open',
    code: 'MO8',
    text: 'Co najbardziej utrudnia Państwu działalność?',
    hint: NO_NAMES,
    criterion: 'trafnosc',
    longest: 1000,
  }),
];

const POINTS: readonly Choice[] = [
  { code: '1', label: 'bardzo małe', value: 1 },
  { code: '2', label: 'raczej małe', value: 2 },
  { code: '3', label: 'średnie', value: 3 },
  { code: '4', label: 'raczej duże', value: 4 },
  { code: '5', label: 'bardzo duże', value: 5 },
  { code: '98', label: 'trudno powiedzieć', missing: 98 },
];

/** One battery for each question about a sphere; a row for each sphere that the expert ranked. */
const scores = (code: string, text: string): Item => ({
  kind: 'battery',
  code,
  text,
  hint: ONE_ANSWER_PER_ROW,
  shownIf: "${S1} != ''",
  criterion: 'preferencje',
  choices: POINTS,
  rows: SPHERES.map((sphere) => ({
    code: `${code}_${sphere.code}`,
    text: sphere.other === true ? 'Inna sfera, którą Państwo wpisali' : sphere.label,
    shownIf: `selected(\${S1}, '${sphere.code}')`,
  })),
});

/** Instrument (e): the thematic group scores the spheres it ranked in S1. */
export const EXPERTS: readonly BankEntry[] = [
  experts(scores('EK1', 'Jakie jest zapotrzebowanie na działalność w tych sferach?'), {
    note: 'Pyta tylko o sfery wskazane w rankingu S1.',
  }),
  experts(scores('EK2', 'Jakie są możliwości utworzenia miejsc pracy w tych sferach?')),
  experts(scores('EK3', 'Jakie jest dopasowanie tych sfer do warunków regionu?')),
  experts(scores('EK4', 'Jakie jest przygotowanie podmiotów ekonomii społecznej do działania w tych sferach?')),
];
