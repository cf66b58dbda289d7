/**
 * Every view a person can open: all combinations of one value or "all" in each dimension (institution, subregion,
 * client type, completeness). Protection looks at the whole lattice, because what one filter hides another could tell.
 */
export interface LatticeShape {
  /** Values of each dimension; "all" is one place more. */
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly cells: number;
}

export const ALL = -1;

export const latticeShape = (sizes: readonly number[]): LatticeShape => {
  const strides: number[] = [];
  let cells = 1;
  for (const size of sizes) {
    strides.push(cells);
    cells *= size + 1;
  }
  return { sizes, strides, cells };
};

/** Number of a cell; `ALL` in a dimension means all its values. */
export const cellAt = ({ sizes, strides }: LatticeShape, values: readonly number[]): number =>
  sizes.reduce((cell, size, dimension) => {
    const value = values[dimension] ?? ALL;
    return cell + (value === ALL ? size : value) * (strides[dimension] ?? 0);
  }, 0);

/** Value of a cell in a dimension; the dimension's size when it is "all". */
export const valueOf = ({ sizes, strides }: LatticeShape, cell: number, dimension: number): number =>
  Math.floor(cell / (strides[dimension] ?? 1)) % ((sizes[dimension] ?? 0) + 1);

/**
 * Respondents in the base, counted in every cell of the lattice.
 *
 * @param cells finest cell of each respondent
 * @param isIn  whether the respondent at this place counts
 */
export const countLattice = (shape: LatticeShape, cells: Uint32Array, isIn: (at: number) => boolean): Uint32Array => {
  const counts = new Uint32Array(shape.cells);
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    if (isIn(at)) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  addUpLattice(shape, counts);
  return counts;
};

/** Fills every "all" of a lattice in which only the finest cells are counted. */
export const addUpLattice = (shape: LatticeShape, counts: Uint32Array): void => {
  for (const [dimension, size] of shape.sizes.entries()) {
    const stride = shape.strides[dimension] ?? 1;
    for (let cell = 0; cell < shape.cells; cell += 1) {
      const value = Math.floor(cell / stride) % (size + 1);
      if (value === size) continue;
      const sum = cell + (size - value) * stride;
      counts[sum] = (counts[sum] ?? 0) + (counts[cell] ?? 0);
    }
  }
};
