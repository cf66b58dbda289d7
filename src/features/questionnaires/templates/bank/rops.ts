import type { BatteryRow } from '../../domain';
import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { USED_ROPS } from './conditions';
import { describeModule, describeStatements } from './describe';
import { ACTIVITIES, ONE_ANSWER_PER_ROW, SEVERAL_ANSWERS, toChoices } from './lists';

const shared = { module: 'R', audiences: ['rops'], source: 'opracowanie własne' } as const;
const rops = describeModule(shared);

const ratingRows: readonly BatteryRow[] = ACTIVITIES.map(([code, text]) => ({
  code: `R6_${code}`,
  text,
  shownIf: `selected(\${R5}, '${code}')`,
}));

const OPENING: readonly BankEntry[] = [
  rops(
    {
      kind: 'information',
      code: 'R0',
      text: 'Badanie dotyczy współpracy z Regionalnym Ośrodkiem Polityki Społecznej (ROPS). Udział jest dobrowolny. Wyniki pokazujemy tylko zbiorczo, nigdy dla jednej osoby lub instytucji. Czas wypełnienia i klauzula informacyjna są na stronie wstępnej. Jest tam też kontakt do badacza i do inspektora ochrony danych.',
      criterion: 'profil',
    },
    {
      note: 'Pełna klauzula informacyjna (art. 13 RODO) stoi na stronie wstępnej. Przed publikacją proszę sprawdzić nazwę zlecającego.',
    },
  ),
  rops({
    kind: 'consent',
    code: 'R1',
    text: 'Czy po zapoznaniu się z tą informacją chcą Państwo wziąć udział w badaniu?',
    required: true,
    agreeLabel: 'Tak, chcemy wziąć udział',
    declineLabel: 'Nie, dziękujemy',
    criterion: 'profil',
  }),
  rops(
    {
      kind: 'information',
      code: 'END2',
      text: 'Dziękujemy za odpowiedź. Nie zadajemy dalszych pytań.',
      shownIf: "${R1} = 'nie'",
      ends: true,
      criterion: 'profil',
    },
    { note: 'Kończy kwestionariusz osobom, które nie wyraziły zgody.' },
  ),
];

const INSTITUTION: readonly BankEntry[] = [
  rops({
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
  }),
  rops({
    kind: 'territory',
    code: 'R3',
    text: 'W którym powiecie działa Państwa instytucja?',
    hint: 'Jeśli w kilku, proszę wskazać powiat siedziby.',
    level: 'powiat',
    criterion: 'profil',
  }),
  rops({
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
  }),
];

const USE: readonly BankEntry[] = [
  rops({
    kind: 'multiple',
    code: 'R5',
    text: 'Z jakich działań ROPS korzystali Państwo w ostatnich 24 miesiącach?',
    hint: 'Chodzi o ekonomię społeczną. Można zaznaczyć kilka odpowiedzi.',
    criterion: 'trafnosc',
    choices: [...toChoices(ACTIVITIES), { code: 'zadne', label: 'Z żadnych', exclusive: true }],
  }),
  rops(
    {
      kind: 'battery',
      code: 'R6',
      text: 'Jak są Państwo zadowoleni z tych działań?',
      hint: ONE_ANSWER_PER_ROW,
      criterion: 'jakosc',
      scale: 'SAT5',
      choices: SCALES.SAT5,
      rows: ratingRows,
    },
    { note: 'Pyta tylko o działania zaznaczone w pytaniu R5.' },
  ),
  rops(
    {
      kind: 'multiple',
      code: 'R7',
      text: 'W jakim zakresie korzystali Państwo z konsultacji?',
      hint: SEVERAL_ANSWERS,
      shownIf: "selected(${R5}, 'R5a')",
      criterion: 'trafnosc',
      choices: [
        { code: 'klauzule', label: 'Klauzule społeczne w zamówieniach publicznych' },
        { code: 'uslugi-spoleczne', label: 'Usługi społeczne' },
        { code: 'aktywna-integracja', label: 'Aktywna integracja' },
        { code: 'plany', label: 'Lokalne plany rozwoju ekonomii społecznej' },
        { code: 'partnerstwa', label: 'Współpraca w partnerstwie' },
        { code: 'inny', label: 'Inny zakres, jaki?', other: true },
      ],
    },
    { source: 'opracowanie własne; zakres konsultacji według oferty ROPS w Świętokrzyskiem' },
  ),
  rops({
    kind: 'battery',
    code: 'R8',
    text: 'Czy zgadzają się Państwo z tymi zdaniami o konsultacjach?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: "selected(${R5}, 'R5a')",
    criterion: 'jakosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
    rows: [
      { code: 'R8a', text: 'Osoba udzielająca konsultacji znała temat' },
      { code: 'R8b', text: 'Odpowiedź przyszła na czas' },
      { code: 'R8c', text: 'Rada dała się zastosować' },
      { code: 'R8d', text: 'Łatwo było umówić konsultację' },
    ],
  }),
  rops({
    kind: 'single',
    code: 'R9',
    text: 'Czy po konsultacji lub szkoleniu wdrożyli Państwo coś w swojej instytucji?',
    shownIf: USED_ROPS,
    criterion: 'uzytecznosc',
    scale: 'YN3',
    choices: SCALES.YN3,
  }),
  rops({
    kind: 'multiple',
    code: 'R10',
    text: 'Co Państwo wdrożyli?',
    hint: SEVERAL_ANSWERS,
    shownIf: "${R9} = '1'",
    criterion: 'uzytecznosc',
    choices: [
      { code: 'klauzula', label: 'Klauzula społeczna' },
      { code: 'zlecenie', label: 'Zlecenie usługi podmiotowi ekonomii społecznej' },
      { code: 'uchwala', label: 'Uchwała lub program' },
      { code: 'partnerstwo', label: 'Partnerstwo' },
      { code: 'cis-kis', label: 'Centrum lub klub integracji społecznej' },
      { code: 'inne', label: 'Coś innego, co?', other: true },
    ],
  }),
  rops({
    kind: 'open',
    code: 'R11',
    text: 'Dlaczego niczego nie wdrożono?',
    shownIf: "${R9} = '2'",
    criterion: 'uzytecznosc',
    longest: 1000,
  }),
];

const COORDINATION: readonly BankEntry[] = describeStatements(shared)(
  {
    kind: 'battery',
    code: 'RK',
    text: 'Czy zgadzają się Państwo z tymi zdaniami o koordynacji?',
    hint: ONE_ANSWER_PER_ROW,
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
  { R14: 'skutecznosc', R15: 'uzytecznosc' },
);

export const ROPS_START: readonly BankEntry[] = [...OPENING, ...INSTITUTION, ...USE, ...COORDINATION];
