import { ExpressionError, parseExpression } from '../../../questionnaires/domain';
import type { Variable } from '../variables/variable';
import { DERIVED_LIMITS, type Derivation } from './derivation';
import { faultOf, type DerivationFault } from './fault';
import { pointsSignature } from './scale';
import { sourcesOf } from './sources-of';
import { workOf, type Lookup } from './work-out-expression';

/** Where a source is named in each kind of definition. */
export const SOURCE_FIELDS: Readonly<Record<Derivation['kind'], string>> = {
  recode: 'source',
  bands: 'source',
  count: 'source',
  mark: 'source',
  scale: 'items',
  expression: 'expression',
};

/** Why nothing can be worked out from these variables: asked when a definition is saved, and again at every new answer. */
export const faultsOfSources = (derivation: Derivation, lookup: Lookup, n: number): readonly DerivationFault[] => {
  const field = SOURCE_FIELDS[derivation.kind];
  const faults = sourcesOf(derivation).flatMap((name): readonly DerivationFault[] => {
    const variable = lookup(name);
    if (variable === undefined) return [faultOf('source-gone', field, { name })];
    return isUsable(derivation, variable) ? [] : [faultOf('source-kind', field, { name })];
  });
  if (faults.length > 0 || derivation.kind !== 'expression') return faults;
  return isTooHeavy(derivation.text, lookup, n) ? [faultOf('too-heavy', field)] : [];
};

const isUsable = (derivation: Derivation, variable: Variable): boolean => {
  switch (derivation.kind) {
    case 'recode':
      return variable.kind === 'category';
    case 'bands':
      return variable.kind === 'number';
    case 'count':
    case 'mark':
      return variable.kind === 'set';
    case 'scale':
      return pointsSignature(variable) !== '';
    case 'expression':
      return variable.kind !== 'text';
  }
};

const isTooHeavy = (text: string, lookup: Lookup, n: number): boolean => {
  try {
    return workOf(parseExpression(text), lookup, n) > DERIVED_LIMITS.work;
  } catch (error) {
    if (error instanceof ExpressionError) return true;
    throw error;
  }
};
