import {
  adjustHolm,
  boxCounts,
  differenceTests,
  netPromoterDifference,
  newcombeInterval,
  type Interval,
  type RecommendationCounts,
} from '../../../statistics';
import { LEAST_FOR_PERCENT } from './disclosure/disclose';
import type { AskedOnce, KeyFigureName, KeyFigures } from './key-figures';
import { countRecommendations } from './measures/recommendation';
import type { CategoryVariable, VariableSet } from './variables/variable';
import { differsByOneWord, isSameText } from './waves/alike';

/** An imported wave that a key figure may be compared with. */
export interface EarlierWave {
  readonly title: string;
  readonly set: VariableSet;
}

/** What became of a key figure since an earlier wave, or why nothing is said of it. */
export type KeyChange =
  | {
      readonly kind: 'changed';
      readonly wave: string;
      /** Of the earlier wave, in its base. */
      readonly n: number;
      /** Now minus then: of shares 0 to 1, of the balance of recommendations in points. */
      readonly difference: number;
      /** 95%, not adjusted. */
      readonly interval: Interval;
      readonly p: number;
      /** Holm, over the key figures that are compared. */
      readonly adjustedP: number;
      readonly isSignificant: boolean;
    }
  /** The earlier wave asked, but in other words, on another scale, or somebody decided that it must not be compared. */
  | { readonly kind: 'beside'; readonly wave: string; readonly reason: 'words' | 'scale' | 'decided' }
  /** Too few people answered then or now. */
  | { readonly kind: 'few'; readonly wave: string }
  | { readonly kind: 'not-asked'; readonly wave: string };

export type KeyChanges = Readonly<Partial<Record<KeyFigureName, KeyChange>>>;

const LEVEL = 0.05;

/** The key figures of everyone against the newest earlier wave that asked, tested together. */
export const keyChanges = (figures: KeyFigures, wave: EarlierWave): KeyChanges => {
  const found = NAMES.flatMap((name) => {
    const change = figures[name] === null ? null : changeOf(name, figures, wave);
    return change === null ? [] : [[name, change] as const];
  });
  const adjusted = adjustHolm(found.flatMap(([, change]) => (change.kind === 'changed' ? [change.p] : [])));
  let next = 0;
  return Object.fromEntries<KeyChange>(
    found.map(([name, change]) => {
      if (change.kind !== 'changed') return [name, change];
      const adjustedP = adjusted[next++] ?? 1;
      return [name, { ...change, adjustedP, isSignificant: adjustedP < LEVEL }];
    }),
  );
};

const NAMES: readonly KeyFigureName[] = ['overallRating', 'recommendation', 'remainingJobs', 'coordination'];

const changeOf = (name: KeyFigureName, figures: KeyFigures, { title: wave, set }: EarlierWave): KeyChange => {
  const asked = figures.asked[name];
  const variable = asked === null ? undefined : findEarlier(asked, set);
  if (asked === null || variable === undefined) return { kind: 'not-asked', wave };
  const reason = reasonAgainst(asked, variable);
  if (reason !== null) return { kind: 'beside', wave, reason };
  const test = name === 'recommendation' ? balanceChange(figures, variable) : shareChange(figures[name], variable);
  return test === null
    ? { kind: 'few', wave }
    : { kind: 'changed', wave, ...test, adjustedP: test.p, isSignificant: false };
};

/** By what somebody decided at the import; else a column named like the meaning or the field of the question. */
const findEarlier = ({ comparisonCode, sources }: AskedOnce, set: VariableSet): CategoryVariable | undefined => {
  const categories = [...set.variables.values()].filter((variable) => variable.kind === 'category');
  const isOurs = (questionnaire: string, field: string): boolean =>
    sources.some((source) => source.questionnaire === questionnaire && source.field === field);
  const matched = categories.find(({ origin }) => {
    const match = origin?.kind === 'wave' ? origin.match : undefined;
    if (match === undefined) return false;
    return (
      (comparisonCode !== null && match.comparisonCode === comparisonCode) || isOurs(match.questionnaire, match.field)
    );
  });
  const names = new Set([...(comparisonCode === null ? [] : [comparisonCode]), ...sources.map(({ field }) => field)]);
  return matched ?? categories.find(({ name }) => names.has(name));
};

const reasonAgainst = (
  asked: AskedOnce,
  { label, categories, origin }: CategoryVariable,
): 'words' | 'scale' | 'decided' | null => {
  const points = categories.flatMap(({ value, missing }) => (value === null || missing !== null ? [] : [value]));
  if (points.toSorted((a, b) => a - b).join() !== asked.points.toSorted((a, b) => a - b).join()) return 'scale';
  const match = origin?.kind === 'wave' ? origin.match : undefined;
  if (match !== undefined) return match.comparability === 'apart' ? 'decided' : null;
  return asked.texts.some((text) => isSameText(text, label) || differsByOneWord(text, label)) ? null : 'words';
};

interface Tested {
  readonly n: number;
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
}

const shareChange = (now: KeyFigures[KeyFigureName], earlier: CategoryVariable): Tested | null => {
  if (now?.level !== 'estimates' || !('top' in now.estimates) || now.estimates.top === null) return null;
  const { counts, points, answered: n } = countCategories(earlier);
  const before = { successes: boxCounts(points, counts).top, n };
  const after = { successes: now.estimates.top.count, n: now.n };
  const pair = { first: after, second: before };
  const interval = newcombeInterval(pair);
  const p = differenceTests(pair)?.pooled?.p ?? null;
  if (n < LEAST_FOR_PERCENT || interval === null || p === null) return null;
  return { n, difference: after.successes / after.n - before.successes / n, interval, p };
};

const balanceChange = ({ recommendation }: KeyFigures, earlier: CategoryVariable): Tested | null => {
  if (recommendation?.level !== 'estimates') return null;
  const { counts, points, answered: n } = countCategories(earlier);
  const before: RecommendationCounts = countRecommendations(points, counts);
  const { detractors, passives, promoters } = recommendation.counts;
  const change = netPromoterDifference({ detractors, passives, promoters }, before);
  return n < LEAST_FOR_PERCENT || change === null ? null : { n, ...change };
};

/** Answers per scale point, and everyone who answered: "don't know" is in the base of shares. */
const countCategories = ({ categories, places }: CategoryVariable) => {
  const byPlace = new Array<number>(categories.length).fill(0);
  let answered = 0;
  for (const place of places) {
    if (place >= 0) byPlace[place] = (byPlace[place] ?? 0) + 1;
    if (place >= 0 || place === -97 || place === -98) answered += 1;
  }
  const scale = categories.flatMap(({ value, missing }, place) =>
    value === null || missing !== null ? [] : [{ value, count: byPlace[place] ?? 0 }],
  );
  return { points: scale.map(({ value }) => value), counts: scale.map(({ count }) => count), answered };
};
