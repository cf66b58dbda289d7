import { adjustHolm } from '../../../../statistics';
import { LEAST_WITHOUT_WARNING } from '../disclosure/disclose';
import type { VariableSet } from '../variables/variable';
import { compareItem, type ItemDraft } from './compare-item';
import type { ComparedItem, ComparisonRequest, Contrast, DisclosedComparison } from './comparison';
import { contextOf } from './context';
import type { Measure } from './measure';
import { measure } from './measured';
import { verdictOf } from './verdict';

/**
 * Compares groups on every measure: only what may be seen is estimated and tested, and the tests are corrected together.
 *
 * @param smallestGroup fewest people that may be told apart
 * @throws RangeError for a variable that the data set lacks or that cannot stand where it is put
 */
export const compareUnits = (
  set: VariableSet,
  measures: readonly Measure[],
  request: ComparisonRequest,
  smallestGroup: number,
): DisclosedComparison => {
  const context = contextOf(set, request, smallestGroup);
  const { variable, label, units } = context.counting.units;
  const drafts = measures.map((what) => compareItem(measure(what, context.counting), context));
  const items = request.family === 'page' ? correct(drafts) : byQuestion(drafts).flatMap(correct);
  return {
    request,
    smallestGroup,
    unit: { variable, label },
    units,
    items,
  } as unknown as DisclosedComparison;
};

/** Rows of one battery, or the measures of one variable, in the order they came. */
const byQuestion = (drafts: readonly ItemDraft[]): readonly (readonly ItemDraft[])[] => {
  const families = new Map<string, ItemDraft[]>();
  for (const draft of drafts) {
    const { origin, variable } = draft.about;
    const key = origin?.kind === 'item' ? `item ${origin.item}` : `variable ${variable}`;
    families.set(key, [...(families.get(key) ?? []), draft]);
  }
  return [...families.values()];
};

/** Holm over all tests of differences of these items, and over all tests of equivalence. */
const correct = (drafts: readonly ItemDraft[]): readonly ComparedItem[] => {
  const all = drafts.flatMap(({ contrasts }) => contrasts);
  const adjusted = adjustHolm(all.map(({ compared }) => compared?.p ?? null));
  const equivalent = adjustHolm(all.map(({ compared }) => compared?.equivalence?.p ?? null));
  const tests = adjusted.filter((p) => p !== null).length;
  let at = -1;
  return drafts.map((draft) => ({
    ...draft,
    tests,
    contrasts: draft.contrasts.map(({ first, second, sizes, compared }): Contrast => {
      at += 1;
      if (compared === null) return { first, second, verdict: 'hidden', found: null };
      const [adjustedP = null, adjustedEquivalenceP = null] = [adjusted[at], equivalent[at]];
      return {
        first,
        second,
        verdict: verdictOf(adjustedP, adjustedEquivalenceP),
        found: {
          ...compared,
          adjustedP,
          adjustedEquivalenceP,
          isSmall: Math.min(...sizes) < LEAST_WITHOUT_WARNING,
        },
      };
    }),
  }));
};
