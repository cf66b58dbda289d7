import type { Figure, FigureChart, FigureDataset } from '../../../src/features/analysis/domain';
import { seededRandom } from '../../../src/platform/random';
import type { ReportTree } from '../../../src/features/reports/domain';

/** A report as a director gets it, with invented numbers from a fixed seed, until a test asks the real analysis. */
export const sampleTree = (change: Partial<ReportTree['about']> = {}): ReportTree => ({
  about: {
    title: 'Ewaluacja systemu wsparcia ekonomii społecznej w województwie świętokrzyskim',
    subject: 'Streszczenie wyników wstępnych',
    author: 'Regionalny Ośrodek Polityki Społecznej',
    language: 'pl',
    state: 'preliminary',
    dataCut: '2026-11-18',
    n: 341,
    demonstration: true,
    running: {
      study: 'System wsparcia ES 2026',
      document: 'Streszczenie',
      status: 'Wyniki wstępne, stan danych na 18 listopada 2026, n = 341',
      method: 'Ankieta internetowa (CAWI). Przedziały ufności 95%. Nie pokazujemy grup mniejszych niż 5 osób.',
      demonstrationMark: 'Dane demonstracyjne',
    },
    ...change,
  },
  blocks: [
    {
      kind: 'masthead',
      commissioner: 'Regionalny Ośrodek Polityki Społecznej',
      region: 'Województwo świętokrzyskie',
      title: 'Ewaluacja systemu wsparcia ekonomii społecznej w województwie świętokrzyskim',
      subtitle: 'Streszczenie. Perspektywa klientów dwóch OWES i ROPS. Wyniki wstępne na 18 listopada 2026.',
    },
    {
      kind: 'lead',
      text: 'Klienci chwalą doradców. Najwięcej kłopotu sprawiają im dokumenty, czas oczekiwania w OWES B i niejasny podział zadań między instytucjami.',
    },
    {
      kind: 'key-figures',
      items: [
        { label: 'Ogólna ocena', value: '4,42', context: 'przedział od 4,31 do 4,53, skala 1–5' },
        { label: 'NPS', value: '+34', context: 'od +26 do +42' },
        { label: 'Trwałe miejsca pracy', value: '81%', context: '72–88%, n = 92' },
        { label: 'Wypełnione ankiety', value: '341', context: 'zwrot 43,7%, 341 z 780' },
      ],
    },
    { kind: 'heading', level: 2, text: 'Pięć wniosków' },
    {
      kind: 'numbered-findings',
      items: [
        { title: 'Klienci wysoko cenią doradców.', text: 'Życzliwość 4,54 i kompetencje 4,30 w skali 1–5.' },
        { title: 'Dokumenty są niezrozumiałe.', text: 'Najniższa ocena (3,09) przy bardzo wysokiej ważności (4,62).' },
        {
          title: 'Klienci OWES B czekają na doradcę dłużej.',
          text: 'Powyżej 14 dni: 35% klientów OWES B i 14% klientów OWES A.',
        },
        { title: 'Miejsca pracy są trwałe.', text: 'Po 12 miesiącach istnieje 8 na 10 miejsc pracy z dotacji.' },
        {
          title: 'Prawie 4 na 10 klientów nie wiedziało od początku, gdzie się zwrócić.',
          text: 'Brakuje wspólnej informacji o zadaniach ROPS i OWES.',
        },
      ],
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 2, text: 'Oceny instytucji' },
    { kind: 'figure', figure: sampleFigure(), notes: ['Test z dla średnich, p < 0,05, poprawka Holma.'] },
    {
      kind: 'table',
      caption: 'Tabela 1. Czas oczekiwania na spotkanie z doradcą, % w kolumnie',
      columns: [
        { label: 'Czas', align: 'left' },
        { label: 'OWES A', align: 'right' },
        { label: 'OWES B', align: 'right' },
        { label: 'ROPS', align: 'right' },
        { label: 'Ogółem', align: 'right' },
      ],
      rows: [
        { cells: ['do 7 dni', '61%', '33%', '51%', '49%'] },
        { cells: ['8–14 dni', '21%', '28%', '23%', '24%'] },
        { cells: ['powyżej 14 dni', '14%', '35%', '22%', '23%'] },
        { cells: ['n', '158', '121', '62', '341'], total: true },
      ],
      note: 'Wyników grup mniejszych niż 5 osób nie pokazujemy.',
    },
    { kind: 'text', text: 'Zażółć gęślą jaźń: weryfikacji podlegały wszystkie ankiety.' },
  ],
});

const INSTITUTIONS = [
  { label: 'OWES A', token: '--s1', mark: 'circle', n: 158 },
  { label: 'OWES B', token: '--s2', mark: 'rect', n: 121 },
  { label: 'ROPS', token: '--s3', mark: 'triangle', n: 62 },
] as const;

const ASPECTS = [
  'Życzliwość i szacunek',
  'Kompetencje doradców',
  'Czas oczekiwania na doradcę',
  'Dostępność blisko miejsca zamieszkania',
  'Szkolenia dopasowane do branży',
];

const comma = (value: number): string => value.toFixed(2).replace('.', ',');

export const sampleFigure = (): Figure => {
  const random = seededRandom(2026);
  const datasets = INSTITUTIONS.map(({ label, token, mark }, lane): FigureDataset => ({
    label,
    data: ASPECTS.map((_, row) => {
      const x = 3 + random() * 1.6;
      return {
        x,
        row,
        lane: (lane + 0.5) / 3,
        low: x - 0.2,
        high: x + 0.2,
        text: comma(x),
        tip: '',
        ...(lane === 1 && row === 2 ? { lowerThan: 'A' } : {}),
      };
    }),
    backgroundColor: token,
    borderColor: '--surface',
    borderWidth: 1.5,
    pointStyle: mark,
    pointRadius: 6,
  }));
  return {
    id: 'sample.J.institutions',
    kind: 'intervals',
    title: 'Wykres 1. Za czas oczekiwania OWES B jest oceniany istotnie niżej niż OWES A',
    sub: 'Średnia ocena w skali 1–5, pytanie 9. Kreska: przedział ufności 95%.',
    alt: 'Wykres przedziałów dla trzech instytucji, n = 341. Najwyżej życzliwość, 4,54, najniżej dokumenty, 3,09.',
    notes: [],
    legend: INSTITUTIONS.map(({ label, token, mark, n }) => ({ colour: token, mark, text: label, note: `n = ${n}` })),
    table: { head: [], rows: [] },
    half: false,
    chart: intervals(datasets),
  };
};

const intervals = (datasets: readonly FigureDataset[]): FigureChart => ({
  type: 'scatter',
  data: { datasets },
  options: {
    scales: {
      x: {
        type: 'linear',
        position: 'top',
        display: true,
        min: 1,
        max: 5,
        stacked: false,
        ticks: { stepSize: 1, color: '--ink-2' },
        grid: { display: false },
        border: { display: false },
      },
      y: { type: 'linear', display: false, reverse: true, min: 0, max: ASPECTS.length, stacked: false },
    },
    plugins: {
      legend: { display: false },
      figure: {
        rows: ASPECTS.map((label) => ({ label })),
        lanes: 3,
        laneHeight: 20,
        labels: 'beside',
        values: 'none',
        gridlines: true,
        track: false,
        ticks: ['1', '2', '3', '4', '5'],
      },
    },
  },
});
