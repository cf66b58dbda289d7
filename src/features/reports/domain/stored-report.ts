import type { EvaluationId, Id, PublicationId } from '../../../platform/ids';
import type { FindingId } from '../../findings/domain';
import type { FilterCondition, Merge, TableRequest } from '../../analysis/domain';

export type ReportId = Id<'report'>;
export type BlockId = Id<'report block'>;

/** Ready structures, and one that begins empty. */
export const REPORT_KINDS = [
  'summary',
  'preliminary',
  'full',
  'scorecard',
  'recommendations',
  'slides',
  'public',
  'annex',
  'own',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export type ReportLanguage = 'pl' | 'en';

/** A report while it is written. */
export interface StoredReport {
  readonly id: ReportId;
  readonly evaluationId: EvaluationId;
  readonly kind: ReportKind;
  /** Of a scorecard: the institution it is about; null otherwise. */
  readonly institution: string | null;
  readonly language: ReportLanguage;
  readonly title: string;
  readonly blocks: readonly EditorBlock[];
  /** Grows with each saved change. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
}

export type EditorBlock = { readonly id: BlockId } & BlockContent;

export type BlockContent =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Simple formatting: **bold**, *italic*, lists, links; see `readRichText`. */
  | { readonly kind: 'lead' | 'text' | 'note' | 'callout'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'page-break' }
  | {
      readonly kind: 'data';
      readonly display: 'table' | 'figure' | 'both';
      readonly source: DataSource;
      readonly title: string;
    }
  /** Title, sentence, frozen table or figure and quotes of a finding. */
  | { readonly kind: 'finding'; readonly finding: FindingId; readonly display: 'text' | 'table' | 'figure' | 'both' }
  | { readonly kind: 'generated'; readonly what: GeneratedPart };

/** A table asked for as the tables page asks for it; title empty: that of the question. */
export type DataSource =
  /** Counted anew whenever the report is drawn. */
  | ({ readonly kind: 'live' } & LiveSource)
  /** As it was told; `asked` allows to make it live again. */
  | { readonly kind: 'frozen'; readonly publication: PublicationId; readonly asked: LiveSource };

export interface LiveSource {
  readonly dataset: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly weight: string | null;
  readonly filter: readonly FilterCondition[];
  /** Categories shown as one; only generated parts ask so: a scorecard has all other institutions as one. */
  readonly merges?: readonly Merge[];
}

/** What a source asks of its data set. */
export const requestOf = ({ rows, columns, weight, filter, merges }: LiveSource): TableRequest => ({
  rows,
  columns,
  weight,
  filter,
  ...(merges === undefined ? {} : { merges }),
});

/** Parts that are written from the evaluation itself each time. */
export const GENERATED_PARTS = [
  'cover',
  'contents',
  'key-figures',
  'key-findings',
  'method',
  'sample',
  'matrix',
  'results-by-criterion',
  'results-by-module',
  'institutions',
  'spheres',
  'scorecard',
  'conclusions',
  'recommendations-simple',
  'recommendations-extended',
  'questions-for-discussion',
  'all-tables',
  'questionnaires',
  'plain-language',
  'english-summary',
] as const;
export type GeneratedPart = (typeof GENERATED_PARTS)[number];

export type PublishedReportId = Id<'published report'>;

/** A version of a report that was given out: it never changes. */
export interface PublishedReport {
  readonly id: PublishedReportId;
  readonly report: ReportId;
  readonly evaluationId: EvaluationId;
  readonly kind: ReportKind;
  readonly institution: string | null;
  readonly language: ReportLanguage;
  readonly title: string;
  /** 1, 2, … of this report. */
  readonly version: number;
  readonly state: 'preliminary' | 'final';
  /** What the version mends in the one before; required after a final version, null for the first. */
  readonly erratum: string | null;
  /** Every frozen table in it. */
  readonly publications: readonly PublicationId[];
  /** Of the tree, base64url; the tree itself is kept beside. */
  readonly hash: string;
  readonly dataCut: string | null;
  readonly n: number;
  readonly pages: number;
  readonly bytes: number;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}
