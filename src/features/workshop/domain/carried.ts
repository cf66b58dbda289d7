import type { ImplementationStatus } from '../../findings/domain';

/** What was agreed before and how it stands: "co zrobiliśmy". */
export interface CarriedItem {
  /** `U3`, `R1`. */
  readonly code: string;
  readonly text: string;
  /** Names of those who are to do it. */
  readonly addressees: readonly string[];
  readonly person: string;
  readonly due: string | null;
  readonly status: ImplementationStatus;
  readonly isOverdue: boolean;
  /** What was reported last; empty: nothing yet. */
  readonly report: string;
  /** Page of the register. */
  readonly address: string;
}
