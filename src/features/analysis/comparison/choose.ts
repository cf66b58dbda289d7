import { INSTITUTION, MOST_UNITS } from '../domain/comparison';
import type { CategoryVariable, Variable, VariableSet } from '../domain/variables/variable';
import { unknownVariable } from '../tables/problems';
import { notGroups } from './problems';

/** @returns null where nothing is asked for and the data set has no groups */
export const chooseUnit = (
  { variables }: VariableSet,
  candidates: readonly CategoryVariable[],
  wanted: string,
): CategoryVariable | null => {
  if (wanted === '') {
    const institution = variables.get(INSTITUTION);
    if (institution?.kind === 'category') return institution;
    return candidates[0] ?? null;
  }
  if (!variables.has(wanted)) throw unknownVariable({ name: wanted });
  const chosen = candidates.find(({ name }) => name === wanted);
  const institution = wanted === INSTITUTION ? variables.get(wanted) : undefined;
  if (chosen === undefined && institution?.kind !== 'category') throw notGroups({ name: wanted, most: MOST_UNITS });
  return chosen ?? (institution as CategoryVariable);
};

const MOST_CANDIDATES = 40;

/** Variables in which clients may differ: who they are and what they came for, not what they think. */
export const mixCandidates = ({ variables }: VariableSet, unit: string): readonly Variable[] =>
  [...variables.values()]
    .filter(
      (variable) =>
        (variable.kind === 'category' || variable.kind === 'set') &&
        variable.name !== unit &&
        variable.sensitive !== true &&
        isOfClient(variable),
    )
    .slice(0, MOST_CANDIDATES);

const isOfClient = ({ origin, name }: Variable): boolean => {
  if (origin?.kind === 'item') return origin.criterion === 'profil' || name === 'U1';
  return origin?.kind !== 'weight' && name !== INSTITUTION;
};
