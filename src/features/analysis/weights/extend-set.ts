import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { ExtendSet } from '../datasets';
import { ExtendedVariables } from '../domain/derived';
import { weigh } from '../domain/weights';
import { LEFT_EMPTY, type NumberVariable, type Variable, type VariableSet } from '../domain/variables/variable';
import { createWeightStore, type WeightVersion } from './store';

export interface ExtendSetNeeds {
  readonly connection: Connection;
}

interface Extended {
  readonly versions: string;
  readonly set: VariableSet;
}

/**
 * Adds the saved weights of a data set: `waga_region` is the newest version, `waga_region@1` the first. Nothing is worked
 * out before somebody reads the values.
 */
export const extendWithWeights = ({ connection }: ExtendSetNeeds): ExtendSet => {
  const store = createWeightStore(connection);
  const known = new WeakMap<VariableSet, Extended>();
  return async (evaluationId: EvaluationId, code: string, set: VariableSet) => {
    const versions = await store.ofDataset(evaluationId, code);
    if (versions.length === 0) return set;
    const key = versions.map(({ name, version }) => `${name}@${version}`).join(' ');
    const kept = known.get(set);
    if (kept?.versions === key) return kept.set;
    const weights = weightsOf(set, versions).map(([, variable]) => variable);
    const extended = { n: set.n, variables: new ExtendedVariables(set.variables, weights) };
    known.set(set, { versions: key, set: extended });
    return extended;
  };
};

const weightsOf = (set: VariableSet, versions: readonly WeightVersion[]): readonly (readonly [string, Variable])[] => {
  const newest = new Map<string, WeightVersion>();
  for (const version of versions) if (!newest.has(version.name)) newest.set(version.name, version);
  return versions.flatMap((version) => {
    const made = weightVariable(set, version);
    const numbered = [`${version.name}@${version.version}`, named(made, `${version.name}@${version.version}`)] as const;
    return newest.get(version.name) === version && !set.variables.has(version.name)
      ? [[version.name, made] as const, numbered]
      : [numbered];
  });
};

/** Whether groups are large enough was asked when the weight was saved; for fewer answers its totals still stand. */
const ANY_GROUP = 1;

/** Read late, so that a data set with many weights costs nothing until one is used. */
const weightVariable = (set: VariableSet, { name, label, version, rules }: WeightVersion): NumberVariable => {
  let made: Pick<NumberVariable, 'values' | 'states'> | undefined;
  const make = () => (made ??= weightsFor(set, rules));
  return {
    kind: 'number',
    name,
    label,
    level: 'weight',
    origin: { kind: 'weight', version },
    get values() {
      return make().values;
    },
    get states() {
      return make().states;
    },
  };
};

/** The same weight under another name, still unread. */
const named = (variable: NumberVariable, name: string): NumberVariable => ({
  kind: 'number',
  name,
  label: variable.label,
  level: 'weight',
  ...(variable.origin === undefined ? {} : { origin: variable.origin }),
  get values() {
    return variable.values;
  },
  get states() {
    return variable.states;
  },
});

/** Nobody has a weight where the answers at hand allow none; the page of weights says why. */
const weightsFor = (set: VariableSet, rules: WeightVersion['rules']): Pick<NumberVariable, 'values' | 'states'> => {
  const outcome = weigh(set, rules, ANY_GROUP);
  const values = outcome.kind === 'weighed' ? outcome.weighing.weights : new Float64Array(set.n).fill(NaN);
  return { values, states: Int8Array.from(values, (value) => (Number.isNaN(value) ? LEFT_EMPTY : 0)) };
};
