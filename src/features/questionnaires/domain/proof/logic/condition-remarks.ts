import type { CompiledItem } from '../../compile-version';
import { referencesOf, type Condition } from '../../expression';
import { remark, type Remark, type RemarkPlace } from '../remark';
import { reachAmong, reachByItself, reachOf, type Reach, type Ways } from './reach';
import { stepsBefore, type Target } from './steps';

/** A place whose conditions are asked about: an item, or a field of it that has a condition of its own. */
export interface Checkpoint {
  /** Code of the item or row in the version, with the suffix of its block. */
  readonly code: string;
  readonly place: RemarkPlace & { readonly item: string };
  readonly target: Target;
}

/** Places of an item: itself, then each row with a condition. The text beside "inna, jaka?" needs no check. */
export const checkpointsOf = (ways: Ways, item: CompiledItem): readonly Checkpoint[] => {
  const first = ways.steps.findIndex((step) => step.item === item);
  const position = first < 0 ? positionAfter(ways, item) : first;
  const own = conditionsOf(item.shownIf);
  const code = item.block?.origin ?? item.item.code;
  const place = { item: code, field: code, page: item.page };
  const rows = item.fields.flatMap((field, index) =>
    field.row === null || field.shownIf === null
      ? []
      : [
          {
            code: field.code,
            place: { ...place, field: item.block === null ? field.code : code },
            target: { position: position + index, conditions: [...own, field.shownIf] },
          },
        ],
  );
  return [{ code: item.item.code, place, target: { position, conditions: own } }, ...rows];
};

/** What is wrong with the conditions of a place. */
export const conditionRemarks = (ways: Ways, { place, target }: Checkpoint): readonly Remark[] => {
  const reach = reachOf(ways, target);
  if (!reach.arrives) return reach.isComplete ? [remark('after-end', place)] : [remark('not-checked', place)];
  if (target.conditions.length === 0) return [];
  if (reach.holds) return reach.fails || !reach.isComplete ? [] : [alwaysTrue(ways, place, target)];
  return [reach.isComplete ? impossible(ways, place, target) : remark('not-checked', place)];
};

const alwaysTrue = (ways: Ways, place: RemarkPlace, target: Target): Remark => {
  const alone = reachByItself(ways, target);
  return remark(isCertain(alone) && !alone.fails ? 'always-true' : 'always-true-here', place);
};

const impossible = (ways: Ways, place: RemarkPlace, target: Target): Remark => {
  const alone = reachByItself(ways, target);
  if (isCertain(alone) && !alone.holds) return remark('impossible-condition', place);
  return remark('contradicts-routing', place, { other: whoContradicts(ways, target) });
};

const isCertain = ({ isComplete }: Reach): boolean => isComplete;

/** The first question mentioned that nobody is asked for whom the rest could hold; the last one mentioned if it takes several. */
const whoContradicts = (ways: Ways, target: Target): string => {
  const mentioned = [...new Set(target.conditions.flatMap(referencesOf))];
  const steps = stepsBefore(ways.steps, target);
  const isCulprit = (code: string): boolean => {
    const step = steps.find(({ field }) => field?.code === code);
    if (step === undefined || step.conditions.length === 0) return false;
    const free = steps.map((other) => (other.field?.code === code ? other : { ...other, conditions: [] }));
    const reach = reachAmong(
      ways,
      free.filter(({ field }) => field !== null),
      target,
    );
    return reach.isComplete && !reach.holds;
  };
  return mentioned.find(isCulprit) ?? mentioned.at(-1) ?? '';
};

const conditionsOf = (condition: Condition | null): readonly Condition[] => (condition === null ? [] : [condition]);

/** Information asks nothing: it stands before the steps of the next item that does. */
const positionAfter = ({ compiled, steps }: Ways, item: CompiledItem): number => {
  const later = new Set(compiled.items.slice(compiled.items.indexOf(item) + 1));
  const next = steps.findIndex((step) => later.has(step.item));
  return next < 0 ? steps.length : next;
};
