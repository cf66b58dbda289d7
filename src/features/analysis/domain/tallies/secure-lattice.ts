import { findExposed } from '../disclosure/find-exposed';
import { valueOf, type LatticeShape } from '../disclosure/lattice';
import { protectBeyond, type ProtectionRule } from '../disclosure/protect';

/**
 * Hides more of a protected lattice until no small group follows from all its visible cells by whatever sums and
 * differences: lines alone do not stop a reader who solves several of them as one system of equations.
 *
 * @param counts respondents in every cell
 * @param hidden what `protect` hides
 */
export const secureLattice = (
  shape: LatticeShape,
  counts: Uint32Array,
  hidden: Uint8Array,
  rule: ProtectionRule,
): Uint8Array => {
  if (!hidden.includes(1)) return hidden;
  const finest = cellsOf(shape).filter((cell) => (counts[cell] ?? 0) > 0 && isFinest(shape, cell));
  // Nobody can recognise these people, so that no group with them is small.
  const people = finest.map((cell) => (rule.isUnrecognisable(cell) ? rule.smallestGroup : (counts[cell] ?? 0)));
  let safe = hidden;
  for (;;) {
    const told = cellsOf(shape).filter(
      (cell) => (counts[cell] ?? 0) > 0 && safe[cell] === 0 && !rule.isUnpublished(cell),
    );
    const sets = told.map((cell) => Uint8Array.from(finest, (part) => (isPartOf(shape, part, cell) ? 1 : 0)));
    const exposed = findExposed({ people, sets }, rule.smallestGroup);
    if (exposed === null) return safe;
    const guilty = exposed.from.map((set) => told[set] ?? 0);
    const least = guilty.toSorted((a, b) => lossOf(shape, counts, a) - lossOf(shape, counts, b))[0];
    if (least === undefined) return safe;
    const more = Uint8Array.from(safe);
    more[least] = 1;
    safe = protectBeyond(shape, more, counts, rule);
  }
};

const cellsOf = (shape: LatticeShape): readonly number[] => Array.from({ length: shape.cells }, (_, cell) => cell);

const isAll = (shape: LatticeShape, cell: number, dimension: number): boolean =>
  valueOf(shape, cell, dimension) === shape.sizes[dimension];

const isFinest = (shape: LatticeShape, cell: number): boolean =>
  shape.sizes.every((_, dimension) => !isAll(shape, cell, dimension));

const isPartOf = (shape: LatticeShape, part: number, cell: number): boolean =>
  shape.sizes.every(
    (_, dimension) =>
      isAll(shape, cell, dimension) || valueOf(shape, cell, dimension) === valueOf(shape, part, dimension),
  );

/** The narrowest cell goes first, of these the one with fewest people: institutions and everyone stay as long as they can. */
const lossOf = (shape: LatticeShape, counts: Uint32Array, cell: number): number => {
  const breadth = shape.sizes.filter((_, dimension) => isAll(shape, cell, dimension)).length;
  const isInstitution = shape.sizes.slice(1).every((_, at) => isAll(shape, cell, at + 1));
  return (counts[cell] ?? 0) + breadth * 1e6 + (isInstitution ? 1e8 : 0);
};
