import { membersOf } from '../tables/members';
import type { Variable, VariableSet } from '../variables/variable';
import type { ComparisonRequest } from './comparison';
import type { Weighting } from './estimate';
import type { Counting } from './measured';
import { unitsOf } from './units';

/** What every item of one comparison shares. */
export interface ComparisonContext {
  readonly counting: Counting;
  readonly weighting: Weighting | null;
  readonly request: ComparisonRequest;
  /** Members of every filter that asks for less; null = everyone. */
  readonly weaker: readonly (Uint8Array | null)[];
  /** Fewest people that may be told apart. */
  readonly smallestGroup: number;
}

/** @throws RangeError for a variable that the data set lacks or that cannot stand where it is put */
export const contextOf = (set: VariableSet, request: ComparisonRequest, smallestGroup: number): ComparisonContext => {
  const unit = set.variables.get(request.unit);
  if (unit?.kind !== 'category') throw new RangeError(`${request.unit} has no groups`);
  const weights = request.weight === null ? null : unlessOnes(set.variables.get(request.weight));
  const membersBy = (filter: ComparisonRequest['filter']): Uint8Array | null => {
    const filtered = membersOf(set, filter);
    return weights === null ? filtered : withWeight(weights, filtered);
  };
  return {
    counting: {
      units: unitsOf(unit),
      members: membersBy(request.filter),
      weights,
    },
    weighting: weights && { sampleSize: weights.reduce((count, value) => count + Number(value >= 0), 0) },
    request,
    weaker: waysToLeaveOut(request.filter).map(membersBy),
    smallestGroup,
  };
};

/** Every subset of the conditions but the whole. */
const waysToLeaveOut = (filter: ComparisonRequest['filter']): readonly ComparisonRequest['filter'][] =>
  Array.from({ length: 2 ** filter.length - 1 }, (_, mask) => filter.filter((__, at) => (mask & (1 << at)) !== 0));

/** Weights of one change nothing: such answers are tested like any others. */
const unlessOnes = (variable: Variable | undefined): Float64Array | null => {
  if (variable?.kind !== 'number') throw new RangeError('Weights are numbers');
  return variable.values.every((weight) => weight === 1) ? null : variable.values;
};

/** Who has no weight, or a negative one, cannot be counted. */
const withWeight = (weights: Float64Array, filtered: Uint8Array | null): Uint8Array =>
  Uint8Array.from(weights, (weight, at) => Number(weight >= 0 && (filtered === null || filtered[at] === 1)));
