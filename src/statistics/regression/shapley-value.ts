/**
 * What a driver adds to R² on average over all orders of entering: subsets of size s count s!(k − 1 − s)!/k!.
 *
 * @param shares R² of every subset, see subsetR2
 * @param driver its bit
 */
export const shapleyValue = (shares: Float64Array, driver: number): number => {
  const k = Math.log2(shares.length);
  const orders = orderWeights(k);
  let total = 0;
  for (let subset = 0; subset < shares.length; subset++) {
    if (subset & (1 << driver)) continue;
    total += (orders[sizeOf(subset)] ?? 0) * ((shares[subset | (1 << driver)] ?? 0) - (shares[subset] ?? 0));
  }
  return total;
};

const orderWeights = (k: number): number[] => {
  const weights = [1 / k];
  for (let size = 1; size < k; size++) weights.push(((weights[size - 1] ?? 0) * size) / (k - size));
  return weights;
};

const sizeOf = (subset: number): number => {
  let size = 0;
  for (let rest = subset; rest > 0; rest >>= 1) size += rest & 1;
  return size;
};
