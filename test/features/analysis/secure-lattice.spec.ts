import { cellAt, countLattice, latticeShape, valueOf } from '../../../src/features/analysis/domain/disclosure/lattice';
import { protect } from '../../../src/features/analysis/domain/disclosure/protect';
import { secureLattice } from '../../../src/features/analysis/domain/tallies/secure-lattice';
import { seededRandom } from '../../../src/platform/random';
import { boundsOf } from './attack';

/* An attacker with a solver (HiGHS) puts all numbers of people on all filtered pages together. */

const K = 5;
const SIZES = [3, 3, 4];
const shape = latticeShape(SIZES);
const rule = {
  smallestGroup: K,
  isUnpublished: (cell: number) => SIZES.some((size, dimension) => valueOf(shape, cell, dimension) === size - 1),
  isUnrecognisable: () => false,
};

const isIn = (part: number, cell: number): boolean =>
  SIZES.every(
    (size, dimension) =>
      valueOf(shape, cell, dimension) === size || valueOf(shape, cell, dimension) === valueOf(shape, part, dimension),
  );

/** Unequal crowds, in which rare combinations are common. */
const crowd = (seed: number): Uint32Array => {
  const random = seededRandom(seed);
  const rare = (size: number): number => Math.min(size - 1, Math.floor(size * random() ** 2));
  return Uint32Array.from({ length: 60 + Math.floor(200 * random()) }, () => cellAt(shape, SIZES.map(rare)));
};

describe('pages of results put together', () => {
  test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
    'tell nobody how many a group smaller than the limit has (crowd %i)',
    async (seed) => {
      const counts = countLattice(shape, crowd(seed), () => true);
      const hidden = secureLattice(shape, counts, protect(shape, counts, rule), rule);
      const all = Array.from({ length: shape.cells }, (_, cell) => cell);
      const finest = all.filter((cell) => SIZES.every((size, dimension) => valueOf(shape, cell, dimension) < size));
      const partsOf = (cell: number): number[] =>
        finest.flatMap((part, place) => (isIn(part, cell) && counts[part]! > 0 ? [place] : []));
      const known = all
        .filter((cell) => counts[cell]! > 0 && hidden[cell] === 0 && !rule.isUnpublished(cell))
        .map((cell) => ({ of: partsOf(cell), least: counts[cell]!, most: counts[cell]! }));
      const small = all.filter((cell) => counts[cell]! > 0 && counts[cell]! < K);
      for (const cell of small) {
        const { least, most } = await boundsOf(finest.length, known, partsOf(cell));
        expect(most).toBeGreaterThan(least);
      }
    },
    60_000,
  );
});
