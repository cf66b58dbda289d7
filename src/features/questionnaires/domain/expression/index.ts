export { evaluate, isTrue, type Moment } from './evaluate';
export { LONGEST_EXPRESSION, parseExpression } from './parse-expression';
export { printExpression } from './print-expression';
export { ExpressionError, type ExpressionFault, type FaultDetails } from './expression-error';
export { FUNCTION_NAMES } from './functions';
export type { Value } from './values';
export {
  mentionsOf,
  partsOf,
  referencesOf,
  renameReferences,
  usesOwn,
  type Condition,
  type Expression,
  type Mention,
} from './expression';
