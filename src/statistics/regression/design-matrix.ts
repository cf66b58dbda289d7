/** A predictor: numbers as they are, or codes with their categories, of which the first is the reference. */
export type Predictor =
  | { readonly name: string; readonly values: ArrayLike<number> }
  | {
      readonly name: string;
      readonly codes: readonly (number | string)[];
      readonly categories: readonly (number | string)[];
    };

export interface DesignMatrix {
  /** Names of the columns; a category's column is called `name[category]`. */
  readonly terms: readonly string[];
  /** Values of each column, one per row. */
  readonly columns: readonly Float64Array[];
}

/**
 * Columns of a regression: a column of ones, numbers as they are, and one 0/1 column per category except the first.
 *
 * @param predictors at least one, all of the same length
 * @returns          terms and columns, the intercept first
 * @throws RangeError if there is no predictor, lengths differ, a value is not finite or a code is not a category
 * @source treatment coding as R's contr.treatment
 * @example designMatrix([{ name: 'group', codes: ['a', 'b'], categories: ['a', 'b'] }]).terms // => ['(Intercept)', 'group[b]']
 */
export const designMatrix = (predictors: readonly Predictor[]): DesignMatrix => {
  const [first] = predictors;
  if (!first) throw new RangeError('A regression needs a predictor');
  const n = lengthOf(first);
  const blocks = predictors.map((predictor) => {
    if (lengthOf(predictor) !== n)
      throw new RangeError(`${predictor.name} has ${lengthOf(predictor)} rows, ${first.name} has ${n}`);
    return 'values' in predictor ? [numeric(predictor)] : dummies(predictor);
  });
  const all = [{ term: '(Intercept)', column: new Float64Array(n).fill(1) }, ...blocks.flat()];
  return { terms: all.map(({ term }) => term), columns: all.map(({ column }) => column) };
};

const lengthOf = (predictor: Predictor): number =>
  'values' in predictor ? predictor.values.length : predictor.codes.length;

const numeric = ({ name, values }: Extract<Predictor, { values: unknown }>) => {
  const column = Float64Array.from(values);
  const bad = column.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) throw new RangeError(`${name}[${bad}] = ${column[bad]}: need a finite number`);
  return { term: name, column };
};

const dummies = ({ name, codes, categories }: Extract<Predictor, { codes: unknown }>) => {
  const unknown = codes.find((code) => !categories.includes(code));
  if (unknown !== undefined) throw new RangeError(`${name}: ${unknown} is not among the categories`);
  return categories.slice(1).map((category) => ({
    term: `${name}[${category}]`,
    column: Float64Array.from(codes, (code) => Number(code === category)),
  }));
};
