import type { Collection } from '../catalog/collection';
import { compileMatch } from '../match/compile-match';
import type { MatchedPosition } from '../match/predicate';
import { Refusal } from '../refusal';
import type { KeyValueStore } from '../store/key-value-store';
import type { BsonDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import type { Plan } from './plan';
import { planScan } from './plan';
import type { Found } from './scan';
import { scan } from './scan';
import type { SortField, SortKey } from './sort';
import { compareSortKeys, sortKeyOf } from './sort';

const largestSortBytes = 100 * 1024 * 1024;
const deadlineEvery = 128;

export interface Query {
  readonly collection: Collection;
  readonly filter: BsonDocument;
  readonly sort: readonly SortField[];
  readonly skip: number;
  readonly limit: number;
  readonly deadline: number;
}

export interface Match {
  readonly raw: Buffer;
  readonly document: BsonDocument;
  /** Which item of a list the filter matched, for the positional `$`. */
  readonly position: number | undefined;
}

/** A search that can be left and taken up again: it keeps where it stands, never a transaction. */
export interface Search {
  readonly rest: () => Iterable<Match>;
  readonly isFinished: () => boolean;
}

export const findMatches = (store: KeyValueStore, query: Query): Search => {
  const plan = planScan(query.collection, query.filter, query.sort);
  return plan.sorted ? streamed(store, query, plan) : sortedInMemory(store, query, plan);
};

const streamed = (store: KeyValueStore, query: Query, plan: Plan): Search => {
  const state = { skip: query.skip, left: query.limit, seen: new Set<string>() };
  let at: Buffer | undefined;
  const test = matcher(query);
  function* rest(): Iterable<Match> {
    if (state.left <= 0) return;
    for (const found of scan(store, plan, state.seen, at)) {
      at = found.at;
      const match = test(found);
      if (!match || state.skip-- > 0) continue;
      state.left--;
      yield match;
      if (state.left <= 0) return;
    }
  }
  return { rest, isFinished: () => state.left <= 0 };
};

interface Ranked {
  readonly key: SortKey;
  readonly match: Match;
}

const sortedInMemory = (store: KeyValueStore, query: Query, plan: Plan): Search => {
  let ranked: readonly Match[] | undefined;
  let next = 0;
  function* rest(): Iterable<Match> {
    ranked ??= rank(store, query, plan);
    for (let match = ranked[next]; match; match = ranked[next]) {
      next++;
      yield match;
    }
  }
  return { rest, isFinished: () => ranked !== undefined && next >= ranked.length };
};

const rank = (store: KeyValueStore, query: Query, plan: Plan): readonly Match[] => {
  const wanted = query.skip + query.limit;
  const test = matcher(query);
  const byKey = (a: Ranked, b: Ranked): number => compareSortKeys(query.sort, a.key, b.key);
  let best: Ranked[] = [];
  let bytes = 0;
  for (const found of scan(store, plan, new Set())) {
    const match = test(found);
    if (!match) continue;
    best.push({ key: sortKeyOf(query.sort, match.document), match });
    bytes += match.raw.length;
    if (best.length > 2 * wanted + 1000) {
      best = best.sort(byKey).slice(0, wanted);
      bytes = best.reduce((sum, kept) => sum + kept.match.raw.length, 0);
    }
    if (bytes > largestSortBytes) throw sortTooLarge();
  }
  return best
    .sort(byKey)
    .slice(query.skip, wanted)
    .map(({ match }) => match);
};

const sortTooLarge = (): Refusal => new Refusal(292, 'Sort exceeded memory limit of 104857600 bytes');

const matcher = ({ filter, deadline }: Query): ((found: Found) => Match | null) => {
  const predicate = compileMatch(filter);
  let tested = 0;
  return ({ raw }) => {
    if (tested++ % deadlineEvery === 0) checkDeadline(deadline);
    const document = decode(raw);
    const matched: MatchedPosition = {};
    return predicate(document, matched) ? { raw, document, position: matched.index } : null;
  };
};

export const checkDeadline = (deadline: number): void => {
  if (performance.now() > deadline) throw new Refusal(50, 'operation exceeded time limit');
};
