import type { FigureChart } from './figure-chart';

export type FigureKind = 'intervals' | 'agreement' | 'nps' | 'bars' | 'ranking';

/**
 * One finding, described once and drawn by two pens: Chart.js on a canvas in the browser, the same Chart.js through a
 * Canvas-to-pdfkit adaptor on paper. Plain JSON throughout; every text is ready to be read in one locale. Made only
 * from disclosed results.
 */
export interface Figure {
  /** Stable in the evaluation, safe in addresses: `owes-clients.J.institutions`. */
  readonly id: string;
  readonly kind: FigureKind;
  /** The finding as a sentence. */
  readonly title: string;
  /** Measure, question number and scale. */
  readonly sub: string;
  /** What a person hears who does not see the chart: a sentence with numbers. */
  readonly alt: string;
  /** Base, test, missing answers, hidden groups, axis. */
  readonly notes: readonly string[];
  /** What nobody may overlook when comparing: changed words, answers left out. Absent where nothing is to be flagged. */
  readonly flags?: readonly string[];
  /** The questions it tells of, in the first of the questionnaires that ask them; absent on paper made by hand. */
  readonly asked?: { readonly questionnaire: string; readonly fields: readonly string[] };
  readonly legend: readonly LegendEntry[];
  readonly table: FigureTable;
  /** Answers as bars, each a door to the people who gave it; absent in figures of another kind. */
  readonly bars?: readonly FigureBar[];
  /** Takes half of a wide page. */
  readonly half: boolean;
  /** Absent when no group is large enough to be drawn; the table then says why. */
  readonly chart: FigureChart | null;
}

export interface FigureBar {
  readonly label: string;
  /** `47%`, or a number of people. */
  readonly text: string;
  /** 0 to 1; null where no share may be told. */
  readonly share: number | null;
  /** Code of the answer, by which everything else can be filtered; null where it must not be. */
  readonly choice: string | null;
  readonly isChosen: boolean;
}

export type Mark = 'circle' | 'rect' | 'triangle' | 'rectRot' | 'square' | 'outline';

export interface LegendEntry {
  /** Colour token; absent for entries of text alone. */
  readonly colour?: string;
  /** Shape of a series; `square` for a segment of a bar, `outline` for an empty one. */
  readonly mark?: Mark;
  /** Letter by which significance marks call this series. */
  readonly letter?: string;
  readonly text: string;
  /** `n = 158`, in a quieter colour. */
  readonly note?: string;
}

export interface FigureTable {
  readonly head: readonly HeadCell[];
  readonly rows: readonly TableRow[];
}

export interface HeadCell {
  readonly text: string;
  readonly sub?: string;
}

export interface TableRow {
  readonly label: string;
  readonly sub?: string;
  readonly cells: readonly TableCell[];
  /** Summary rows stand out. */
  readonly strong?: true;
}

export interface TableCell {
  readonly text: string;
  /** Interval or n below the value. */
  readonly sub?: string;
  /** Significantly lower than these series: `A`. */
  readonly lowerThan?: string;
  /** The unrounded number behind the text; null when it is not defined or hidden. */
  readonly value: number | null;
  readonly hidden?: true;
}
