import { keyChanges, type EarlierWave, type KeyChange } from '../../../src/features/analysis/domain';
import type { Category, CategoryVariable, WaveMatch } from '../../../src/features/analysis/domain/variables/variable';
import type { Item } from '../../../src/features/questionnaires/domain';
import { AGREE5, questionnaire, response, resultsOf, times } from './answers';

/* The tiles of the dashboard against an imported wave: same meaning and scale, or no change is given. */

const TEXT = 'Jak ogólnie oceniają Państwo wsparcie?';

const rating: Item = {
  kind: 'single',
  code: 'Z3',
  text: TEXT,
  criterion: 'jakosc',
  scale: 'AGREE5',
  choices: AGREE5,
  comparisonCode: 'overall-rating',
};

/** 56 of 70 gave a 5 now. */
const figures = resultsOf(
  questionnaire(rating),
  times(70, (at) => response({ Z3: at < 56 ? '5' : '2' })),
).keyFigures!;

const points: readonly Category[] = AGREE5.map(({ code, label, value }) => ({
  code,
  label,
  value: value ?? null,
  missing: value === undefined ? 98 : null,
}));

/** 48 of 80 gave a 5 then. */
const earlier = (change: Partial<CategoryVariable> = {}): EarlierWave => {
  const places = Int16Array.from({ length: 80 }, (_, at) => (at < 48 ? 4 : 1));
  const variable: CategoryVariable = {
    kind: 'category',
    name: 'Z3',
    label: TEXT,
    level: 'ordinal',
    categories: points,
    places,
    ...change,
  };
  return { title: 'Badanie 2024', set: { n: places.length, variables: new Map([[variable.name, variable]]) } };
};

const matched = (comparability: WaveMatch['comparability']): Partial<CategoryVariable> => ({
  name: 'pyt_7',
  label: 'Ocena',
  origin: {
    kind: 'wave',
    match: { questionnaire: 'x', field: 'y', comparisonCode: 'overall-rating', comparability, reason: null },
  },
});

const changeSince = (wave: EarlierWave): KeyChange | undefined => keyChanges(figures, wave).overallRating;

describe('the change of a key figure since an earlier wave', () => {
  it('has an interval and a test', () => {
    // R: prop.test(c(56, 48), c(70, 80), correct = FALSE)$p.value; Newcombe's method 10 as in DescTools::BinomDiffCI.
    const change = changeSince(earlier());
    expect(change).toMatchObject({ kind: 'changed', n: 80, isSignificant: true });
    if (change?.kind !== 'changed') return;
    expect(change.difference).toBeCloseTo(0.2, 10);
    expect(change.interval.low).toBeCloseTo(0.0524, 4);
    expect(change.interval.high).toBeCloseTo(0.3339, 4);
    expect(change.p).toBeCloseTo(0.008, 3);
  });

  it('is found by the meaning that was chosen when the wave was taken in', () => {
    expect(changeSince(earlier(matched('recoded')))).toMatchObject({ kind: 'changed' });
  });

  it('is not given where somebody decided that the two cannot be compared', () => {
    expect(changeSince(earlier(matched('apart')))).toMatchObject({ kind: 'beside', reason: 'decided' });
  });

  it('is not given where the words were others', () => {
    expect(changeSince(earlier({ label: 'Czy doradca był miły?' }))).toMatchObject({ kind: 'beside', reason: 'words' });
  });

  it('is not given where the scale was another', () => {
    expect(changeSince(earlier({ categories: points.slice(0, 4) }))).toMatchObject({ kind: 'beside', reason: 'scale' });
  });

  it('is not given for few people', () => {
    expect(changeSince(earlier({ places: Int16Array.of(4, 4, 4, 1, 1, 1, 1, 1) }))).toMatchObject({ kind: 'few' });
  });

  it('is not invented where the wave did not ask', () => {
    expect(changeSince(earlier({ name: 'wiek' }))).toEqual({ kind: 'not-asked', wave: 'Badanie 2024' });
  });
});
