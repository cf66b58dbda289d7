import type { Connection } from '../../../platform/storage';
import type { ExtendSet } from '../datasets';
import { deriveAll, type DerivedSet } from '../domain/derived';
import type { VariableSet } from '../domain/variables/variable';
import { keepDefinitions, type Definitions } from './keep-definitions';
import { createVariableStore } from './store';

export interface ExtendSetNeeds {
  readonly connection: Connection;
}

/** Adds the derived variables of a data set; nothing is worked out before somebody reads the answers. */
export const extendWithDerived = ({ connection }: ExtendSetNeeds): ExtendSet => {
  const definitionsOf = keepDefinitions(createVariableStore(connection));
  return async (evaluationId, dataset, set) => {
    const definitions = await definitionsOf({ evaluationId, dataset });
    return definitions.revision === 0 ? set : derivedOf(set, definitions).set;
  };
};

const made = new WeakMap<VariableSet, { readonly revision: number; readonly derived: DerivedSet }>();

/** Made once for the same answers and the same definitions, so that what was worked out is not worked out again. */
export const derivedOf = (set: VariableSet, definitions: Definitions): DerivedSet => {
  const known = made.get(set);
  if (known?.revision === definitions.revision) return known.derived;
  const derived = deriveAll(set, definitions);
  made.set(set, { revision: definitions.revision, derived });
  return derived;
};
