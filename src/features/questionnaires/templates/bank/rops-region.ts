import type { BatteryRow } from '../../domain';
import type { BankEntry } from '../../domain/bank';
import { SCALES, YES_NO } from '../scales';
import { SPHERES } from '../spheres';
import { LOCAL_GOVERNMENT } from './conditions';
import { describeModule } from './describe';
import { NO_NAMES, ONE_ANSWER_PER_ROW, ROPS_FEATURES, SEVERAL_ANSWERS } from './lists';

const rops = describeModule({ module: 'R', audiences: ['rops'], source: 'opracowanie własne' });
const government = describeModule({
  module: 'R',
  audiences: ['rops', 'jst'],
  source: 'opracowanie własne na wzór badań współpracy samorządów z podmiotami ekonomii społecznej (Małopolska)',
});

const features = (prefix: string): readonly BatteryRow[] =>
  ROPS_FEATURES.map(([letter, text]) => ({ code: `${prefix}${letter}`, text }));

const PROGRAMME: readonly BankEntry[] = [
  rops({
    kind: 'single',
    code: 'R17',
    text: 'Czy znają Państwo regionalny program rozwoju ekonomii społecznej?',
    criterion: 'skutecznosc',
    choices: [
      { code: 'dobrze', label: 'Znamy dobrze' },
      { code: 'pobieznie', label: 'Znamy pobieżnie' },
      { code: 'ze-slyszenia', label: 'Znamy ze słyszenia' },
      { code: 'nie', label: 'Nie znamy' },
    ],
  }),
];

const GOVERNMENT: readonly BankEntry[] = [
  government(
    {
      kind: 'single',
      code: 'R18',
      text: 'Czy na Państwa terenie działają podmioty ekonomii społecznej (PES)?',
      shownIf: LOCAL_GOVERNMENT,
      criterion: 'skutecznosc',
      scale: 'YN3',
      choices: SCALES.YN3,
    },
    { source: 'opracowanie własne; pytanie o ten sam temat zadano 106 samorządom w Łódzkiem' },
  ),
  government({
    kind: 'multiple',
    code: 'R19',
    text: 'Jak współpracują Państwo z PES?',
    hint: SEVERAL_ANSWERS,
    shownIf: LOCAL_GOVERNMENT,
    criterion: 'skutecznosc',
    choices: [
      { code: 'zlecanie', label: 'Zlecamy zadania' },
      { code: 'zakup', label: 'Kupujemy usługi' },
      { code: 'lokal', label: 'Udostępniamy lokal' },
      { code: 'partnerstwo', label: 'Działamy w partnerstwie' },
      { code: 'promocja', label: 'Promujemy PES' },
      { code: 'brak', label: 'Nie współpracujemy', exclusive: true },
    ],
  }),
  government({
    kind: 'single',
    code: 'R20',
    text: 'Czy w ostatnich 12 miesiącach stosowali Państwo klauzule społeczne?',
    shownIf: LOCAL_GOVERNMENT,
    criterion: 'skutecznosc',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
  government({
    kind: 'multiple',
    code: 'R21',
    text: 'Dlaczego nie stosowali Państwo klauzul społecznych?',
    hint: SEVERAL_ANSWERS,
    shownIf: "${R20} = '2'",
    criterion: 'skutecznosc',
    choices: [
      { code: 'wiedza', label: 'Brak wiedzy' },
      { code: 'wykonawcy', label: 'Brak wykonawców' },
      { code: 'ryzyko', label: 'Ryzyko prawne' },
      { code: 'koszt', label: 'Zbyt wysoki koszt' },
      { code: 'potrzeba', label: 'Brak potrzeby' },
      { code: 'inny', label: 'Inny powód, jaki?', other: true },
    ],
  }),
  government({
    kind: 'single',
    code: 'R22',
    text: 'Jak są Państwo zadowoleni z efektów współpracy z PES?',
    shownIf: "${R19} != '' and not(selected(${R19}, 'brak'))",
    criterion: 'skutecznosc',
    scale: 'SAT5',
    choices: SCALES.SAT5,
  }),
  government({
    kind: 'number',
    code: 'R23',
    text: 'Jaka była wartość zleceń i zakupów od PES w ostatnim roku?',
    hint: 'Wystarczy kwota szacunkowa. Jeśli nic, proszę wpisać 0.',
    shownIf: LOCAL_GOVERNMENT,
    least: 0,
    most: 100_000_000,
    whole: true,
    unit: 'złotych',
    criterion: 'skutecznosc',
  }),
  government({
    kind: 'battery',
    code: 'R24',
    text: 'Czy zgadzają się Państwo, że PES w okolicy mogą świadczyć te usługi?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: LOCAL_GOVERNMENT,
    criterion: 'trafnosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
    rows: [
      { code: 'R24a', text: 'Usługi opiekuńcze' },
      { code: 'R24b', text: 'Usługi edukacyjne' },
      { code: 'R24c', text: 'Usługi komunalne' },
      { code: 'R24d', text: 'Usługi gastronomiczne' },
    ],
  }),
];

const DIRECTIONS: readonly BankEntry[] = [
  rops(
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
    {
      audiences: ['rops', 'jst'],
      source: 'opracowanie własne; ta sama lista co w pytaniu S1',
    },
  ),
  rops({
    kind: 'multiple',
    code: 'R26',
    text: 'W czym ROPS powinien najbardziej wesprzeć Państwa instytucję w najbliższym roku?',
    hint: 'Można zaznaczyć najwyżej 3 odpowiedzi.',
    criterion: 'trafnosc',
    most: 3,
    choices: [
      { code: 'informacja', label: 'Informacja o zmianach w prawie' },
      { code: 'szkolenia', label: 'Szkolenia' },
      { code: 'konsultacje', label: 'Konsultacje' },
      { code: 'klauzule', label: 'Klauzule społeczne i zlecanie usług' },
      { code: 'uslugi-spoleczne', label: 'Rozwój usług społecznych' },
      { code: 'plan', label: 'Lokalny plan rozwoju ekonomii społecznej' },
      { code: 'partnerzy', label: 'Kontakt z partnerami' },
      { code: 'dane', label: 'Dane i raporty' },
      { code: 'srodki', label: 'Informacja o dostępnych środkach' },
      { code: 'inne', label: 'Coś innego, co?', other: true },
      { code: 'nic', label: 'Nie potrzebujemy wsparcia', exclusive: true },
    ],
  }),
  rops(
    {
      kind: 'battery',
      code: 'R27',
      text: 'Jak ważne są dla Państwa te działania ROPS?',
      hint: ONE_ANSWER_PER_ROW,
      criterion: 'jakosc',
      scale: 'IMP5',
      choices: SCALES.IMP5,
      rows: features('R27'),
    },
    { note: 'Działa tylko w parze z pytaniem R28.' },
  ),
  rops(
    {
      kind: 'battery',
      code: 'R28',
      text: 'Jak są Państwo zadowoleni z tych działań ROPS?',
      hint: ONE_ANSWER_PER_ROW,
      criterion: 'jakosc',
      scale: 'SAT5',
      choices: SCALES.SAT5,
      rows: features('R28'),
    },
    { note: 'Działa tylko w parze z pytaniem R27.' },
  ),
];

const CLOSING: readonly BankEntry[] = [
  rops({
    kind: 'single',
    code: 'R29',
    text: 'Jak ogólnie oceniają Państwo koordynację ekonomii społecznej przez ROPS?',
    comparisonCode: 'overall-rating',
    criterion: 'jakosc',
    scale: 'QUAL5',
    choices: SCALES.QUAL5,
  }),
  rops(
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
    { source: 'opracowanie własne; skala polecenia 0–10' },
  ),
  rops({
    kind: 'open',
    code: 'R31',
    text: 'Jaką jedną zmianę w koordynacji wsparcia należy wprowadzić jako pierwszą?',
    hint: NO_NAMES,
    criterion: 'spojnosc',
    longest: 1000,
  }),
  rops({
    kind: 'open',
    code: 'R32',
    text: 'Jaką dobrą praktykę warto pokazać innym?',
    hint: NO_NAMES,
    criterion: 'uzytecznosc',
    longest: 1000,
  }),
  rops({
    kind: 'single',
    code: 'R33',
    text: 'Jak długo współpracują Państwo z ROPS?',
    criterion: 'profil',
    choices: [
      { code: 'do-roku', label: 'Do roku' },
      { code: '1-3', label: '1–3 lata' },
      { code: '4-7', label: '4–7 lat' },
      { code: 'ponad-7', label: 'Ponad 7 lat' },
    ],
  }),
  rops(
    {
      kind: 'single',
      code: 'R34',
      text: 'Czy zgadzają się Państwo na kontakt w sprawie pogłębionego wywiadu?',
      hint: 'Dane do kontaktu zbieramy osobno. Nie łączymy ich z odpowiedziami.',
      criterion: 'profil',
      scale: 'YN3',
      choices: YES_NO,
    },
    { note: 'Dane do kontaktu trafiają do osobnego zbioru, bez klucza do odpowiedzi.' },
  ),
];

export const ROPS_END: readonly BankEntry[] = [...PROGRAMME, ...GOVERNMENT, ...DIRECTIONS, ...CLOSING];
