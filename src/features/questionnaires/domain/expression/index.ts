export { isTrue } from './is-true';
export { parseExpression } from './parse-expression';
export { ExpressionError } from './tokens';
export { mentionsOf, referencesOf, type Condition, type Mention } from './expression';
