import type { CompiledItem, CompiledVersion } from '../../compile-version';
import type { Remark } from '../remark';
import { checkpointsOf, conditionRemarks } from './condition-remarks';
import { waysThrough, type Ways } from './reach';
import { validationRemarks } from './validation-remarks';

/** What is wrong with the ways through a questionnaire: in routing, and in what answers must fulfil. */
export const logicRemarks = (compiled: CompiledVersion): readonly Remark[] => {
  const ways = waysThrough(compiled);
  return originsOf(compiled).flatMap((turns) => remarksOfTurns(ways, turns));
};

/** The same for one item, by its code in the definition. */
export const logicRemarksOf = (compiled: CompiledVersion, itemCode: string): readonly Remark[] => {
  const ways = waysThrough(compiled);
  return remarksOfTurns(
    ways,
    compiled.items.filter((item) => originOf(item) === itemCode),
  );
};

const originOf = ({ item, block }: CompiledItem): string => block?.origin ?? item.code;

/** Each item of the definition with its turns in a block; an item outside of blocks has one. */
const originsOf = ({ items }: CompiledVersion): readonly (readonly CompiledItem[])[] => {
  const turns = new Map<string, CompiledItem[]>();
  for (const item of items) turns.set(originOf(item), [...(turns.get(originOf(item)) ?? []), item]);
  return [...turns.values()];
};

/** A remark on an item of a block stands only where it is true of every turn. */
const remarksOfTurns = (ways: Ways, turns: readonly CompiledItem[]): readonly Remark[] => {
  const [first = [], ...others] = turns.map((item) => remarksOfItem(ways, item));
  return first.filter((found) =>
    others.every((remarks) => remarks.some(({ kind, item }) => kind === found.kind && item === found.item)),
  );
};

const remarksOfItem = (ways: Ways, item: CompiledItem): readonly Remark[] => {
  const [own, ...rows] = checkpointsOf(ways, item);
  if (own === undefined) return [];
  const remarks = conditionRemarks(ways, own);
  const isReached = remarks.every(({ severity, kind }) => severity !== 'error' && kind !== 'not-checked');
  if (!isReached) return remarks;
  return [
    ...remarks,
    ...rows.flatMap((row) => conditionRemarks(ways, row)),
    ...validationRemarks(ways, item, own.place),
  ];
};
