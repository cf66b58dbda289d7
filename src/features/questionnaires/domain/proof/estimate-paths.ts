import type { QuestionnaireDefinition } from '../definition';
import type { PathEstimate } from '../estimate-path';

/** One answer that steers the way: `K1` = `pes`. */
export interface Steer {
  readonly item: string;
  /** Codes of the choices that lead the same way. */
  readonly choices: readonly string[];
}

/** How long the questionnaire is for those who answer the steering questions alike. */
export interface PathGroup {
  readonly steers: readonly Steer[];
  readonly shortest: PathEstimate;
  readonly typical: PathEstimate;
  readonly longest: PathEstimate;
}

export interface PathEstimates {
  readonly all: Omit<PathGroup, 'steers'>;
  readonly groups: readonly PathGroup[];
}

/** Minutes and rows by the ways through a questionnaire; null while it has faults and nobody could walk it. */
export const estimatePaths = (_definition: QuestionnaireDefinition): PathEstimates | null => null;
