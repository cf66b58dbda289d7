import type { PublicationId } from '../../../platform/ids';
import type { Dimension } from '../../evaluations/domain';
import type { Claim, ConclusionId, FindingId } from '../../findings/domain';

/**
 * A conclusion as the group saw it: words and proof stay as they were when the meeting was opened, whatever is changed later. Numbers come from
 * frozen tables, which never change.
 */
export interface Material {
  readonly conclusion: ConclusionId;
  /** W5. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly dimensions: readonly Dimension[];
  readonly findings: readonly MaterialFinding[];
}

export interface MaterialFinding {
  readonly id: FindingId;
  readonly number: number;
  readonly title: string;
  /** Frozen tables of its evidence, in order. */
  readonly tables: readonly PublicationId[];
  readonly quotes: readonly { readonly text: string; readonly source: string }[];
  /** Numbers that its sentences were made of; absent in meetings that were opened before they were kept. */
  readonly said?: readonly MaterialClaim[];
}

export interface MaterialClaim {
  readonly table: PublicationId;
  /** As in a number's address: `udzial`, `srednia`, `nps`; null where it is not known. */
  readonly measure: string | null;
  readonly claim: Claim;
}

/** What the preliminary results were when the meeting was opened. */
export interface ResultsThen {
  readonly state: 'preliminary' | 'final';
  /** Calendar day of the data cut, and responses counted by then; null while there are none. */
  readonly dataCut: string | null;
  readonly n: number;
}
