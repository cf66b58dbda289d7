import type { Figure } from '../../analysis/domain';
import type { PaperQuestion } from './paper-question';

/** A report as data: what it says about itself and its blocks in reading order. Every text is ready to be printed. */
export interface ReportTree {
  readonly about: ReportAbout;
  readonly blocks: readonly Block[];
}

export interface ReportAbout {
  readonly title: string;
  readonly subject: string;
  /** The institution that answers for the document. */
  readonly author: string;
  readonly language: 'pl' | 'en' | 'uk' | 'pl-etr';
  readonly state: 'preliminary' | 'final';
  /** Calendar day of the data cut, `2026-11-18`; also the creation date of the file. */
  readonly dataCut: string;
  /** Answers counted in the report. */
  readonly n: number;
  readonly demonstration: boolean;
  readonly running: RunningLines;
  /** Absent: A4 upright. `slides`: 16:9, every heading of level 1 begins a slide. */
  readonly format?: 'a4' | 'slides';
  /** Files inside the file: figures' data for those who want to count. With them the file is PDF/A-3a instead of 2a. */
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  /** `tabela-3.csv`. */
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

/** What stands in the margins of each page. */
export interface RunningLines {
  /** Head of every page but the first: the study on the left, the document on the right. */
  readonly study: string;
  readonly document: string;
  /** Foot of every page: state, day of the data cut, n. */
  readonly status: string;
  /** Foot of every page: how the answers were collected and what an interval is. */
  readonly method: string;
  /** Present in a demonstration only: `Dane demonstracyjne`. */
  readonly demonstrationMark?: string;
}

export type Block =
  | Masthead
  | Cover
  /** Headings of levels 1 to `depth` with their pages; drawn last. */
  | { readonly kind: 'contents'; readonly title: string; readonly depth: 1 | 2 | 3 }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Text with simple formatting and footnotes. */
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'callout'; readonly runs: readonly Run[] }
  /** What follows stands on pages of this orientation, from a new page on. */
  | { readonly kind: 'orientation'; readonly orientation: 'portrait' | 'landscape' }
  | { readonly kind: 'lead' | 'text' | 'note'; readonly text: string }
  | KeyFigures
  | NumberedFindings
  | Facts
  | FigureBlock
  | TableBlock
  | Columns
  | PaperQuestion
  | { readonly kind: 'page-break' };

export type BlockKind = Block['kind'];

/** The head of a short report, in place of a cover. */
export interface Masthead {
  readonly kind: 'masthead';
  readonly commissioner: string;
  readonly region: string;
  readonly title: string;
  readonly subtitle: string;
}

/** A piece of text with one look. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
  /** Printed at the foot of the page, or at the end of the HTML. */
  readonly footnote?: string;
}

/** The first page of a long report. */
export interface Cover {
  readonly kind: 'cover';
  readonly commissioner: string;
  readonly region: string;
  readonly title: string;
  readonly subtitle: string;
  /** `Wyniki wstępne`, `Wyniki końcowe, wersja 2`. */
  readonly state: string;
  /** Data cut, n, authors, each a line. */
  readonly lines: readonly string[];
  /** What this version mends; absent: nothing. */
  readonly erratum?: string;
}

export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly items: readonly KeyFigure[];
}

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly context: string;
}

export interface NumberedFindings {
  readonly kind: 'numbered-findings';
  readonly items: readonly { readonly title: string; readonly text: string }[];
}

/** Names and what they are: day, place; or who signed, and when. */
export interface Facts {
  readonly kind: 'facts';
  readonly look: 'lines' | 'signatures';
  readonly items: readonly { readonly name: string; readonly text: string; readonly note?: string }[];
}

/** One figure of the analysis; its title, legend, alternative text and chart come from there unchanged. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly figure: Figure;
  /** `Rys. 3.`; absent in short reports. */
  readonly number?: string;
  /** Where the published numbers can be checked: an address of the frozen table. */
  readonly proof?: string;
  /** The notes that matter on paper, each a sentence. */
  readonly notes: readonly string[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** `Tab. 3.`; absent in short reports. */
  readonly number?: string;
  readonly proof?: string;
  /** Absent where a heading right above names the table. */
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly note?: string;
  /** A table of texts: on a phone each row stands as a card. */
  readonly asCards?: true;
}

export interface TableColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Part of the width beside other columns, for columns of text; absent: by content. */
  readonly weight?: number;
}

/** The first cell names the row. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly total?: true;
}

/** Blocks side by side, read left column first; never torn over two pages. */
export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly (readonly Block[])[];
}
