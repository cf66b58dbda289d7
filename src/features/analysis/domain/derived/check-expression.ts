import {
  ExpressionError,
  mentionsOf,
  parseExpression,
  partsOf,
  type Expression,
  type Mention,
} from '../../../questionnaires/domain';
import { faultOf, type DerivationFault } from './fault';
import type { Lookup } from './work-out-expression';

const FIELD = 'expression';

/** What cannot be read or does not exist, each at its character. */
export const faultsOfExpression = (text: string, lookup: Lookup): readonly DerivationFault[] => {
  if (text.trim() === '') return [faultOf('expression-empty', FIELD)];
  try {
    const expression = parseExpression(text);
    return [
      ...faultsOfWords(expression),
      ...mentionsOf(expression).flatMap((mention) => faultsOfMention(mention, text, lookup)),
    ];
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return [{ ...faultOf(error.reason, FIELD, error.details), character: error.character }];
  }
};

/** There is no answer of one's own here, and a result must not change from day to day. */
const faultsOfWords = (expression: Expression): readonly DerivationFault[] => [
  ...(holds(expression, ({ kind }) => kind === 'own') ? [faultOf('own-answer', FIELD)] : []),
  ...(holds(expression, (part) => part.kind === 'call' && part.name === 'today') ? [faultOf('today', FIELD)] : []),
];

const holds = (expression: Expression, is: (part: Expression) => boolean): boolean =>
  is(expression) || partsOf(expression).some((part) => holds(part, is));

const faultsOfMention = ({ code, choice }: Mention, text: string, lookup: Lookup): readonly DerivationFault[] => {
  const variable = lookup(code);
  const character = characterOf(text, code);
  if (variable === undefined) return [{ ...faultOf('reference-unknown', FIELD, { name: code }), character }];
  if (variable.kind === 'text') return [{ ...faultOf('reference-text', FIELD, { name: code }), character }];
  if (choice === undefined || variable.kind === 'number') return [];
  const isThere = variable.categories.some((category) => category.code === choice);
  return isThere ? [] : [{ ...faultOf('answer-unknown', FIELD, { name: code, answer: choice }), character }];
};

const characterOf = (text: string, code: string): number =>
  (new RegExp(`\\$\\{\\s*${code}\\s*\\}`).exec(text)?.index ?? -1) + 1;
