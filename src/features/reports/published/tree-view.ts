import type { Translator } from '../../../platform/i18n';
import type { FigureCard } from '../../analysis';
import type { Cover, Facts, KeyFigure, Masthead, PaperQuestion } from '../domain';

/** A report tree as `views/reports/published/parts/blocks` shows it. */
export interface TreeView {
  readonly blocks: readonly BlockView[];
  /** Whether a cover or masthead names the report; otherwise the page has to. */
  readonly hasTitle: boolean;
  readonly contents: readonly ContentsEntry[];
  /** Texts of the report's own language, for its fixed words. */
  readonly t: Translator['t'];
  readonly lang: string;
}

export interface ContentsEntry {
  readonly anchor: string;
  readonly text: string;
  readonly level: 1 | 2 | 3;
}

export interface RunView {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Null where nothing is linked, or nothing that may be. */
  readonly href: string | null;
  /** Number of the footnote. */
  readonly note: number | null;
}

export interface TableView {
  readonly kind: 'table';
  /** Name of the scroll region: no two are the same. */
  readonly label: string;
  readonly caption: string | null;
  /** Rows of texts: cards on a phone. */
  readonly asCards: boolean;
  /** Its first column stays while the numbers are scrolled. */
  readonly isWide: boolean;
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[]; readonly isTotal: boolean }[];
  readonly note: string | null;
  readonly proof: string | null;
}

export type BlockView =
  | ({ readonly titleTag: 'h1' | 'p' } & Masthead)
  | ({ readonly titleTag: 'h1' | 'p' } & Cover)
  | {
      readonly kind: 'contents';
      readonly title: string;
      readonly anchor: string;
      readonly rank: number;
      readonly entries: readonly ContentsEntry[];
    }
  | { readonly kind: 'heading'; readonly anchor: string; readonly rank: number; readonly text: string }
  | { readonly kind: 'paragraph' | 'callout'; readonly runs: readonly RunView[] }
  | { readonly kind: 'list'; readonly tag: 'ol' | 'ul'; readonly items: readonly (readonly RunView[])[] }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'lead' | 'text' | 'note'; readonly text: string }
  | { readonly kind: 'key-figures'; readonly items: readonly KeyFigure[] }
  | {
      readonly kind: 'numbered-findings';
      readonly items: readonly { readonly title: string; readonly text: string }[];
    }
  | Facts
  | { readonly kind: 'figure'; readonly figure: FigureCard & { readonly level: number } }
  | TableView
  | { readonly kind: 'columns'; readonly columns: readonly (readonly BlockView[])[] }
  | { readonly kind: 'group'; readonly className: 'on-side' | 'slide'; readonly blocks: readonly BlockView[] }
  | { readonly kind: 'page-break' }
  | PaperQuestion
  | { readonly kind: 'footnotes'; readonly notes: readonly { readonly number: number; readonly text: string }[] };
