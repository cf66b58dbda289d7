import type { Item, QuestionnaireDefinition } from '../definition';
import type { ComparabilityWarning } from './change';
import { comparabilityOf } from './comparability';
import { placedItems } from './placed-items';

/**
 * Which questions will be marked in results, or kept apart from earlier answers, once the later version is published. Rows
 * of a battery are named one by one; a scale, which all rows share, by the battery's own code.
 */
export const comparabilityWarnings = (
  before: QuestionnaireDefinition,
  after: QuestionnaireDefinition,
): readonly ComparabilityWarning[] => {
  const earlier = new Map(placedItems(before).map(({ key, item }) => [key, item]));
  return placedItems(after).flatMap(({ key, item }) => {
    const was = earlier.get(key);
    return was === undefined || item.kind === 'repeat' ? [] : warningsOf(was, item);
  });
};

const warningsOf = (before: Item, after: Item): readonly ComparabilityWarning[] => {
  const found = comparabilityOf(before, after);
  if (found === 'same' || found === 'typo' || after.kind === 'information') return [];
  if (found !== 'wording' || !('rows' in after) || !('rows' in before))
    return [{ code: after.code, item: after, comparability: found }];
  const known = new Set(before.rows.map(({ code }) => code));
  const rows = after.rows.filter(({ code }) => known.has(code) && comparabilityOf(before, after, code) === 'wording');
  return rows.map(({ code }) => ({ code, item: after, comparability: 'wording' }));
};
