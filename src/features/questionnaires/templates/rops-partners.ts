import type { BatteryRow, Choice, Page, QuestionnaireDefinition } from '../domain';
import { SCALES } from './scales';
import { SPHERES } from './spheres';

/** Activities of ROPS in the social economy: label in the list of R5, wording of the row in R6. */
const ACTIVITIES: readonly (readonly [code: string, label: string])[] = [
  ['R5a', 'Konsultacje'],
  ['R5b', 'Szkolenia'],
  ['R5c', 'Wizyty studyjne'],
  ['R5d', 'Konferencje'],
  ['R5e', 'Targi'],
  ['R5f', 'Spotkania sieciujące'],
  ['R5g', 'Publikacje i raporty'],
  ['R5h', 'Portal internetowy'],
  ['R5i', 'Newsletter'],
  ['R5j', 'Konkurs lub znak jakości'],
  ['R5k', 'Pomoc w lokalnym planie rozwoju ekonomii społecznej'],
];

const activityChoices: readonly Choice[] = ACTIVITIES.map(([code, label]) => ({ code, label }));

const ratingRows: readonly BatteryRow[] = ACTIVITIES.map(([code, text]) => ({
  code: `R6_${code}`,
  text,
  shownIf: `selected(\${R5}, '${code}')`,
}));

const institution: Page = {
  id: 'instytucja',
  title: 'Państwa instytucja',
  items: [
    {
      kind: 'single',
      code: 'R2',
      text: 'Jaką instytucję Państwo reprezentują?',
      required: true,
      criterion: 'profil',
      choices: [
        { code: 'urzad-gminy', label: 'Urząd gminy lub miasta' },
        { code: 'starostwo', label: 'Starostwo powiatowe' },
        { code: 'ops', label: 'Ośrodek pomocy społecznej lub centrum usług społecznych' },
        { code: 'pcpr', label: 'Powiatowe centrum pomocy rodzinie' },
        { code: 'pup', label: 'Powiatowy urząd pracy' },
        { code: 'owes', label: 'Ośrodek Wsparcia Ekonomii Społecznej (OWES)' },
        { code: 'pes', label: 'Podmiot ekonomii społecznej (PES)' },
        { code: 'lgd', label: 'Lokalna grupa działania' },
        { code: 'uczelnia', label: 'Uczelnia' },
        { code: 'urzad-marszalkowski', label: 'Urząd marszałkowski' },
        { code: 'inna', label: 'Inna, jaka?', other: true },
      ],
    },
    {
      kind: 'territory',
      code: 'R3',
      text: 'W którym powiecie działa Państwa instytucja?',
      hint: 'Jeśli w kilku, proszę wskazać powiat siedziby.',
      level: 'powiat',
      criterion: 'profil',
    },
    {
      kind: 'single',
      code: 'R4',
      text: 'Czy należą Państwo do ciała doradczego lub grupy roboczej przy ROPS?',
      hint: 'ROPS to Regionalny Ośrodek Polityki Społecznej.',
      criterion: 'profil',
      choices: [
        { code: 'rkres', label: 'Regionalny Komitet Rozwoju Ekonomii Społecznej' },
        { code: 'grupa-tematyczna', label: 'Grupa tematyczna' },
        { code: 'inna', label: 'Inna grupa, jaka?', other: true },
        { code: 'nie', label: 'Nie' },
      ],
    },
  ],
};

const activities: Page = {
  id: 'dzialania',
  title: 'Działania ROPS',
  items: [
    {
      kind: 'multiple',
      code: 'R5',
      text: 'Z jakich działań ROPS korzystali Państwo w ostatnich 24 miesiącach?',
      hint: 'Chodzi o ekonomię społeczną. Można zaznaczyć kilka odpowiedzi.',
      criterion: 'trafnosc',
      choices: [...activityChoices, { code: 'zadne', label: 'Z żadnych', exclusive: true }],
    },
  ],
};

const ratings: Page = {
  id: 'ocena-dzialan',
  title: 'Ocena działań',
  items: [
    {
      kind: 'battery',
      code: 'R6',
      text: 'Jak są Państwo zadowoleni z tych działań?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
      criterion: 'jakosc',
      scale: 'SAT5',
      choices: SCALES.SAT5,
      rows: ratingRows,
    },
  ],
};

const coordination: Page = {
  id: 'koordynacja',
  title: 'Koordynacja i współpraca',
  items: [
    {
      kind: 'battery',
      code: 'RK',
      text: 'Czy zgadzają się Państwo z tymi zdaniami o koordynacji?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
      shownIf: "not(selected(${R5}, 'zadne'))",
      criterion: 'spojnosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
      rows: [
        {
          code: 'R12',
          text: 'Instytucje dobrze przekazują sobie informacje',
          comparisonCode: 'coordination-information-flow',
        },
        {
          code: 'R13',
          text: 'Podział zadań między OWES a Regionalnym Ośrodkiem Polityki Społecznej (ROPS) jest jasny',
          comparisonCode: 'coordination-division-of-tasks',
        },
        { code: 'R14', text: 'Spotkania organizowane przez ROPS kończą się ustaleniami, które są realizowane' },
        { code: 'R15', text: 'Dane i raporty ROPS są aktualne i przydatne w naszej pracy' },
        { code: 'R16', text: 'ROPS uwzględnia uwagi partnerów w regionalnym programie rozwoju ekonomii społecznej' },
      ],
    },
  ],
};

const spheres: Page = {
  id: 'sfery',
  title: 'Kluczowe sfery rozwojowe',
  items: [
    {
      kind: 'ranking',
      code: 'R25',
      text: 'W których sferach warto tworzyć miejsca pracy w przedsiębiorstwach społecznych?',
      hint: 'Chodzi o Państwa powiat. Proszę wybrać do 5 sfer i ułożyć je od najważniejszej.',
      comparisonCode: 'spheres',
      criterion: 'preferencje',
      most: 5,
      choices: SPHERES,
    },
  ],
};

const closing: Page = {
  id: 'podsumowanie',
  title: 'Podsumowanie',
  items: [
    {
      kind: 'single',
      code: 'R29',
      text: 'Jak ogólnie oceniają Państwo koordynację ekonomii społecznej przez ROPS?',
      comparisonCode: 'overall-rating',
      criterion: 'jakosc',
      scale: 'QUAL5',
      choices: SCALES.QUAL5,
    },
    {
      kind: 'scale0to10',
      code: 'R30',
      text: 'Czy poleciliby Państwo współpracę z ROPS innej instytucji?',
      hint: '0 oznacza „na pewno nie”, 10 oznacza „na pewno tak”.',
      comparisonCode: 'recommendation',
      criterion: 'jakosc',
      lowLabel: 'na pewno nie',
      highLabel: 'na pewno tak',
    },
    {
      kind: 'open',
      code: 'R31',
      text: 'Jaką jedną zmianę w koordynacji wsparcia należy wprowadzić jako pierwszą?',
      hint: 'Proszę nie podawać nazwisk ani numerów telefonów.',
      criterion: 'spojnosc',
      longest: 1000,
    },
  ],
};

/** Core of the questionnaire for clients and partners of ROPS (domain 2.3): 24 answerable rows, asked in about 8 minutes. */
export const ROPS_PARTNERS: QuestionnaireDefinition = {
  code: 'rops-partners',
  version: 1,
  locale: 'pl',
  title: 'Badanie opinii klientów i partnerów Regionalnego Ośrodka Polityki Społecznej',
  lead: 'Chcemy wiedzieć, jak oceniają Państwo współpracę z Regionalnym Ośrodkiem Polityki Społecznej (ROPS). Odpowiedzi pokażą, co działa dobrze, a co trzeba poprawić.',
  minutes: 8,
  pages: [institution, activities, ratings, coordination, spheres, closing],
};
