import type { Variable, VariableSet } from '../variables/variable';
import { bannersOf } from './banners';
import { categoryBlock } from './category-block';
import { groupsOf } from './groups';
import { membersOf, placesOfMembers } from './members';
import { numberBlock } from './number-block';
import { setBlock } from './set-block';
import { signaturesOf } from './signatures';
import type { TableContext } from './table-context';
import type { Block, RawTable, TableRequest } from './table';

/** Probability below which a difference is called significant. */
export const LEVEL = 0.05;

/**
 * Tabulates any variables of a data set by any others. Bases: percentages of those asked who answered, "don't know"
 * included; means of scale points only (domain 3.6). Weighted tables are estimated and tested by the design.
 *
 * @throws RangeError for a variable that the data set lacks or that cannot stand where it is put
 */
export const crossTable = (set: VariableSet, request: TableRequest, level = LEVEL): RawTable => {
  const context = contextOf(set, request, level);
  return {
    request,
    columns: context.banners.flatMap(({ columns }) => columns),
    blocks: request.rows.map((name) => blockOf(variableOf(set, name), context)),
    all: set.n,
    filtered: context.filtered === null ? set.n : placesOfMembers(context.filtered).length,
    signaturesOf: (name) => signaturesOf(variableOf(set, name), context),
    groupsOf: (name) => groupsOf(variableOf(set, name), context),
  };
};

const contextOf = (set: VariableSet, request: TableRequest, level: number): TableContext => {
  const { columns, weight, filter, merges = [], base = 'respondents' } = request;
  const filtered = membersOf(set, filter);
  const weights = weight === null ? null : unlessOnes(weightsOf(variableOf(set, weight)));
  return {
    banners: bannersOf(set, columns, merges),
    filtered,
    members: weights === null ? filtered : withWeight(filtered, weights),
    weights,
    sampleSize: weights === null ? set.n : countWeights(weights),
    level,
    merges,
    base,
  };
};

const variableOf = ({ variables }: VariableSet, name: string): Variable => {
  const variable = variables.get(name);
  if (variable === undefined) throw new RangeError(`No variable ${name}`);
  return variable;
};

const weightsOf = (variable: Variable): Float64Array => {
  if (variable.kind !== 'number') throw new RangeError(`${variable.name} is no number to weigh by`);
  return variable.values;
};

/** Weights of one change nothing: such a table is tested like any other. */
const unlessOnes = (weights: Float64Array): Float64Array | null =>
  weights.every((weight) => weight === 1) ? null : weights;

const counted = new WeakMap<Float64Array, number>();

/** Weights never change, so they are counted once. */
const countWeights = (weights: Float64Array): number => {
  const known = counted.get(weights) ?? countFrom(weights);
  counted.set(weights, known);
  return known;
};

const countFrom = (weights: Float64Array): number => {
  let count = 0;
  for (let at = 0; at < weights.length; at += 1) if ((weights[at] ?? NaN) >= 0 && weights[at] !== Infinity) count += 1;
  return count;
};

/** Who has no weight, or a negative one, cannot be counted. */
const withWeight = (filtered: Uint8Array | null, weights: Float64Array): Uint8Array | null => {
  if (countWeights(weights) === weights.length) return filtered;
  const members = new Uint8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1)
    if ((weights[at] ?? NaN) >= 0 && (filtered === null || filtered[at] === 1)) members[at] = 1;
  return members;
};

const blockOf = (variable: Variable, context: TableContext): Block => {
  switch (variable.kind) {
    case 'category':
      return categoryBlock(variable, context);
    case 'set':
      return setBlock(variable, context);
    case 'number':
      return numberBlock(variable, context);
    case 'text':
      throw new RangeError(`${variable.name} holds texts`);
  }
};
