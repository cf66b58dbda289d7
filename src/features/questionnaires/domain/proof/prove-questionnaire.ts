import type { CompiledVersion } from '../compile-version';
import type { QuestionnaireDefinition } from '../definition';
import { placedItems, type PlacedItem } from './asked-places';
import { faultRemarks } from './fault-remarks';
import { formRemarksOf } from './form-remarks';
import { logicRemarks } from './logic/logic-remarks';
import { makeReady } from './made-ready';
import { estimatePathsOf } from './paths/estimate-paths';
import { NOWHERE, remark, type Remark, type Severity } from './remark';
import { abbreviationRemarks } from './text/abbreviation-remarks';
import { textRemarksOf } from './text/text-remarks';
import { translationRemarks } from './translation-remarks';

/** What the check before launch found. */
export interface Proof {
  /** In the order of asking, those of the whole questionnaire first. */
  readonly remarks: readonly Remark[];
}

/** Everything to mend or to think about before launch. Any draft may be proved, however unfinished; nothing is thrown. */
export const proveQuestionnaire = (definition: QuestionnaireDefinition): Proof => {
  const places = placedItems(definition);
  const labels = labelsOf(places);
  const { faults, compiled } = makeReady(definition);
  const remarks = [
    ...faultRemarks(faults, places),
    ...(compiled === null
      ? [remark('logic-waits', NOWHERE)]
      : [...logicRemarks(compiled), ...longerThanPromised(compiled)]),
    ...translationRemarks(definition),
    ...abbreviationRemarks(definition),
    ...places.flatMap((place) => [...textRemarksOf(place, labels), ...formRemarksOf(place)]),
  ];
  return { remarks: inOrderOfAsking(remarks, places) };
};

/** The invitation promises minutes; those whose way is the longest typically take more. */
const longerThanPromised = (compiled: CompiledVersion): readonly Remark[] => {
  const { groups } = estimatePathsOf(compiled);
  const minutes = Math.max(...groups.map(({ typical }) => typical.minutes));
  const promised = compiled.definition.minutes;
  return minutes > promised ? [remark('longer-than-promised', NOWHERE, { minutes, promised })] : [];
};

export const countBySeverity = ({ remarks }: Proof): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity): number => remarks.filter((remark) => remark.severity === severity).length;
  return { error: count('error'), warning: count('warning'), advice: count('advice') };
};

/** Errors stand in the way of publishing; warnings and advice do not. */
export const mayBePublished = (proof: Proof): boolean => countBySeverity(proof).error === 0;

/** Every label that can be chosen somewhere. */
export const labelsOf = (places: readonly PlacedItem[]): ReadonlySet<string> =>
  new Set(places.flatMap(({ asked }) => ('choices' in asked ? asked.choices.map(({ label }) => label) : [])));

const inOrderOfAsking = (remarks: readonly Remark[], places: readonly PlacedItem[]): readonly Remark[] => {
  const order = new Map(places.map(({ item }, index) => [item, index]));
  const placeOf = ({ item }: Remark): number => (item === null ? -1 : (order.get(item) ?? -1));
  return [...remarks].sort((a, b) => placeOf(a) - placeOf(b));
};
