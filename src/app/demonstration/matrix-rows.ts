import type { Criterion, CriterionCode, ItemReference, MatrixRowDraft } from '../../features/evaluations/domain';

const listed = (code: CriterionCode): Criterion => ({ kind: 'listed', code });

/** Items of questionnaire (a), clients of OWES, and (b), partners of ROPS. */
const a = (codes: string): readonly ItemReference[] => named('owes-clients', codes);
const b = (codes: string): readonly ItemReference[] => named('rops-partners', codes);
const named = (questionnaire: string, codes: string): readonly ItemReference[] =>
  codes.split(' ').map((item) => ({ questionnaire, item }));

const topTwo = (label: string, dataset: string, variable: string): MatrixRowDraft['indicator'] => ({
  kind: 'number',
  label,
  number: { dataset, row: { variable, codes: [] }, column: null, measure: 'dwie-najwyzsze', weight: null },
});

const atLeast = (value: number): MatrixRowDraft['threshold'] => ({ comparison: 'at-least', value });

export const OBJECTIVES = [
  'Ocena jakości i dopasowania usług ośrodków wsparcia do potrzeb ich klientów.',
  'Ocena skuteczności wsparcia i trwałości jego efektów.',
  'Ocena koordynacji działań ROPS, ośrodków wsparcia i samorządów.',
];

/** Month and day; the year is that of the study. */
const YEAR_END = '12-31';

/** The sample rows of domain 4.2, with what the core questionnaires ask. Thresholds are invented; the eighth question has no data. */
const ROWS: readonly MatrixRowDraft[] = [
  {
    objective: 0,
    criterion: listed('relevance'),
    question: 'Czy usługi OWES odpowiadają na potrzeby klientów?',
    subQuestions: ['Z jakich usług klienci korzystają?', 'Jakie bariery rozwoju zgłaszają najczęściej?'],
    indicator: topTwo('Odsetek zgody, że wsparcie wynikało z potrzeb klienta', 'owes-clients', 'J6'),
    threshold: atLeast(0.75),
    sources: 'ankieta a., wywiady w OWES',
    methods: 'CAWI, IDI',
    items: [...a('U1 J6 B1 S1'), ...b('R5 R25')],
    analysis: 'Odsetek odpowiedzi 4–5 z przedziałem ufności; wielokrotny wybór potrzeb.',
    answer: '',
  },
  {
    objective: 1,
    criterion: listed('effectiveness'),
    question: 'Czy wsparcie tworzy miejsca pracy?',
    subQuestions: ['Ile grup zarejestrowało podmiot?', 'Czy bez wsparcia efekty by nie powstały?'],
    indicator: {
      kind: 'typed',
      label: 'Nowe miejsca pracy wobec planu',
      value: 105,
      planned: 125,
      unit: 'miejsc',
      source: 'monitoring OWES, wskaźnik 3',
      until: YEAR_END,
    },
    threshold: atLeast(150),
    sources: 'ankieta a.',
    methods: 'CAWI, analiza danych zastanych',
    items: a('G1 G2 G3 E1 E2 E4'),
    analysis: 'Liczba narastająco wobec planu rocznego; odsetki w grupie ubiegających się o dotację.',
    answer: '',
  },
  {
    objective: 1,
    criterion: listed('efficiency'),
    question: 'Czy formalności są proporcjonalne do efektu?',
    subQuestions: [],
    indicator: {
      kind: 'number',
      label: 'Odsetek podmiotów, dla których formalności są barierą rozwoju',
      number: {
        dataset: 'owes-clients',
        row: { variable: 'B1', codes: ['formalnosci'] },
        column: null,
        measure: 'udzial',
        weight: null,
      },
    },
    threshold: { comparison: 'at-most', value: 0.2 },
    sources: 'ankieta a., analiza 9 formularzy',
    methods: 'CAWI, desk research',
    items: a('B1 J3 J4'),
    analysis: 'Odsetek wskazań z przedziałem ufności; przegląd dokumentów wymaganych od klientów.',
    answer: '',
  },
  {
    objective: 0,
    criterion: listed('utility'),
    question: 'Czy klienci stosują uzyskaną wiedzę?',
    subQuestions: [],
    indicator: topTwo('Odsetek zgody „nadal korzystamy”', 'owes-clients', 'E3'),
    threshold: atLeast(0.7),
    sources: 'ankieta a.',
    methods: 'CAWI',
    items: [...a('E3'), ...b('R15')],
    analysis: 'Odsetek odpowiedzi 4–5 z przedziałem ufności.',
    answer: '',
  },
  {
    objective: 1,
    criterion: listed('sustainability'),
    question: 'Czy miejsca pracy istnieją po 12 miesiącach?',
    subQuestions: [],
    indicator: {
      kind: 'typed',
      label: 'Istniejące do utworzonych z dotacją',
      value: 81,
      planned: null,
      unit: '%',
      source: 'monitoring OWES, stan na koniec września',
      until: null,
    },
    threshold: atLeast(75),
    sources: 'ankieta a.',
    methods: 'CAWI, analiza danych zastanych',
    items: a('G3 G4'),
    analysis: 'Iloraz liczby istniejących i utworzonych miejsc pracy.',
    answer: '',
  },
  {
    objective: 0,
    criterion: { kind: 'own', name: 'jakość' },
    question: 'Jak klienci oceniają jakość usług?',
    subQuestions: ['Czy ośrodki różnią się jakością obsługi?'],
    indicator: topTwo('Odsetek zadowolonych', 'owes-clients', 'Z3'),
    threshold: atLeast(0.7),
    sources: 'ankieta a. i b.',
    methods: 'CAWI',
    items: [...a('Z3 Z1 Z4 O1 J1 J2 J3 J4 J5'), ...b('R29 R30 R6')],
    analysis: 'Odsetek ocen 4–5; porównanie ośrodków z poprawką na wiele porównań.',
    answer: '',
  },
  {
    objective: 2,
    criterion: listed('coherence'),
    question: 'Czy ROPS i OWES działają w uzgodniony sposób?',
    subQuestions: ['Czy instytucje przekazują sobie informacje?'],
    indicator: topTwo('Odsetek zgody, że instytucje przekazują sobie informacje', 'owes-clients', 'C1b'),
    threshold: atLeast(0.6),
    sources: 'ankieta a. i b., wywiad grupowy',
    methods: 'CAWI, FGI',
    items: [...a('C1a C1b C1c'), ...b('R12 R13 R14 R15 R16 R31')],
    analysis: 'Odsetek odpowiedzi 4–5 z przedziałem ufności; triangulacja z wywiadem grupowym.',
    answer: '',
  },
  {
    objective: 2,
    criterion: listed('coherence'),
    question: 'Czy samorządy zlecają zadania podmiotom ES?',
    subQuestions: [],
    indicator: {
      kind: 'typed',
      label: 'Odsetek gmin, które zleciły zadanie',
      value: null,
      planned: null,
      unit: '%',
      source: '',
      until: null,
    },
    threshold: atLeast(50),
    sources: 'wywiady w 6 gminach',
    methods: 'IDI',
    items: [],
    analysis: '',
    answer: '',
  },
];

/** For a study of a year. */
export const matrixRows = (year: string): readonly MatrixRowDraft[] =>
  ROWS.map((row) =>
    row.indicator.kind === 'typed' && row.indicator.until === YEAR_END
      ? { ...row, indicator: { ...row.indicator, until: `${year}-${YEAR_END}` } }
      : row,
  );
