import { latticeShape, valueOf, type LatticeShape } from '../disclosure/lattice';

/**
 * Everyone who answered, each in one place: a finest cell of the lattice, apart for those who finished and those who broke
 * off. Whatever is counted once by place can be added up for every filter without looking at anyone again.
 */
export interface Crowd {
  readonly shape: LatticeShape;
  /** Place of each respondent. */
  readonly placeOf: Uint32Array;
  readonly places: readonly Place[];
}

export interface Place {
  /** Finest cell of the lattice. */
  readonly cell: number;
  readonly isComplete: boolean;
  /** Deals with none of the evaluated institutions. */
  readonly isOutside: boolean;
}

/**
 * @param cells      finest cell of each respondent; the last value of the first dimension is "none of the institutions"
 * @param isComplete 1 for each respondent who finished
 */
export const crowdOf = (shape: LatticeShape, cells: Uint32Array, isComplete: Uint8Array): Crowd => {
  const known = new Int32Array(2 * shape.cells).fill(-1);
  const places: Place[] = [];
  const placeOf = new Uint32Array(cells.length);
  const outside = (shape.sizes[0] ?? 0) - 1;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    const finished = isComplete[at] ?? 0;
    const key = 2 * cell + finished;
    let place = known[key] ?? -1;
    if (place < 0) {
      place = places.length;
      known[key] = place;
      places.push({ cell, isComplete: finished === 1, isOutside: valueOf(shape, cell, 0) === outside });
    }
    placeOf[at] = place;
  }
  return { shape, placeOf, places };
};

/**
 * The same people told apart by one thing more. The strides of a further dimension come after all others, so a finest cell
 * keeps its number and only adds to it.
 *
 * @param values of each respondent in the new dimension, below `size`
 */
export const tellApart = ({ shape, placeOf, places }: Crowd, values: Uint16Array, size: number): Crowd => {
  const finer = latticeShape([...shape.sizes, size]);
  const stride = finer.strides.at(-1) ?? 1;
  const known = new Int32Array(places.length * size).fill(-1);
  const finerPlaces: Place[] = [];
  const finerOf = new Uint32Array(placeOf.length);
  for (let at = 0; at < placeOf.length; at += 1) {
    const coarse = placeOf[at] ?? 0;
    const value = values[at] ?? 0;
    const key = coarse * size + value;
    let place = known[key] ?? -1;
    if (place < 0) {
      const from = places[coarse];
      if (from === undefined) throw new RangeError(`No place ${coarse}`);
      place = finerPlaces.length;
      known[key] = place;
      finerPlaces.push({ ...from, cell: from.cell + value * stride });
    }
    finerOf[at] = place;
  }
  return { shape: finer, placeOf: finerOf, places: finerPlaces };
};
