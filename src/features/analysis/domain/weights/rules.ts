/** How a weight is made from the answers at hand; a saved version never changes. */
export interface WeightRules {
  /** Margin after margin until all hold, or one crossing of variables met at once. */
  readonly method: 'raking' | 'cells';
  /** `totals`: people of the population, weights add up to them. `shares`: percent, weights average 1. */
  readonly unit: 'totals' | 'shares';
  /** Weight that respondents start from, such as that of the sample; null: everyone alike. */
  readonly base: string | null;
  readonly margins: readonly WeightMargin[];
  readonly trimming: Trimming;
}

export interface WeightMargin {
  /** One variable; several of them crossed. */
  readonly variables: readonly string[];
  readonly cells: readonly WeightCell[];
}

/** Categories with one population total together. */
export interface WeightCell {
  /** Codes of the variables, one list for each combination that belongs here; the first gives the name. */
  readonly members: readonly (readonly string[])[];
  readonly total: number;
}

/** What is cut off is shared equally among the others, so that the sum stays. */
export type Trimming =
  | { readonly kind: 'none' }
  /** Times the mean weight. */
  | { readonly kind: 'bounds'; readonly lower: number; readonly upper: number }
  /** Cuts this share of the weights at either end, 0.01 to 0.25. */
  | { readonly kind: 'quantile'; readonly share: number };

export const LIMITS = { margins: 8, cells: 200, cellsInAll: 400, total: 1e12 } as const;

/** Name of a combination in forms and files: the same for the same variables and codes, in their order. */
export const cellKey = (variables: readonly string[], codes: readonly string[]): string =>
  `${variables.map(encodeURIComponent).join(',')}:${codes.map(encodeURIComponent).join(',')}`;
