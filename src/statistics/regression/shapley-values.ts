/**
 * What each driver adds to R² on average over all orders of entering: subsets of size s count s!(k − 1 − s)!/k!.
 *
 * @param shares R² of every subset, see subsetR2
 * @param k      number of drivers
 */
export const shapleyValues = (shares: Float64Array, k: number): Float64Array => {
  const orders = orderWeights(k);
  const values = new Float64Array(k);
  for (let subset = 0; subset < shares.length; subset++) {
    const share = shares[subset] ?? 0;
    const size = sizeOf(subset);
    // A subset is what its drivers lead to, and what the others start from.
    const [gained, left] = [(orders[size - 1] ?? 0) * share, (orders[size] ?? 0) * share];
    for (let driver = 0; driver < k; driver++)
      values[driver] = (values[driver] ?? 0) + ((subset & (1 << driver)) === 0 ? -left : gained);
  }
  return values;
};

const orderWeights = (k: number): number[] => {
  const weights = [1 / k];
  for (let size = 1; size < k; size++) weights.push(((weights[size - 1] ?? 0) * size) / (k - size));
  return weights;
};

const sizeOf = (subset: number): number => {
  let size = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) size += 1;
  return size;
};
