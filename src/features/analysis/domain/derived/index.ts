export {
  DERIVATION_KINDS,
  DERIVED_LIMITS,
  readVersionedName,
  versionedName,
  type Band,
  type Derivation,
  type DerivationKind,
  type DerivedVersion,
  type Group,
  type Pin,
  type Target,
} from './derivation';
export { deriveAll, lookupFor, type DerivedDefinitions, type DerivedSet } from './derive-all';
export { derive } from './derive';
export { ExtendedVariables } from './extended-variables';
export { faultsOfDerivation } from './check-derivation';
export { SOURCE_FIELDS } from './check-sources';
export { faultOf, type DerivationFault, type DerivationFaultKind } from './fault';
export { pointsOf, pointsSignature } from './scale';
export { sourcesOf } from './sources-of';
export { resultsWithoutGroup, type Lookup } from './work-out-expression';
