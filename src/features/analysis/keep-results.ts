import type { TakeTurns } from '../../platform/take-turns';
import type { Actor } from '../accounts';
import { analyseInSteps, keyOfFilter, type Dataset, type Results, type ResultsFilter } from './domain';
import type { KeptDataset } from './keep-dataset';

/** Filters whose results are held for one dataset; the one not asked for longest goes first. */
const MOST_RESULTS = 50;

export type KeepResults = (
  actor: Actor,
  kept: Pick<KeptDataset, 'dataset' | 'versions'>,
  filter: ResultsFilter,
) => Promise<Results>;

/**
 * Results under a filter of known codes, worked out in turns with others. They are held by the dataset they were counted
 * from: another answer makes another dataset, so that nothing held is ever out of date.
 */
export const keepResults = (inTurns: TakeTurns): KeepResults => {
  const finished = new WeakMap<Dataset, Map<string, Results>>();
  const underway = new WeakMap<Dataset, Map<string, Promise<Results>>>();

  const workOut = async (
    actor: Actor,
    { dataset, versions }: Parameters<KeepResults>[1],
    filter: ResultsFilter,
  ): Promise<Results> => {
    const results = await inTurns(actor.id, () => analyseInSteps(dataset, versions, filter));
    const held = mapOf(finished, dataset);
    held.set(keyOfFilter(filter), results);
    for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - MOST_RESULTS))) held.delete(oldest);
    return results;
  };

  return async (actor, kept, filter) => {
    const key = keyOfFilter(filter);
    const held = mapOf(finished, kept.dataset);
    const known = held.get(key);
    if (known !== undefined) {
      held.delete(key);
      held.set(key, known);
      return known;
    }
    const own = `${actor.id} ${key}`;
    const asked = mapOf(underway, kept.dataset);
    const results = asked.get(own) ?? workOut(actor, kept, filter);
    asked.set(own, results);
    try {
      return await results;
    } finally {
      asked.delete(own);
    }
  };
};

const mapOf = <Value>(maps: WeakMap<Dataset, Map<string, Value>>, dataset: Dataset): Map<string, Value> => {
  const map = maps.get(dataset) ?? new Map<string, Value>();
  maps.set(dataset, map);
  return map;
};
