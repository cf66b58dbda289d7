/**
 * Answers to an item that is worded the other way round: min + max − x.
 *
 * @param answers  one per respondent
 * @param scaleMin lowest answer of the scale
 * @param scaleMax highest answer of the scale
 * @returns        answers on the same scale
 * @throws RangeError if an answer is outside the scale
 * @source R: psych::reverse.code
 * @example reverseItem([1, 2, 6], 1, 6) // => [6, 5, 1]
 */
export const reverseItem = (answers: ArrayLike<number>, scaleMin: number, scaleMax: number): Float64Array =>
  Float64Array.from(answers, (answer) => {
    if (!(answer >= scaleMin && answer <= scaleMax))
      throw new RangeError(`${answer} is outside the scale ${scaleMin} to ${scaleMax}`);
    return scaleMin + scaleMax - answer;
  });
