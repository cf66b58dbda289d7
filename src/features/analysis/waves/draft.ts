import type { EvaluationId, Id } from '../../../platform/ids';
import type { Fieldwork } from '../domain/changes';
import type { WaveChoices } from '../domain/waves';

export type WaveDraftId = Id<'wave draft'>;

/** A file as it came. */
export interface KeptFile {
  /** What its sender called it: for messages, never for paths. */
  readonly name: string;
  readonly bytes: Buffer;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** What the last step asks. */
export interface WaveAbout {
  readonly title: string;
  readonly code: string;
  readonly source: string;
  readonly fieldwork: Fieldwork;
}

/** An older study on its way in: nothing of it is in any result. */
export interface WaveDraft {
  readonly id: WaveDraftId;
  readonly evaluationId: EvaluationId;
  readonly data: KeptFile;
  readonly codebook: KeptFile | null;
  readonly choices: WaveChoices;
  readonly about: WaveAbout;
  /** Counts changes, so that two windows do not undo one another. */
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A draft in a list, without its files. */
export interface DraftSummary {
  readonly id: WaveDraftId;
  readonly fileName: string;
  readonly title: string;
  readonly changedBy: string;
  readonly changedAt: Date;
}
