import {
  MOST_RANKED,
  MOST_SCORE,
  SHEET_CRITERIA,
  type SheetCriterion,
  type SheetWords,
  type SphereOption,
  type SphereScores,
} from '../domain';
import type { SheetForm } from './inputs';

export type SheetFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'twice'; readonly sphere: string }
  | { readonly kind: 'score'; readonly sphere: string };

/** What was chosen, place by place and score by score, faults and all. */
export interface TypedSheet {
  /** Codes; empty where a place was left out. */
  readonly places: readonly string[];
  readonly scores: Readonly<Record<string, Readonly<Partial<Record<SheetCriterion, string>>>>>;
}

export const scoreName = (criterion: SheetCriterion, sphere: string): string => `ocena-${criterion}-${sphere}`;

export const typedOf = (form: SheetForm, options: readonly SphereOption[]): TypedSheet => ({
  places: Array.from({ length: MOST_RANKED }, (_, at) => form.miejsce[at] ?? ''),
  scores: Object.fromEntries(
    options.map(({ code }) => [
      code,
      Object.fromEntries(SHEET_CRITERIA.map((criterion) => [criterion, textIn(form[scoreName(criterion, code)])])),
    ]),
  ),
});

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is kept, as a form shows it. */
export const typedFrom = (sheet: SheetWords | undefined): TypedSheet => ({
  places: Array.from({ length: MOST_RANKED }, (_, at) => sheet?.ranking[at] ?? ''),
  scores: Object.fromEntries(
    Object.entries(sheet?.scores ?? {}).map(([code, scores]) => [
      code,
      Object.fromEntries(Object.entries(scores).map(([criterion, score]) => [criterion, String(score)])),
    ]),
  ),
});

export interface ReadSheet {
  readonly words: SheetWords;
  readonly faults: readonly SheetFault[];
}

/** Places that were left out are skipped: the order is that of the spheres that were chosen. */
export const readSheet = ({ places, scores }: TypedSheet): ReadSheet => {
  const ranking = places.filter((code) => code !== '');
  const twice = [...new Set(ranking.filter((code, at) => ranking.indexOf(code) !== at))];
  const read = Object.entries(scores).map(([sphere, own]) => ({ sphere, ...scoresOf(own) }));
  const given = Object.fromEntries(
    read.flatMap(({ sphere, scored }) => (Object.keys(scored).length === 0 ? [] : [[sphere, scored]])),
  );
  const isEmpty = ranking.length === 0 && Object.keys(given).length === 0;
  const faults: readonly SheetFault[] = [
    ...(isEmpty ? [{ kind: 'empty' } as const] : []),
    ...twice.map((sphere) => ({ kind: 'twice', sphere }) as const),
    ...read.flatMap(({ sphere, isFaulty }) => (isFaulty ? [{ kind: 'score', sphere } as const] : [])),
  ];
  return { words: { ranking, scores: given }, faults };
};

const SCORES = new Map(Array.from({ length: MOST_SCORE }, (_, at) => [String(at + 1), at + 1]));

const scoresOf = (own: TypedSheet['scores'][string]) => {
  const scored: { -readonly [C in keyof SphereScores]: SphereScores[C] } = {};
  let isFaulty = false;
  for (const criterion of SHEET_CRITERIA) {
    const text = own[criterion] ?? '';
    const score = SCORES.get(text);
    if (score !== undefined) scored[criterion] = score;
    else isFaulty ||= text !== '';
  }
  return { scored, isFaulty };
};
