/** Correct digits that a two-pass program in double precision reaches, data constants subtracted first. */
const DIGITS: Readonly<Record<string, number>> = {
  nist_lew: 13,
  nist_lottery: 13,
  nist_mavro: 12,
  nist_numacc1: 13,
  nist_numacc3: 9,
  nist_sirstv: 12,
  nist_smls01: 13,
  nist_smls04: 10,
  nist_smls07: 4,
  nist_norris: 11,
};

/** LRE = −log10 of the relative error; NIST's measure of correct digits. */
const correctDigits = (actual: number, expected: number): number =>
  actual === expected ? Infinity : -Math.log10(Math.abs(actual - expected) / Math.abs(expected));

/** Means to 14 digits, other certified values to the data set's digits, p by its logarithm, counts exactly. */
export const nistAgrees =
  (dataset: string, field: string) =>
  (actual: number, expected: number): boolean => {
    if (field === 'n' || field.startsWith('df_')) return actual === expected;
    if (field === 'p') return correctDigits(Math.log(actual), Math.log(expected)) >= (DIGITS[dataset] ?? 13) - 1;
    const needed = field.endsWith('_mean') ? 14 : (DIGITS[dataset] ?? 13);
    return correctDigits(actual, expected) >= needed;
  };
