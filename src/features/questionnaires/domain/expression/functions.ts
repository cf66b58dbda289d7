/** How many arguments each function takes. */
export const ARGUMENTS: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['not', [1, 1]],
  ['true', [0, 0]],
  ['false', [0, 0]],
  ['if', [3, 3]],
  ['coalesce', [1, 20]],
  ['selected', [2, 2]],
  ['selected-at', [2, 2]],
  ['count-selected', [1, 1]],
  ['regex', [2, 2]],
  ['today', [0, 0]],
  ['number', [1, 1]],
  ['int', [1, 1]],
  ['round', [1, 2]],
  ['min', [1, 100]],
  ['max', [1, 100]],
  ['sum', [1, 300]],
  ['string-length', [1, 1]],
  ['concat', [1, 20]],
  ['contains', [2, 2]],
  ['starts-with', [2, 2]],
]);

export const FUNCTION_NAMES: readonly string[] = [...ARGUMENTS.keys()];
