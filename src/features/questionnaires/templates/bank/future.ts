import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { SPHERES } from '../spheres';
import { ENTITY, ENTITY_OR_PLANNING, NON_CLIENT } from './conditions';
import { describeModule } from './describe';
import { NO_NAMES, ONE_ANSWER_PER_ROW, REASONS_NOT_TO_USE, SEVERAL_ANSWERS } from './lists';

const spheres = describeModule({
  module: 'S',
  audiences: ['owes', 'rops', 'jst', 'eksperci'],
  source:
    'opracowanie własne; sfery 01–06 z Krajowego Programu Rozwoju Ekonomii Społecznej (2014), pozostałe to propozycje regionalne',
});
const cooperation = describeModule({ module: 'C', audiences: ['owes', 'jst'], source: 'opracowanie własne' });
const nonClients = describeModule({ module: 'N', audiences: ['owes'], source: 'opracowanie własne' });

const FIRST_SPHERE = "${S1} != ''";

/** Module S: key development spheres. */
export const SPHERE_QUESTIONS: readonly BankEntry[] = [
  spheres({
    kind: 'ranking',
    code: 'S1',
    text: 'W których sferach warto tworzyć miejsca pracy w przedsiębiorstwach społecznych?',
    hint: 'Chodzi o Państwa powiat. Proszę wybrać do 5 sfer i ułożyć je od najważniejszej.',
    comparisonCode: 'spheres',
    criterion: 'preferencje',
    most: 5,
    choices: SPHERES,
  }),
  spheres({
    kind: 'single',
    code: 'S2',
    text: 'Czy pierwsza z wybranych sfer ma w okolicy realny popyt?',
    hint: 'Popyt to odbiorcy i zlecenia.',
    shownIf: FIRST_SPHERE,
    criterion: 'preferencje',
    choices: [
      { code: 'staly', label: 'Tak, stały' },
      { code: 'sezonowy', label: 'Tak, sezonowy' },
      { code: 'raczej-nie', label: 'Raczej nie' },
      { code: '98', label: 'Trudno powiedzieć', missing: 98 },
    ],
  }),
  spheres({
    kind: 'single',
    code: 'S3',
    text: 'Kto powinien być głównym zleceniodawcą w tej sferze?',
    shownIf: FIRST_SPHERE,
    criterion: 'preferencje',
    choices: [
      { code: 'gmina', label: 'Gmina' },
      { code: 'powiat', label: 'Powiat' },
      { code: 'mieszkancy', label: 'Mieszkańcy' },
      { code: 'firmy', label: 'Firmy' },
      { code: 'organizacje', label: 'Organizacje' },
      { code: '98', label: 'Trudno powiedzieć', missing: 98 },
    ],
  }),
  spheres(
    {
      kind: 'number',
      code: 'S4',
      text: 'Ile nowych miejsc pracy mógłby Państwa podmiot utworzyć w tej sferze w ciągu 2 lat?',
      hint: 'Jeśli żadnego, proszę wpisać 0.',
      shownIf: ENTITY_OR_PLANNING,
      least: 0,
      most: 500,
      whole: true,
      unit: 'miejsc pracy',
      criterion: 'preferencje',
    },
    { audiences: ['owes'] },
  ),
  spheres(
    {
      kind: 'open',
      code: 'S5',
      text: 'Co musiałoby się zmienić, aby te miejsca pracy powstały?',
      hint: NO_NAMES,
      shownIf: '${S4} > 0',
      criterion: 'preferencje',
      longest: 1000,
    },
    { audiences: ['owes'] },
  ),
];

/** Module C: coordination and cooperation. */
export const COOPERATION: readonly BankEntry[] = [
  cooperation(
    {
      kind: 'battery',
      code: 'C1',
      text: 'Czy zgadzają się Państwo z tymi zdaniami o współpracy instytucji?',
      hint: ONE_ANSWER_PER_ROW,
      criterion: 'spojnosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
      rows: [
        {
          code: 'C1a',
          text: 'Podział zadań między OWES a Regionalnym Ośrodkiem Polityki Społecznej (ROPS) jest jasny',
          comparisonCode: 'coordination-division-of-tasks',
        },
        {
          code: 'C1b',
          text: 'Instytucje dobrze przekazują sobie informacje',
          comparisonCode: 'coordination-information-flow',
        },
        { code: 'C1c', text: 'Oferta OWES i oferta urzędu pracy uzupełniają się' },
        { code: 'C1d', text: 'Samorząd lokalny wspiera podmioty ekonomii społecznej' },
        { code: 'C1e', text: 'Samorząd zleca zadania podmiotom ekonomii społecznej' },
      ],
    },
    { source: 'opracowanie własne; dwa ostatnie zdania blisko baterii z badania podmiotów w Łódzkiem' },
  ),
  cooperation(
    {
      kind: 'multiple',
      code: 'C2',
      text: 'Z kim współpracowali Państwo w ostatnim roku?',
      hint: SEVERAL_ANSWERS,
      shownIf: ENTITY,
      criterion: 'spojnosc',
      choices: [
        { code: 'gmina', label: 'Z gminą' },
        { code: 'powiat', label: 'Z powiatem' },
        { code: 'pup', label: 'Z urzędem pracy' },
        { code: 'ops-pcpr', label: 'Z ośrodkiem pomocy społecznej lub powiatowym centrum pomocy rodzinie' },
        { code: 'lgd', label: 'Z lokalną grupą działania' },
        { code: 'firma', label: 'Z firmą' },
        { code: 'pes', label: 'Z innym podmiotem ekonomii społecznej' },
        { code: 'uczelnia', label: 'Z uczelnią' },
        { code: 'rops', label: 'Z Regionalnym Ośrodkiem Polityki Społecznej (ROPS)' },
        { code: 'nikt', label: 'Z nikim', exclusive: true },
      ],
    },
    { audiences: ['owes'] },
  ),
];

/** Module N: those without contact with any OWES. */
export const NON_CLIENTS: readonly BankEntry[] = [
  nonClients({
    kind: 'multiple',
    code: 'N1',
    text: 'Dlaczego nie korzystają Państwo ze wsparcia OWES?',
    hint: SEVERAL_ANSWERS,
    shownIf: NON_CLIENT,
    criterion: 'trafnosc',
    choices: [{ code: 'nieznany', label: 'Nie znaliśmy OWES' }, ...REASONS_NOT_TO_USE],
  }),
  nonClients({
    kind: 'single',
    code: 'N2',
    text: 'Czy w ciągu roku planują Państwo kontakt z OWES?',
    shownIf: NON_CLIENT,
    criterion: 'trafnosc',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
];
