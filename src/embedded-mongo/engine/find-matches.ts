import type { Collection } from '../catalog/collection';
import { compileMatch } from '../match/compile-match';
import type { MatchedPosition, Terms } from '../match/predicate';
import { plainTerms } from '../match/predicate';
import { Refusal } from '../refusal';
import type { KeyValueStore } from '../store/key-value-store';
import type { BsonDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import type { Plan } from './plan';
import { planScan } from './plan';
import type { Found } from './scan';
import { scan, scanKeys } from './scan';
import { documentPrefix } from '../store/keys';
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
  /** Holds for the first batch; whoever takes the search up again later may set it anew. */
  deadline: number;
  readonly terms?: Terms;
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
  /** What an order made in memory still holds. */
  readonly heldBytes: () => number;
}

/**
 * All matches, some at a time: the reader may write between two of them, and memory stays small. Writing may move a
 * document within the index that is being read, so behind an index all keys are noted before the first match is given.
 */
export function* matchesToChange(store: KeyValueStore, query: Query): Iterable<Match> {
  const plan = planScan(query.collection, query.filter, query.sort, query.terms?.texts);
  if (!plan.sorted || query.limit !== Infinity) yield* [...findMatches(store, query).rest()];
  else if (plan.index) yield* behindKeys(store, query, plan);
  else yield* inPortions(findMatches(store, query));
}

function* behindKeys(store: KeyValueStore, query: Query, plan: Plan): Iterable<Match> {
  const test = matcher(query);
  const keys = Array.from(scanKeys(store, plan));
  for (const key of keys) {
    const raw = store.get(Buffer.concat([documentPrefix(query.collection.id), key]));
    const match = raw && test({ at: key, raw });
    if (match) yield match;
  }
}

const portionDocuments = 1000;
const portionBytes = 4 * 1024 * 1024;

/** Goes through a search in portions, so that nothing stays open in the store while a match is worked on. */
export function* inPortions(search: Search): Iterable<Match> {
  for (;;) {
    const portion: Match[] = [];
    let bytes = 0;
    for (const match of search.rest()) {
      portion.push(match);
      bytes += match.raw.length;
      if (portion.length >= portionDocuments || bytes >= portionBytes) break;
    }
    if (portion.length === 0) return;
    yield* portion;
  }
}

export const findMatches = (store: KeyValueStore, query: Query): Search => {
  const plan = planScan(query.collection, query.filter, query.sort, query.terms?.texts);
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
  return { rest, isFinished: () => state.left <= 0, heldBytes: () => 0 };
};

/** Without the decoded document, which takes several times the room of its bytes. */
interface Ranked {
  readonly key: SortKey;
  readonly raw: Buffer;
  readonly position: number | undefined;
}

const sortedInMemory = (store: KeyValueStore, query: Query, plan: Plan): Search => {
  let ranked: readonly Ranked[] | undefined;
  let next = 0;
  let held = 0;
  function* rest(): Iterable<Match> {
    if (!ranked) {
      ranked = rank(store, query, plan);
      held = ranked.reduce((sum, { raw }) => sum + raw.length, 0);
    }
    for (let one = ranked[next]; one; one = ranked[next]) {
      next++;
      held -= one.raw.length;
      yield { raw: one.raw, document: decode(one.raw), position: one.position };
    }
  }
  return { rest, isFinished: () => ranked !== undefined && next >= ranked.length, heldBytes: () => held };
};

const rank = (store: KeyValueStore, query: Query, plan: Plan): readonly Ranked[] => {
  const texts = query.terms?.texts;
  const wanted = query.skip + query.limit;
  const test = matcher(query);
  const byKey = (a: Ranked, b: Ranked): number => compareSortKeys(query.sort, a.key, b.key, texts);
  let best: Ranked[] = [];
  let bytes = 0;
  for (const found of scan(store, plan, new Set())) {
    const match = test(found);
    if (!match) continue;
    best.push({ key: sortKeyOf(query.sort, match.document, texts), raw: match.raw, position: match.position });
    bytes += match.raw.length;
    if (best.length > 2 * wanted + 1000) {
      best = best.sort(byKey).slice(0, wanted);
      bytes = best.reduce((sum, kept) => sum + kept.raw.length, 0);
    }
    if (bytes > largestSortBytes) throw sortTooLarge();
  }
  return best.sort(byKey).slice(query.skip, wanted);
};

const sortTooLarge = (): Refusal => new Refusal(292, 'Sort exceeded memory limit of 104857600 bytes');

const matcher = (query: Query): ((found: Found) => Match | null) => {
  const predicate = compileMatch(query.filter, query.terms ?? plainTerms);
  let tested = 0;
  return ({ raw }) => {
    if (tested++ % deadlineEvery === 0) checkDeadline(query.deadline);
    const document = decode(raw);
    const matched: MatchedPosition = {};
    return predicate(document, matched) ? { raw, document, position: matched.index } : null;
  };
};

export const checkDeadline = (deadline: number): void => {
  if (performance.now() > deadline) throw new Refusal(50, 'operation exceeded time limit');
};
