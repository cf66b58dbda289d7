import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { TableRequest } from '../domain/tables';

export type { PublicationId } from '../../../platform/ids';

/** Where a table or number went: what is told there cannot be taken back. */
export interface PublicationPlace {
  readonly kind: 'view' | 'number' | 'finding' | 'report';
  readonly title: string;
  readonly address: string;
}

/** A table or number that others have seen, with all that is needed to make it again. */
export interface Publication {
  readonly id: PublicationId;
  readonly evaluationId: EvaluationId;
  /** From 1, in the order of publication. */
  readonly number: number;
  readonly dataset: string;
  readonly request: TableRequest;
  /** Probability below which a difference was called significant. */
  readonly level: number;
  /** Answers up to this sequence number. */
  readonly cut: number;
  readonly dataCut: string | null;
  readonly smallestGroup: number;
  /** By row variable: what its answers come from, columns told, and columns withheld because of what was told before. */
  readonly blocks: readonly PublishedBlock[];
  readonly place: PublicationPlace;
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export interface PublishedBlock {
  readonly variable: string;
  readonly sources: readonly string[];
  /** Places of columns. */
  readonly told: readonly number[];
  readonly withheld: readonly number[];
}
