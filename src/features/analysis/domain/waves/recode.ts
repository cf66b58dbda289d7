import { LEFT_EMPTY, type Category, type CategoryVariable } from '../variables/variable';
import { isSameText } from './alike';

/** Code of a column → code of our question; null: counts as left empty. Codes not named stay as they are. */
export type Recoding = ReadonlyMap<string, string | null>;

/** What each category becomes, by its words, else by its number where the column has no words. */
export const suggestRecoding = (from: readonly Category[], to: readonly Category[]): Recoding =>
  new Map(
    from.flatMap((category) => {
      const found = counterpartOf(category, to);
      return found === undefined ? [] : [[category.code, found.code] as const];
    }),
  );

const counterpartOf = (category: Category, to: readonly Category[]): Category | undefined => {
  const byWords = to.find(({ label }) => isSameText(label, category.label));
  if (byWords !== undefined) return byWords;
  if (category.missing !== null) return to.find(({ missing }) => missing === category.missing);
  const hasWords = category.label !== '' && category.label !== category.code;
  if (hasWords) return undefined;
  return to.find(({ code, value }) => code === category.code || (value !== null && value === category.value));
};

/** Whether every category becomes one of ours, or nothing. */
export const isWhole = (from: readonly Category[], recoding: Recoding): boolean =>
  from.every(({ code }) => recoding.has(code));

/** The answers in the categories of our question. */
export const recodeVariable = (
  variable: CategoryVariable,
  recoding: Recoding,
  { categories, level }: Pick<CategoryVariable, 'categories' | 'level'>,
): CategoryVariable => {
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]));
  const places = variable.categories.map(({ code }) => placeOf.get(recoding.get(code) ?? '') ?? LEFT_EMPTY);
  return {
    ...variable,
    level,
    categories,
    places: variable.places.map((place) => (place < 0 ? place : (places[place] ?? LEFT_EMPTY))),
  };
};
