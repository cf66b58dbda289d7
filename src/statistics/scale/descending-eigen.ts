import { EigenvalueDecomposition, type Matrix } from 'ml-matrix';

/** Eigenvalues of a symmetric matrix in descending order, with their vectors as columns. */
export const descendingEigen = (symmetric: Matrix): { readonly values: number[]; readonly vectors: Matrix } => {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, at) => at);
  order.sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  return {
    values: order.map((at) => realEigenvalues[at] ?? 0),
    vectors: eigenvectorMatrix.subMatrixColumn(order),
  };
};
