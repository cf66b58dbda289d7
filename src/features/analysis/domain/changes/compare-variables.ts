import { adjustHolm } from '../../../../statistics';
import type { Variable } from '../variables/variable';
import {
  asDisclosed,
  type BesideReason,
  type Change,
  type ChangeSide,
  type MeasuredChange,
  type SideMeasure,
} from './change';
import { disclosedEstimate } from './estimate';
import { answersOfBoth, measuresOf, type Measure } from './measures-of';
import { testDifference, withVerdict } from './test-difference';

export interface ChangeRule {
  /** Fewest people of whom anything is shown. */
  readonly smallestGroup: number;
  /** Why the two must not be compared; empty or absent: nothing speaks against it. */
  readonly beside?: readonly BesideReason[];
}

/**
 * A question in two waves of independent respondents: each wave's number with its interval, and the later minus the
 * earlier with interval, test and effect size. Where either wave has too few people, no difference and no test is given,
 * so that the hidden number cannot be worked out of the shown one.
 */
export const compareVariables = (earlier: ChangeSide, later: ChangeSide, rule: ChangeRule): Change => {
  const [before, after] = [variableOf(earlier), variableOf(later)];
  const own = { earlier: measuresOf(earlier), later: measuresOf(later) };
  if (before === undefined || after === undefined || (own.earlier.length === 0 && own.later.length === 0))
    return asDisclosed({ kind: 'no-number' });
  const reasons = reasonsAgainst(own, before, after, rule);
  if (reasons.length > 0) {
    const sides = { earlier: sideMeasures(own.earlier, rule), later: sideMeasures(own.later, rule) };
    return asDisclosed({ kind: 'beside', reasons, ...sides });
  }
  const answers = answersOfBoth(after, before);
  const [first, second] = [measuresOf(earlier, answers), measuresOf(later, answers)];
  const measures = second.flatMap((measure, at) => {
    const counterpart = first[at];
    return counterpart === undefined ? [] : [measureChange(counterpart, measure, rule)];
  });
  return asDisclosed({ kind: 'compared', measures: adjusted([measures])[0] ?? [] });
};

/** The same changes, with Holm's correction over all differences that are shown together. */
export const adjustTogether = (changes: readonly Change[]): readonly Change[] => {
  const measures = adjusted(changes.map((change) => (change.kind === 'compared' ? change.measures : [])));
  return changes.map((change, at) =>
    change.kind === 'compared' ? { ...change, measures: measures[at] ?? [] } : change,
  );
};

const adjusted = (groups: readonly (readonly MeasuredChange[])[]): readonly (readonly MeasuredChange[])[] => {
  const ps = adjustHolm(groups.flat().map(({ tested }) => tested?.test?.p ?? null));
  let next = 0;
  return groups.map((measures) =>
    measures.map((measure) => {
      const p = ps[next++] ?? null;
      return measure.tested === null ? measure : { ...measure, tested: withVerdict(measure.tested, p) };
    }),
  );
};

/** The numbers of one wave alone. */
export const measureSide = (side: ChangeSide, rule: Pick<ChangeRule, 'smallestGroup'>): readonly SideMeasure[] =>
  sideMeasures(measuresOf(side), rule);

const variableOf = ({ set, variable }: ChangeSide): Variable | undefined => set.variables.get(variable);

const reasonsAgainst = (
  { earlier, later }: { readonly earlier: readonly Measure[]; readonly later: readonly Measure[] },
  before: Variable,
  after: Variable,
  { beside = [] }: ChangeRule,
): readonly BesideReason[] => {
  if (before.kind !== after.kind) return [...new Set<BesideReason>(['other-kind', ...beside])];
  const [one, other] = [earlier[0], later[0]];
  if (one?.measure !== other?.measure || one?.range !== other?.range)
    return [...new Set<BesideReason>(['other-scale', ...beside])];
  return beside;
};

const sideMeasures = (
  measures: readonly Measure[],
  { smallestGroup }: Pick<ChangeRule, 'smallestGroup'>,
): readonly SideMeasure[] =>
  measures.map((measure) => ({
    measure: measure.measure,
    category: measure.category,
    estimate: disclosedEstimate(measure, smallestGroup),
  }));

const measureChange = (before: Measure, after: Measure, { smallestGroup }: ChangeRule): MeasuredChange => {
  const [earlier, later] = [disclosedEstimate(before, smallestGroup), disclosedEstimate(after, smallestGroup)];
  const about = { measure: after.measure, category: after.category, earlier, later };
  if (earlier.level === 'hidden' || later.level === 'hidden') return { ...about, tested: null, untested: 'hidden' };
  const isEstimated = [earlier, later].every((side) => side.level === 'estimates' && side.estimates !== null);
  return isEstimated
    ? { ...about, tested: testDifference(before, after), untested: null }
    : { ...about, tested: null, untested: 'few-answers' };
};
