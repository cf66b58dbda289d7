import type { VariableSet } from './variable';

const DEEPEST = 20;

/** The answers that a variable is made of, itself first: what is told of one of them tells of the others. */
export const sourcesOfVariable = ({ variables }: VariableSet, name: string): readonly string[] => {
  const found = new Set<string>();
  const visit = (one: string, depth: number): void => {
    const plain = one.replace(/@\d+$/, '');
    if (found.has(plain) || depth > DEEPEST) return;
    found.add(plain);
    const origin = (variables.get(one) ?? variables.get(plain))?.origin;
    if (origin?.kind === 'derived') for (const from of origin.from) visit(from, depth + 1);
  };
  visit(name, 0);
  return [...found];
};
