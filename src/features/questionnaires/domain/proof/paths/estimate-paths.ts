import { seededRandom } from '../../../../../platform/random';
import type { CompiledVersion } from '../../compile-version';
import type { QuestionnaireDefinition } from '../../definition';
import { estimatePath, type PathEstimate } from '../../estimate-path';
import { stepsOf } from '../logic/steps';
import { makeReady } from '../made-ready';
import { groupsBySteers, type Steer } from './steers';
import { wayOf, waySteps, type WayStep } from './way';

export interface PathRange {
  readonly shortest: PathEstimate;
  /** Half of the ways tried are shorter. */
  readonly typical: PathEstimate;
  readonly longest: PathEstimate;
}

/** How long the questionnaire is for those who answer the steering questions alike. */
export interface PathGroup extends PathRange {
  /** Empty where nothing steers: everyone goes the same way. */
  readonly steers: readonly Steer[];
}

export interface PathEstimates {
  readonly all: PathRange;
  readonly groups: readonly PathGroup[];
}

/** Ways tried in all; they are shared out among the groups. */
const MOST_WAYS = 480;
/** Fields looked at in all, so that a long questionnaire takes as long as a short one. */
const MOST_FIELDS = 25_000;
const SEED = 2026;

/** Minutes and rows by the ways through a questionnaire; null while it has faults and nobody could walk it. */
export const estimatePaths = (definition: QuestionnaireDefinition): PathEstimates | null => {
  const { compiled } = makeReady(definition);
  return compiled === null ? null : estimatePathsOf(compiled);
};

/** Ways are tried at random among answers that matter to routing, the least and the most among them. */
export const estimatePathsOf = (compiled: CompiledVersion): PathEstimates => {
  const groups = groupsBySteers(stepsOf(compiled));
  const steps = waySteps(compiled);
  const ways = Math.min(MOST_WAYS, MOST_FIELDS / Math.max(1, compiled.fields.length));
  const tries = Math.max(12, Math.floor(ways / groups.length));
  const tried = groups.map((steers) => ({ steers, estimates: estimatesOf(compiled, steps, steers, tries) }));
  return {
    all: rangeOf(tried.flatMap(({ estimates }) => estimates)),
    groups: tried.map(({ steers, estimates }) => ({ steers, ...rangeOf(estimates) })),
  };
};

const estimatesOf = (
  compiled: CompiledVersion,
  steps: readonly WayStep[],
  steers: readonly Steer[],
  tries: number,
): readonly PathEstimate[] => {
  const random = seededRandom(SEED);
  const draws = [() => 0, () => 0.999, ...Array.from({ length: tries - 2 }, () => random)];
  return draws.map((draw) => estimatePath(compiled, wayOf(steps, steers, draw)));
};

const rangeOf = (estimates: readonly PathEstimate[]): PathRange => {
  const sorted = [...estimates].sort((a, b) => a.minutes - b.minutes || a.rows - b.rows);
  const at = (share: number): PathEstimate =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? { minutes: 0, rows: 0 };
  return { shortest: at(0), typical: at(0.5), longest: at(1) };
};
