import type { FilterCondition } from '../../analysis/domain';

/** A condition as a hidden field carries it: `plec:1,2`, each part safe for its signs. */
export const conditionText = ({ variable, codes }: FilterCondition): string =>
  `${encodeURIComponent(variable)}:${codes.map(encodeURIComponent).join(',')}`;

/** Undefined for what no form of ours sends. */
export const conditionOf = (text: string): FilterCondition | undefined => {
  const [variable = '', codes = ''] = text.split(':');
  if (variable === '' || codes === '') return undefined;
  try {
    return { variable: decodeURIComponent(variable), codes: codes.split(',').map(decodeURIComponent) };
  } catch {
    return undefined;
  }
};

/** One condition for each variable: the newest counts. */
export const withCondition = (
  conditions: readonly FilterCondition[],
  added: FilterCondition,
): readonly FilterCondition[] => [...conditions.filter(({ variable }) => variable !== added.variable), added];
