import { ExpressionError, parseExpression, referencesOf } from '../../../questionnaires/domain';
import type { Derivation } from './derivation';

/** Names of the variables it is made of, each once; none for an expression that cannot be read. */
export const sourcesOf = (derivation: Derivation): readonly string[] => {
  switch (derivation.kind) {
    case 'recode':
    case 'bands':
    case 'count':
    case 'mark':
      return [derivation.source];
    case 'scale':
      return derivation.items;
    case 'expression':
      return referencesIn(derivation.text);
  }
};

const referencesIn = (text: string): readonly string[] => {
  try {
    return referencesOf(parseExpression(text));
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
};
