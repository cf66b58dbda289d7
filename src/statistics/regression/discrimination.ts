import { midRanks } from '../describe/mid-ranks';
import { assertSameLength } from '../vector';

export interface Discrimination {
  /** Area under the ROC curve: how often a random yes has a higher probability than a random no. */
  readonly auc: number;
  /** Mean probability of the yes minus that of the no, Tjur's R². */
  readonly tjurR2: number;
  /** Share classified rightly when probabilities of 0.5 and more count as yes. */
  readonly accuracy: number;
}

/** Fitted probabilities that agree to this many decimals are ties. */
const DECIMALS = 12;

/**
 * How well fitted probabilities tell yes from no.
 *
 * @param probabilities fitted, in [0, 1], one per person
 * @param y             1 = yes, 0 = no
 * @returns             shares; null when everybody gave the same answer
 * @throws RangeError if lengths differ or a probability is not finite
 * @source Hanley & McNeil (1982), Radiology 143, 29-36; Tjur (2009), American Statistician 63, 366-372
 * @example discrimination([0.2, 0.6, 0.4, 0.9], [0, 0, 1, 1])?.auc // => 0.75
 */
export const discrimination = (probabilities: ArrayLike<number>, y: ArrayLike<number>): Discrimination | null => {
  assertSameLength(y.length, probabilities, 'probabilities');
  const { ranks } = midRanks(Float64Array.from(probabilities, (p) => Number(p.toFixed(DECIMALS))));
  let [yes, yesRanks, yesSum, noSum, right] = [0, 0, 0, 0, 0];
  for (let row = 0; row < y.length; row++) {
    const p = probabilities[row] ?? 0;
    if (y[row] === 1) [yes, yesRanks, yesSum] = [yes + 1, yesRanks + (ranks[row] ?? 0), yesSum + p];
    else noSum += p;
    if (p >= 0.5 === (y[row] === 1)) right += 1;
  }
  const no = y.length - yes;
  if (yes === 0 || no === 0) return null;
  return {
    auc: (yesRanks - (yes * (yes + 1)) / 2) / (yes * no),
    tjurR2: yesSum / yes - noSum / no,
    accuracy: right / y.length,
  };
};
