import {
  SOURCE_FIELDS,
  DERIVED_LIMITS,
  derive,
  faultOf,
  faultsOfDerivation,
  lookupFor,
  sourcesOf,
  versionedName,
  type Derivation,
  type DerivationFault,
  type DerivedVersion,
  type Lookup,
  type Pin,
} from '../domain/derived';
import type { Variable } from '../domain/variables/variable';
import type { Definitions } from './keep-definitions';
import type { VariableDesk } from './open-variables';

/** A definition as somebody wants it, with the versions of other derived variables that it would be made of. */
export interface Draft {
  readonly name: string;
  readonly label: string;
  readonly derivation: Derivation;
  readonly pins: readonly Pin[];
}

/** The newest versions of the derived variables that it mentions. */
export const draftOf = (
  { dataset, definitions }: Pick<VariableDesk, 'dataset' | 'definitions'>,
  { name, label, derivation }: Omit<Draft, 'pins'>,
): Draft => {
  const sources = sourcesOf(derivation).filter((source) => !dataset.set.variables.has(source));
  const pins = definitions.current.filter((one) => sources.includes(one.name));
  return { name, label, derivation, pins: pins.map((one) => ({ name: one.name, version: one.version })) };
};

export const lookupOf = (
  { dataset, derived }: Pick<VariableDesk, 'dataset' | 'derived'>,
  pins: readonly Pin[],
): Lookup => lookupFor(dataset.set, pins, (pin) => derived.set.variables.get(versionedName(pin)));

/** The variable that it would become; undefined while something is wrong with it. */
export const variableOf = (desk: VariableDesk, draft: Draft): Variable | undefined => {
  const lookup = lookupOf(desk, draft.pins);
  const { n } = desk.dataset.set;
  if (faultsOfDerivation(draft.derivation, lookup, n).length > 0) return undefined;
  return derive(draft.derivation, { ...draft, version: 0 }, lookup, n);
};

/** Everything that keeps it from being saved. Definitions that are saved already keep their name. */
export const faultsOfDraft = (desk: VariableDesk, draft: Draft): readonly DerivationFault[] => [
  ...faultsOfName(desk, draft.name),
  ...faultsOfLabel(draft.label),
  ...faultsOfDerivation(draft.derivation, lookupOf(desk, draft.pins), desk.dataset.set.n),
  ...faultsOfChain(desk.definitions, draft),
];

/** Field codes begin with a capital and weights with `waga_`, so that neither ever meets a derived variable. */
const NAME = /^(?!waga_)[a-z][a-z0-9_]{1,39}$/;
/** Last parts of addresses of pages. */
const PAGES: readonly string[] = ['nowa', 'usun', 'przywroc'];

const faultsOfName = ({ dataset }: VariableDesk, name: string): readonly DerivationFault[] => {
  if (!NAME.test(name)) return [faultOf('name-form', 'name', { most: DERIVED_LIMITS.name })];
  const isTaken = PAGES.includes(name) || dataset.set.variables.has(name);
  return isTaken ? [faultOf('name-taken', 'name', { name })] : [];
};

const faultsOfLabel = (label: string): readonly DerivationFault[] => {
  if (label === '') return [faultOf('label-empty', 'label')];
  return label.length > DERIVED_LIMITS.label ? [faultOf('label-long', 'label', { most: DERIVED_LIMITS.label })] : [];
};

/** A variable made of itself, or of too long a chain of others. */
const faultsOfChain = ({ find }: Definitions, { name, derivation, pins }: Draft): readonly DerivationFault[] => {
  const field = SOURCE_FIELDS[derivation.kind];
  const chain = chainOf(pins, find);
  if (chain.names.has(name) || sourcesOf(derivation).includes(name)) return [faultOf('cycle', field, { name })];
  return chain.depth + 1 > DERIVED_LIMITS.depth
    ? [faultOf('chain-too-deep', field, { most: DERIVED_LIMITS.depth })]
    : [];
};

interface Chain {
  readonly names: ReadonlySet<string>;
  readonly depth: number;
}

const chainOf = (pins: readonly Pin[], find: (name: string, version: number) => DerivedVersion | undefined): Chain => {
  const chains = pins.map(({ name, version }) => ({ name, chain: chainOf(find(name, version)?.pins ?? [], find) }));
  return {
    names: new Set(chains.flatMap(({ name, chain }) => [name, ...chain.names])),
    depth: Math.max(0, ...chains.map(({ chain }) => chain.depth + 1)),
  };
};
