import type { Category } from '../variables/variable';

/** Categories of one variable that a table shows as one. */
export interface Merge {
  readonly variable: string;
  readonly codes: readonly string[];
  /** Null: the labels of its categories joined. */
  readonly label: string | null;
}

/** A row or column of a variable: one category, or several merged. */
export interface Line {
  readonly code: string;
  readonly label: string;
  /** Places of its categories. */
  readonly places: readonly number[];
  /** Their codes, where they are several. */
  readonly merged?: readonly string[];
}

/** Lines of a variable in the order of its categories; a merged line stands where the first of its categories stood. */
export const linesOf = (
  { name, categories }: { readonly name: string; readonly categories: readonly Category[] },
  merges: readonly Merge[] = [],
): readonly Line[] => {
  const own = merges.filter(({ variable }) => variable === name);
  return categories.flatMap(({ code, label }, place): readonly Line[] => {
    const merge = own.find(({ codes }) => codes.includes(code));
    if (merge === undefined) return [{ code, label, places: [place] }];
    const places = categories.flatMap((category, at) => (merge.codes.includes(category.code) ? [at] : []));
    return places[0] === place ? [mergedLine(merge, categories, places)] : [];
  });
};

const mergedLine = ({ label }: Merge, categories: readonly Category[], places: readonly number[]): Line => {
  const merged = places.flatMap((place) => categories[place] ?? []);
  return {
    code: merged.map(({ code }) => code).join('+'),
    merged: merged.map(({ code }) => code),
    label: label ?? merged.map((category) => category.label).join(' + '),
    places,
  };
};

/** The line of each category. */
export const lineOfPlace = (lines: readonly Line[], categories: number): Int16Array => {
  const lineOf = new Int16Array(categories).fill(-1);
  for (const [line, { places }] of lines.entries()) for (const place of places) lineOf[place] = line;
  return lineOf;
};
