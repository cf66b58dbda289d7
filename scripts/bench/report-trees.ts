import type { Figure } from '../../src/features/analysis';
import type { Block, ReportTree, TableBlock } from '../../src/features/reports/domain';

type About = ReportTree['about'];

const CHARTS = 12;
const TABLES = 15;
const CHAPTERS = 6;
const ANNEX_TABLES = 98;
const ANNEX_ROWS = 60;

const SENTENCES =
  'Klienci wysoko oceniają kompetencje i życzliwość doradców, a najniżej zrozumiałość dokumentów i czas oczekiwania na ' +
  'spotkanie. Różnice między instytucjami są istotne tylko w dwóch sprawach, a ich wielkość jest umiarkowana. ';

/** About 20 pages: cover, contents, six chapters with 12 of the demonstration's charts and 15 tables, recommendations on their side. */
export const twentyPages = (about: About, figures: readonly Figure[], edition: string): ReportTree => {
  const drawn = figures.filter(({ chart }) => chart !== null);
  const chapters = Array.from({ length: CHAPTERS }, (_, at) => chapter(at, drawn)).flat();
  return {
    about: { ...about, subject: `Raport ${edition}` },
    blocks: [
      { kind: 'cover', commissioner: about.author, region: '', title: about.title, subtitle: '', state: '', lines: [] },
      { kind: 'contents', title: 'Spis treści', depth: 2 },
      ...chapters,
      { kind: 'orientation', orientation: 'landscape' },
      { kind: 'heading', level: 1, text: 'Rekomendacje' },
      ...Array.from({ length: TABLES - CHAPTERS * 2 }, (_, at) => recommendations(at)),
    ],
  };
};

const chapter = (at: number, figures: readonly Figure[]): readonly Block[] => [
  { kind: 'heading', level: 1, text: `${at + 1}. Rozdział o jakości usług` },
  { kind: 'lead', text: 'Klienci chwalą doradców; najwięcej kłopotu sprawiają im dokumenty.' },
  ...Array.from({ length: CHARTS / CHAPTERS }, (_, part) => section(at, part, figures)).flat(),
];

const section = (at: number, part: number, figures: readonly Figure[]): readonly Block[] => {
  const number = at * 2 + part;
  const figure = figures[number % figures.length];
  return [
    { kind: 'heading', level: 2, text: `${at + 1}.${part + 1}. Wyniki` },
    {
      kind: 'paragraph',
      runs: [
        { text: SENTENCES, footnote: 'Dane nieważone.' },
        { text: 'Podsumowanie.', bold: true },
      ],
    },
    ...(figure === undefined
      ? []
      : [{ kind: 'figure', number: `Rys. ${number + 1}.`, figure, notes: figure.notes } as const]),
    { kind: 'list', ordered: false, items: [[{ text: SENTENCES }]] },
    tableOf(number, 6),
  ];
};

const tableOf = (number: number, rows: number): TableBlock => ({
  kind: 'table',
  number: `Tab. ${number + 1}.`,
  caption: 'Czas oczekiwania na spotkanie z doradcą, % w kolumnie',
  columns: [
    { label: 'Odpowiedź', align: 'left' },
    ...['OWES A', 'OWES B', 'ROPS', 'Ogółem', 'n'].map((label) => ({ label, align: 'right' as const })),
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    cells: [
      `Odpowiedź o numerze ${row + 1}`,
      ...[7, 11, 13, 17, 19].map((by) => `${(row * by + number) % 100},${row % 10}%`),
    ],
  })),
  note: '† Mniej niż 5 osób.',
});

const recommendations = (at: number): TableBlock => ({
  kind: 'table',
  number: `Tab. ${CHAPTERS * 2 + at + 1}.`,
  caption: 'Rekomendacje',
  columns: [
    { label: 'Nr', align: 'left' },
    { label: 'Treść', align: 'left', weight: 3 },
    { label: 'Wniosek', align: 'left', weight: 3 },
    { label: 'Adresat', align: 'left', weight: 1 },
    { label: 'Termin', align: 'left' },
  ],
  rows: Array.from({ length: 8 }, (_, row) => ({
    cells: [`R${row + 1}`, SENTENCES, SENTENCES, 'OWES A, OWES B', 'I kw. 2027'],
  })),
});

/** 200 pages of tables and nothing else. */
export const annex = (about: About, edition: string): ReportTree => ({
  about: { ...about, subject: `Aneks ${edition}` },
  blocks: [
    { kind: 'contents', title: 'Spis treści', depth: 1 },
    ...Array.from({ length: ANNEX_TABLES }, (_, at): readonly Block[] => [
      { kind: 'heading', level: 1, text: `Pytanie ${at + 1}` },
      tableOf(at, ANNEX_ROWS),
    ]).flat(),
  ],
});
