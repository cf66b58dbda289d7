import type { Block, FigureBlock, ReportTree, Run, TableBlock } from '../../../src/features/reports/domain';
import { sampleFigure, sampleTree } from './sample-tree';

/** A long report with every kind of block, with invented numbers; short enough to be read in a test. */
export const longTree = (change: Partial<ReportTree['about']> = {}): ReportTree => ({
  about: {
    ...sampleTree().about,
    running: { ...sampleTree().about.running, document: 'Raport końcowy' },
    subject: 'Raport z badania',
    ...change,
  },
  blocks: [cover, { kind: 'contents', title: 'Spis treści', depth: 2 }, ...summary, ...quality, ...recommendations],
});

export const cover: Block = {
  kind: 'cover',
  commissioner: 'Regionalny Ośrodek Polityki Społecznej',
  region: 'Województwo świętokrzyskie',
  title: 'Ewaluacja systemu wsparcia ekonomii społecznej w województwie świętokrzyskim',
  subtitle: 'Perspektywa klientów dwóch OWES i ROPS.',
  state: 'Wyniki wstępne',
  lines: ['Stan danych na 18 listopada 2026, n = 341', 'Kielce, listopad 2026', 'Zespół ewaluacji ROPS'],
  erratum: 'Errata do wersji 1: w tabeli 2 poprawiono n dla OWES B.',
};

const bold = (text: string): Run => ({ text, bold: true });

export const paragraph: Block = {
  kind: 'paragraph',
  runs: [
    { text: 'Życzliwość i ' },
    bold('kompetencje doradców'),
    { text: ' są oceniane ' },
    { text: 'wysoko', italic: true },
    { text: ' wszędzie', footnote: 'Średnia powyżej 4 w każdej z trzech instytucji, n = 341.' },
    { text: '. Zasady opisuje ' },
    {
      text: 'ustawa o ekonomii społecznej',
      href: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20220001812',
    },
    { text: ', a dane są ' },
    { text: 'w systemie', href: '/badania/demonstracja/tabele' },
    { text: '. ' },
    { text: 'Pogrubienie kończy się w środku sło' },
    bold('wa'),
    { text: ' i tak ma zostać.' },
  ],
};

const list = (ordered: boolean): Block => ({
  kind: 'list',
  ordered,
  items: [
    [{ text: 'Skrócić czas oczekiwania na spotkanie' }],
    [
      { text: 'Uprościć dokumenty', footnote: 'Ocena zrozumiałości dokumentów: 3,09 w skali 1–5, n = 338.' },
      {
        text: ' i dać wzór z przykładem, tak aby klient mógł wypełnić je sam, bez pomocy doradcy i bez wizyty w biurze',
      },
    ],
    [{ text: 'Powiedzieć, kto w czym pomaga' }],
  ],
});

const summary: readonly Block[] = [
  { kind: 'heading', level: 1, text: '1. Streszczenie' },
  { kind: 'lead', text: 'Klienci chwalą doradców. Najwięcej kłopotu sprawiają im dokumenty i czas oczekiwania.' },
  ...sampleTree().blocks.filter(({ kind }) => kind === 'key-figures'),
  { kind: 'heading', level: 2, text: '1.1. Najważniejsze wyniki' },
  paragraph,
  list(false),
  { kind: 'callout', runs: [{ text: 'Wyniki są wstępne: badanie trwa do 30 listopada.' }] },
  {
    kind: 'quote',
    text: 'Doradczyni oddzwaniała tego samego dnia. Bez niej nie złożylibyśmy wniosku na czas.',
    source: 'Przedstawicielka spółdzielni socjalnej, wywiad 4',
  },
  list(true),
];

export const figure = (number: string): FigureBlock => ({
  kind: 'figure',
  number,
  proof: 'https://ewaluacja.przyklad.pl/dowody/3',
  figure: sampleFigure(),
  notes: ['Test z dla średnich, p < 0,05, poprawka Holma.', 'Dane nieważone.'],
});

export const table = (number: string, rows: number): TableBlock => ({
  kind: 'table',
  number,
  caption: 'Czas oczekiwania na spotkanie z doradcą według gminy, % w kolumnie',
  columns: [
    { label: 'Gmina', align: 'left' },
    { label: 'OWES A', align: 'right' },
    { label: 'OWES B', align: 'right' },
    { label: 'ROPS', align: 'right' },
    { label: 'n', align: 'right' },
  ],
  rows: [
    ...Array.from({ length: rows }, (_, row) => ({
      cells: [
        `Gmina ${row + 1}`,
        `${(row * 7) % 60}%`,
        row % 9 === 4 ? '†' : `${(row * 11) % 50}%`,
        '12%',
        `${row + 5}`,
      ],
    })),
    { cells: ['Razem', '61%', '33%', '51%', '341'], total: true },
  ],
  note: '† Mniej niż 5 odpowiedzi: wyniku nie pokazujemy.',
});

const quality: readonly Block[] = [
  { kind: 'heading', level: 1, text: '2. Jakość usług' },
  { kind: 'lead', text: 'Różnice między instytucjami dotyczą głównie czasu oczekiwania i dostępności.' },
  { kind: 'heading', level: 3, text: 'Nagłówek poziomu 3 zaraz po poziomie 1' },
  paragraph,
  figure('Rys. 1.'),
  paragraph,
  figure('Rys. 2.'),
  paragraph,
  list(false),
  { kind: 'heading', level: 2, text: '2.1. Dostępność w gminach' },
  table('Tab. 1.', 60),
  { kind: 'note', text: 'Źródło: ankieta internetowa (CAWI), n = 341.' },
];

const RECOMMENDATION = [
  'R1',
  'Uprościć formularze i dodać wzór z przykładem',
  'Klienci najniżej ocenili zrozumiałość dokumentów (3,09), a uważają ją za bardzo ważną (4,62).',
  'OWES A, OWES B',
  'Przegląd formularzy z pięcioma klientami, poprawa, próba z kolejnymi pięcioma',
  'I kw. 2027',
];

const recommendations: readonly Block[] = [
  { kind: 'orientation', orientation: 'landscape' },
  { kind: 'heading', level: 1, text: '3. Rekomendacje' },
  {
    kind: 'table',
    number: 'Tab. 2.',
    caption: 'Rekomendacje z badania',
    columns: [
      { label: 'Nr', align: 'left' },
      { label: 'Treść rekomendacji', align: 'left', weight: 3 },
      { label: 'Wniosek, z którego wynika', align: 'left', weight: 3 },
      { label: 'Adresat', align: 'left', weight: 1.4 },
      { label: 'Sposób wdrożenia', align: 'left', weight: 3 },
      { label: 'Termin', align: 'left' },
    ],
    rows: Array.from({ length: 14 }, () => ({ cells: RECOMMENDATION })),
  },
  { kind: 'orientation', orientation: 'portrait' },
  { kind: 'heading', level: 1, text: 'Aneks' },
  { kind: 'text', text: 'Wszystkie tabele są w pliku XLSX.' },
];

/** The same for the meeting: every heading of level 1 begins a slide. */
export const slides = (): ReportTree => ({
  about: { ...longTree().about, format: 'slides' },
  blocks: [cover, ...summary, ...quality],
});
