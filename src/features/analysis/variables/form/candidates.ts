import { pointsSignature, type DerivationKind } from '../../domain/derived';
import type { Variable, VariableSet } from '../../domain/variables/variable';

const KINDS: Readonly<Record<DerivationKind, Variable['kind'] | null>> = {
  recode: 'category',
  bands: 'number',
  scale: 'category',
  count: 'set',
  mark: 'set',
  expression: null,
};

/** Variables that a definition of this kind can begin with; for a scale one of each battery. */
export const candidatesFor = ({ variables }: VariableSet, kind: DerivationKind): readonly Variable[] => {
  const usable = [...variables.values()].filter((variable) => variable.kind === KINDS[kind]);
  if (kind !== 'scale') return usable;
  const first = new Map<string, Variable>();
  for (const variable of usable) {
    const family = familyOf(variable);
    if (pointsSignature(variable) !== '' && !first.has(family)) first.set(family, variable);
  }
  return [...first.values()].filter((variable) => itemsBeside(variables, variable).length > 1);
};

/** Rows of one battery share an item; columns of a wave share their points. */
const familyOf = (variable: Variable): string =>
  JSON.stringify([
    pointsSignature(variable),
    variable.origin?.kind === 'item' && variable.origin.row !== null ? variable.origin.item : '',
  ]);

/** Items that one scale could be made of together with this one. */
export const itemsBeside = (variables: ReadonlyMap<string, Variable>, anchor: Variable): readonly Variable[] => {
  const family = familyOf(anchor);
  return [...variables.values()].filter(
    (variable) => pointsSignature(variable) !== '' && familyOf(variable) === family,
  );
};
