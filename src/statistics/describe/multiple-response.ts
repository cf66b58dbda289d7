/** A question with several answers allowed. */
export interface MultipleResponse {
  /** Respondents, also those who chose nothing. */
  readonly n: number;
  /** Respondents who chose at least one item. */
  readonly respondentsWithAny: number;
  /** Choices of all items together. */
  readonly responses: number;
  readonly counts: readonly number[];
  /** Of all choices: adds up to 100; null when there are none. */
  readonly percentOfResponses: readonly number[] | null;
  /** Of respondents who chose something: may add up to more than 100; null when there are none. */
  readonly percentOfRespondentsWithAny: readonly number[] | null;
  /** Of all respondents; null when there are none. */
  readonly percentOfRespondents: readonly number[] | null;
  /** Choices per respondent who chose something; null when there are none. */
  readonly responsesPerRespondent: number | null;
}

/**
 * Counts and percentages of a multiple-choice question on its three bases; say in print which one is shown.
 *
 * @param items one column per item: 1 = chosen, 0 = not; same lengths
 * @returns     counts and percents, 0 to 100, in the order of the items
 * @throws RangeError if lengths differ or a value is neither 0 nor 1
 * @source SPSS MULT RESPONSE; R: colSums(x) / sum(x); colSums(x) / sum(rowSums(x) > 0)
 * @example multipleResponse([[1, 0, 1], [1, 0, 0]]).percentOfRespondentsWithAny // => [100, 50]
 */
export const multipleResponse = (items: readonly ArrayLike<number>[]): MultipleResponse => {
  const n = items[0]?.length ?? 0;
  const chosen = new Uint8Array(n);
  const counts = items.map((item) => countChosen(item, chosen));
  const responses = counts.reduce((sum, count) => sum + count, 0);
  const respondentsWithAny = chosen.reduce((sum, any) => sum + any, 0);
  const percents = (base: number): readonly number[] | null =>
    base === 0 ? null : counts.map((count) => (100 * count) / base);
  return {
    n,
    respondentsWithAny,
    responses,
    counts,
    percentOfResponses: percents(responses),
    percentOfRespondentsWithAny: percents(respondentsWithAny),
    percentOfRespondents: percents(n),
    responsesPerRespondent: respondentsWithAny === 0 ? null : responses / respondentsWithAny,
  };
};

const countChosen = (item: ArrayLike<number>, chosen: Uint8Array): number => {
  if (item.length !== chosen.length) throw new RangeError(`Items of ${item.length} and ${chosen.length} respondents`);
  let count = 0;
  for (let row = 0; row < item.length; row += 1) {
    if (item[row] !== 0 && item[row] !== 1) throw new RangeError(`${item[row]}: an item is chosen (1) or not (0)`);
    if (item[row] === 0) continue;
    chosen[row] = 1;
    count += 1;
  }
  return count;
};
