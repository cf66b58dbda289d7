import type { Variable, VariableSet } from '../variables/variable';
import { groupBy } from './group-by';
import { pointsOf, scalePoints } from './points';

/** Comparison codes of the questions that sum up everything, the first is preferred. */
const OUTCOMES = ['overall-rating', 'recommendation'] as const;

const TECHNICAL = new Set(['weight', 'stratum', 'cluster', 'fpc', 'id', 'text']);

/** Whether answers are points that may be correlated: a scale of three or more, or a number. */
export const isMeasured = (variable: Variable): boolean =>
  variable.sensitive !== true &&
  !TECHNICAL.has(variable.level) &&
  variable.origin?.kind !== 'weight' &&
  variable.origin?.kind !== 'dimension' &&
  variable.level !== 'nominal' &&
  (variable.kind === 'number' || scalePoints(variable).length >= 3);

const comparisonCodeOf = ({ origin }: Variable): string | null =>
  origin?.kind === 'item' ? origin.comparisonCode : null;

/** The overall rating, or else the recommendation; null where neither is asked. */
export const chooseOutcome = ({ variables }: VariableSet): Variable | null => {
  const measured = [...variables.values()].filter(isMeasured);
  for (const code of OUTCOMES) {
    const found = measured.find((variable) => comparisonCodeOf(variable) === code);
    if (found !== undefined) return found;
  }
  return null;
};

const RATINGS = new Set(['AGREE5', 'SAT5', 'QUAL5']);
const FEWEST_STATEMENTS = 3;
/** A battery that few of the judges were asked leaves too few complete answers. */
const LEAST_COVERAGE = 0.4;

/**
 * The battery of ratings with the most statements that two fifths of those who gave the outcome answered in full: the
 * ratings of importance pairs first, because they are the same aspects.
 *
 * @param preferred code of the question whose rows come first; null: none
 */
export const chooseDrivers = (
  set: VariableSet,
  outcome: Variable,
  members: Uint8Array,
  preferred: string | null,
): readonly Variable[] => {
  const batteries = groupBy([...set.variables.values()].filter(isStatement), itemOf);
  const judged = pointsOf(outcome);
  if (judged === null) return [];
  const answered = countComplete([judged], members);
  const usable = [...batteries]
    .filter(([, rows]) => rows.length >= FEWEST_STATEMENTS && !rows.includes(outcome))
    .filter(([, rows]) => countComplete([judged, ...rows.flatMap(knownPoints)], members) >= LEAST_COVERAGE * answered)
    .toSorted(([, a], [, b]) => b.length - a.length);
  return (usable.find(([item]) => item === preferred) ?? usable[0])?.[1] ?? [];
};

const isStatement = (variable: Variable): boolean =>
  isMeasured(variable) &&
  variable.origin?.kind === 'item' &&
  variable.origin.row !== null &&
  variable.origin.scale !== null &&
  RATINGS.has(variable.origin.scale);

const itemOf = ({ origin, name }: Variable): string => (origin?.kind === 'item' ? origin.item : name);

const knownPoints = (variable: Variable) => pointsOf(variable) ?? [];

/** Members who gave a point in every column. */
export const countComplete = (columns: readonly Float64Array[], members: Uint8Array): number => {
  let count = 0;
  for (let at = 0; at < members.length; at += 1)
    if (members[at] === 1 && columns.every((column) => !Number.isNaN(column[at]))) count += 1;
  return count;
};
