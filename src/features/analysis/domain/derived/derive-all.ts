import type { Variable, VariableSet } from '../variables/variable';
import { DERIVED_LIMITS, versionedName, type DerivedVersion, type Pin } from './derivation';
import { derive } from './derive';
import { ExtendedVariables } from './extended-variables';
import { faultsOfSources } from './check-sources';
import { faultOf, type DerivationFault } from './fault';
import type { Lookup } from './work-out-expression';

/** Every version of the derived variables of a data set, and which of them stand in the dictionary. */
export interface DerivedDefinitions {
  readonly current: readonly DerivedVersion[];
  /** Undefined when there never was such a version. */
  readonly find: (name: string, version: number) => DerivedVersion | undefined;
}

export interface DerivedSet {
  /** What was asked, and what is made of it; older versions answer to `name@version`. */
  readonly set: VariableSet;
  /** Variables that cannot be worked out from these answers, and why. */
  readonly faults: ReadonlyMap<string, DerivationFault>;
}

type Made = { readonly variable: Variable; readonly depth: number } | { readonly fault: DerivationFault };

/** Adds derived variables to a set. What was asked comes first: a question that takes a name later keeps it. */
export const deriveAll = (asked: VariableSet, definitions: DerivedDefinitions): DerivedSet => {
  const make = maker(asked, definitions);
  const added: Variable[] = [];
  const faults = new Map<string, DerivationFault>();
  for (const { name, version } of definitions.current) {
    const made = asked.variables.has(name)
      ? { fault: faultOf('name-taken', 'name', { name }) }
      : make({ name, version }, name);
    if ('fault' in made) faults.set(name, made.fault);
    else added.push(made.variable);
  }
  const older = (pin: Pin): Variable | undefined => variableIn(make(pin, versionedName(pin)));
  return { set: { n: asked.n, variables: new ExtendedVariables(asked.variables, added, older) }, faults };
};

const variableIn = (made: Made): Variable | undefined => ('fault' in made ? undefined : made.variable);

/** What a definition reads: derived variables in the version it is pinned to, everything else as it was asked. */
export const lookupFor =
  (asked: VariableSet, pins: readonly Pin[], derived: (pin: Pin) => Variable | undefined): Lookup =>
  (name) => {
    const pin = pins.find((one) => one.name === name);
    return pin === undefined ? asked.variables.get(name) : derived(pin);
  };

type Make = (pin: Pin, as: string) => Made;

/** Each version once, under each name it is asked for. */
const maker = (asked: VariableSet, definitions: DerivedDefinitions): Make => {
  const known = new Map<string, Made>();
  const make: Make = (pin, as) => {
    const key = `${versionedName(pin)} ${as}`;
    const definition = definitions.find(pin.name, pin.version);
    const made =
      known.get(key) ??
      (definition === undefined
        ? { fault: faultOf('source-gone', 'source', { name: versionedName(pin) }) }
        : makeOne(asked, { ...definition, name: as }, (source) => make(source, source.name)));
    known.set(key, made);
    return made;
  };
  return make;
};

const makeOne = (asked: VariableSet, definition: DerivedVersion, make: (pin: Pin) => Made): Made => {
  let depth = 1;
  for (const pin of definition.pins) {
    const made = make(pin);
    if ('fault' in made) return made;
    depth = Math.max(depth, made.depth + 1);
  }
  if (depth > DERIVED_LIMITS.depth)
    return { fault: faultOf('chain-too-deep', 'source', { most: DERIVED_LIMITS.depth }) };
  const lookup = lookupFor(asked, definition.pins, (pin) => variableIn(make(pin)));
  const [fault] = faultsOfSources(definition.derivation, lookup, asked.n);
  return fault === undefined
    ? { variable: derive(definition.derivation, definition, lookup, asked.n), depth }
    : { fault };
};
