import type { EvaluationId } from '../../../platform/ids';
import { readVersionedName, versionedName, type DerivationFault, type Lookup } from '../domain/derived';
import { previewOf, type Preview } from '../domain/derived/preview';
import { reliabilityOf, type Reliability } from '../domain/tables/reliability';
import { resultsWithoutGroup } from '../domain/derived';
import type { Variable } from '../domain/variables/variable';
import { lookupOf, variableOf, type Draft } from './check-draft';
import type { VariableChange } from './history';
import type { OpenVariables, VariableDesk } from './open-variables';
import { unknownVariable, unknownVersion } from './problems';

/** What a definition comes to, as it may be seen. */
export interface Outcome extends Preview {
  readonly sensitive: boolean;
  /** Of the items of a scale. */
  readonly reliability: Reliability | null;
  /** Results of an expression that are in no group; counts of a few are null. */
  readonly strange: readonly { readonly text: string; readonly n: number | null }[];
}

export interface ReadVariable {
  readonly desk: VariableDesk;
  readonly change: VariableChange;
  /** Whether it is the newest version and in the dictionary. */
  readonly isCurrent: boolean;
  readonly outcome: Outcome | null;
  /** Why there is no outcome. */
  readonly fault: DerivationFault | null;
  /** Oldest first. */
  readonly history: readonly VariableChange[];
  /** Variables of the dictionary that are made of some version of it. */
  readonly users: readonly VariableChange[];
  /** Derived sources that have a newer version than the one it is made of. */
  readonly outdated: readonly { readonly name: string; readonly version: number; readonly newest: number | null }[];
}

/**
 * A derived variable in its newest version, or in the one that the name asks for: `grupa@2`.
 *
 * @throws Problem `variables.unknown` · `variables.unknown-version`
 */
export const readVariable =
  ({ openVariables }: { readonly openVariables: OpenVariables }) =>
  async (id: EvaluationId, dataset: string, asked: string): Promise<ReadVariable> => {
    const desk = await openVariables(id, dataset);
    const { definitions } = desk;
    const pin = readVersionedName(asked);
    const history = definitions.historyOf(pin?.name ?? asked);
    const newest = history.at(-1);
    if (newest === undefined) throw unknownVariable({ name: asked });
    const change = pin === null ? newest : definitions.find(pin.name, pin.version);
    if (change === undefined) throw unknownVersion({ name: newest.name, version: pin?.version ?? 0 });
    const variable = desk.derived.set.variables.get(versionedName(change));
    return {
      desk,
      change,
      isCurrent: change.version === newest.version && newest.kind !== 'deleted',
      outcome: variable === undefined ? null : outcomeOf(desk, change, variable),
      fault: desk.derived.faults.get(change.name) ?? null,
      history,
      users: definitions.current.filter(({ pins }) => pins.some(({ name }) => name === change.name)),
      outdated: change.pins.flatMap(({ name, version }) => {
        const current = definitions.current.find((one) => one.name === name);
        return current?.version === version ? [] : [{ name, version, newest: current?.version ?? null }];
      }),
    };
  };

/** What a definition would come to; null while something is wrong with it. */
export const tryDraft = (desk: VariableDesk, draft: Draft): Outcome | null => {
  const variable = variableOf(desk, draft);
  return variable === undefined ? null : outcomeOf(desk, draft, variable);
};

const outcomeOf = (desk: VariableDesk, draft: Draft, variable: Variable): Outcome => {
  const { smallestGroup } = desk.evaluation;
  const lookup = lookupOf(desk, draft.pins);
  return {
    ...previewOf(variable, smallestGroup),
    sensitive: variable.sensitive === true,
    reliability: reliabilityIn(desk, draft, lookup),
    strange: strangeIn(desk, draft, lookup),
  };
};

const reliabilityIn = ({ evaluation, dataset }: VariableDesk, { derivation }: Draft, lookup: Lookup) => {
  if (derivation.kind !== 'scale') return null;
  const variables = new Map(
    derivation.items.flatMap((name) => {
      const variable = lookup(name);
      return variable === undefined ? [] : [[name, variable] as const];
    }),
  );
  const request = { rows: derivation.items, columns: [], weight: null, filter: [] };
  const rule = { reversed: derivation.reversed, least: evaluation.smallestGroup };
  return reliabilityOf({ n: dataset.set.n, variables }, request, rule);
};

const MOST_STRANGE = 10;

const strangeIn = (
  { evaluation, dataset }: VariableDesk,
  { derivation }: Draft,
  lookup: Lookup,
): Outcome['strange'] => {
  if (derivation.kind !== 'expression' || derivation.result !== 'category') return [];
  return [...resultsWithoutGroup(derivation, lookup, dataset.set.n)]
    .slice(0, MOST_STRANGE)
    .map(([text, n]) => ({ text: text.slice(0, 60), n: n < evaluation.smallestGroup ? null : n }));
};
