import type { EvaluationId, Id, PublicationId } from '../../../platform/ids';
import type { Criterion, Dimension } from '../../evaluations/domain';
import type { Claim } from './claim';

export type FindingId = Id<'finding'>;
export type EvidenceId = Id<'evidence'>;

/** Wynik: what the data say, with everything that proves it. */
export interface Finding {
  readonly id: FindingId;
  readonly evaluationId: EvaluationId;
  /** From 1 in the evaluation, never used twice. */
  readonly number: number;
  /** The finding as a sentence. */
  readonly title: string;
  readonly text: string;
  readonly dimensions: readonly Dimension[];
  readonly criterion: Criterion | null;
  readonly tone: Tone;
  readonly evidence: readonly Evidence[];
  readonly state: WorkState;
  readonly log: WorkLog;
}

export const TONES = ['strength', 'problem', 'neutral'] as const;
export type Tone = (typeof TONES)[number];

/** Only what is ready goes to reports by itself. */
export const WORK_STATES = ['draft', 'ready'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Who made and changed a thing; `revision` grows with each change, and a form sent from an older one is refused. */
export interface WorkLog {
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** Two or more kinds of sources that say the same: triangulation. */
export type Evidence = TableEvidence | QuoteEvidence | NoteEvidence;

/** A frozen table, with what in it the finding is about. */
export interface TableEvidence {
  readonly kind: 'table';
  readonly id: EvidenceId;
  readonly publication: PublicationId;
  readonly focus: Focus | null;
  /** What the rules say of it; null where they have nothing to say. */
  readonly claim: Claim | null;
  /** The sentence the rules made, before the evaluator changed it. */
  readonly draft: string;
}

/** A checked quote, copied so that it stays. */
export interface QuoteEvidence {
  readonly kind: 'quote';
  readonly id: EvidenceId;
  readonly quote: string;
  readonly text: string;
  /** Question and at most two attributes, as they may be printed. */
  readonly source: string;
}

export const NOTE_METHODS = [
  'idi',
  'fgi',
  'desk-research',
  'monitoring',
  'case-study',
  'mystery-client',
  'other',
] as const;
export type NoteMethod = (typeof NOTE_METHODS)[number];

/** What was heard in an interview or read in a document. */
export interface NoteEvidence {
  readonly kind: 'note';
  readonly id: EvidenceId;
  readonly method: NoteMethod;
  readonly text: string;
  /** Who or what, without names of persons: "przedstawicielka PCPR". */
  readonly source: string;
  /** Calendar day; null where it does not matter. */
  readonly day: string | null;
}

/** The one number, or the one comparison, that a sentence is made about. */
export interface Focus {
  readonly variable: string;
  /** As in a number's address: `udzial`, `srednia`, `dwie-najwyzsze`, `nps`. */
  readonly measure: string;
  /** Row codes counted together; empty for a summary. */
  readonly codes: readonly string[];
  /** A column of the table; null: everyone. */
  readonly column: ColumnReference | null;
  /** What it is compared with; null: nothing. */
  readonly against: ColumnReference | null;
}

export interface ColumnReference {
  readonly variable: string;
  readonly code: string;
}

/** How well a finding is proven (screen 11): one source is weak, two kinds or a large survey base are medium, three are strong. */
export type Strength = 'none' | 'weak' | 'medium' | 'strong';
