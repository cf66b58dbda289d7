import { DERIVED_LIMITS, type Band, type Derivation, type Group } from './derivation';
import { faultsOfExpression } from './check-expression';
import { faultsOfSources } from './check-sources';
import { faultOf, type DerivationFault } from './fault';
import { pointsSignature } from './scale';
import type { Lookup } from './work-out-expression';

/** Everything that keeps a definition from being saved. */
export const faultsOfDerivation = (derivation: Derivation, lookup: Lookup, n: number): readonly DerivationFault[] => {
  const typed = faultsOfTyped(derivation, lookup);
  return derivation.kind === 'expression' && typed.length > 0
    ? typed
    : [...faultsOfSources(derivation, lookup, n), ...typed];
};

const faultsOfTyped = (derivation: Derivation, lookup: Lookup): readonly DerivationFault[] => {
  switch (derivation.kind) {
    case 'recode':
      return [...faultsOfGroups(derivation.groups, 'group'), ...faultsOfAssignments(derivation, lookup)];
    case 'bands':
      return [
        ...faultsOfGroups(
          derivation.bands.map(({ group }) => group),
          'band',
        ),
        ...faultsOfBands(derivation.bands),
      ];
    case 'scale':
      return faultsOfScale(derivation, lookup);
    case 'count':
      return derivation.options.length === 0 ? [faultOf('no-options', 'options')] : [];
    case 'mark':
      return [
        ...(derivation.options.length === 0 ? [faultOf('no-options', 'options')] : []),
        ...(derivation.yes === '' || derivation.no === '' ? [faultOf('answer-labels', 'yes')] : []),
      ];
    case 'expression':
      return [
        ...faultsOfExpression(derivation.text, lookup),
        ...(derivation.result === 'category' ? faultsOfGroups(derivation.groups, 'group') : []),
      ];
  }
};

/** Letters, digits, `_`, `.` and `-`: a code stands in addresses between commas and colons. */
const CODE = /^[\p{L}\p{N}_.-]{1,40}$/u;
/** Codes of missing states. */
const RESERVED_CODES: readonly string[] = ['95', '96', '97', '98', '99'];

const faultsOfGroups = (groups: readonly Group[], field: 'group' | 'band'): readonly DerivationFault[] => {
  if (groups.length === 0) return [faultOf('no-groups', `${field}-0`)];
  if (groups.length > DERIVED_LIMITS.groups)
    return [faultOf('too-many-groups', `${field}-0`, { most: DERIVED_LIMITS.groups })];
  return groups.flatMap(({ code, label }, at): readonly DerivationFault[] => {
    const place = `${field}-${at}`;
    if (label === '' || label.length > DERIVED_LIMITS.groupLabel)
      return [faultOf('group-label', place, { number: at + 1, most: DERIVED_LIMITS.groupLabel })];
    if (!CODE.test(code) || RESERVED_CODES.includes(code)) return [faultOf('group-code', place, { number: at + 1 })];
    const isRepeated = groups.findIndex((other) => other.code === code) < at;
    return isRepeated ? [faultOf('group-code-repeated', place, { code })] : [];
  });
};

const faultsOfAssignments = (
  { source, groups, assignments }: Extract<Derivation, { kind: 'recode' }>,
  lookup: Lookup,
): readonly DerivationFault[] => {
  const variable = lookup(source);
  if (variable?.kind !== 'category') return [];
  const targets = new Map(assignments.map(({ code, target }) => [code, target]));
  const used = new Set(assignments.flatMap(({ target }) => (target.kind === 'group' ? [target.group] : [])));
  return [
    ...variable.categories.flatMap(({ code, label }, at) => {
      const target = targets.get(code);
      const isAssigned =
        target !== undefined && (target.kind !== 'group' || groups.some((group) => group.code === target.group));
      return isAssigned ? [] : [faultOf('unassigned', `assignment-${at}`, { label })];
    }),
    ...groups.flatMap(({ code, label }, at) =>
      used.has(code) || label === '' ? [] : [faultOf('group-unused', `group-${at}`, { label })],
    ),
  ];
};

const faultsOfBands = (bands: readonly Band[]): readonly DerivationFault[] =>
  bands.flatMap(({ from, to, group }, at): readonly DerivationFault[] => {
    if (from === null && to === null && bands.length > 1) return [faultOf('band-number', `band-${at}`)];
    if ((from ?? -Infinity) > (to ?? Infinity)) return [faultOf('band-order', `band-${at}`, { label: group.label })];
    const other = bands
      .slice(0, at)
      .find(
        (earlier) => (earlier.from ?? -Infinity) <= (to ?? Infinity) && (from ?? -Infinity) <= (earlier.to ?? Infinity),
      );
    return other === undefined
      ? []
      : [faultOf('band-overlap', `band-${at}`, { label: group.label, other: other.group.label })];
  });

const faultsOfScale = (
  { items, least }: Extract<Derivation, { kind: 'scale' }>,
  lookup: Lookup,
): readonly DerivationFault[] => {
  if (items.length < 2 || items.length > DERIVED_LIMITS.items)
    return [faultOf('items-few', 'items', { most: DERIVED_LIMITS.items })];
  const points = new Set(
    items.flatMap((name) => {
      const variable = lookup(name);
      return variable === undefined ? [] : [pointsSignature(variable)];
    }),
  );
  return [
    ...(points.size > 1 ? [faultOf('items-differ', 'items')] : []),
    ...(Number.isInteger(least) && least >= 1 && least <= items.length
      ? []
      : [faultOf('least', 'least', { items: items.length })]),
  ];
};
