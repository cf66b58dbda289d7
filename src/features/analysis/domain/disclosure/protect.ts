import { valueOf, type LatticeShape } from './lattice';

export interface ProtectionRule {
  /** Groups smaller than this are never shown. */
  readonly smallestGroup: number;
  /** Cells that no page shows (people outside the compared institutions, broken-off answers): hidden first, at no loss. */
  readonly isUnpublished: (cell: number) => boolean;
}

/**
 * Which cells of the lattice must stay hidden so that no group below the limit can be had by subtraction. A small cell
 * is hidden; then, along every line (a total and its parts), a lone hidden cell or a hidden rest below the limit draws
 * the next smallest part with it, until nothing changes.
 *
 * Guards against sums along one dimension at a time, totals of totals included; not against solving several lines as
 * a system of equations.
 *
 * @param counts respondents in every cell, from `countLattice`
 * @returns      1 for each hidden cell
 */
export const protect = (shape: LatticeShape, counts: Uint32Array, rule: ProtectionRule): Uint8Array => {
  const hidden = Uint8Array.from(counts, (count) => (count > 0 && count < rule.smallestGroup ? 1 : 0));
  if (!hidden.includes(1)) return hidden;
  const lines = linesOf(shape);
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      const next = nextToHide(line, counts, hidden, rule);
      if (next === null) continue;
      hidden[next] = 1;
      changed = true;
    }
  }
  return hidden;
};

interface Line {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The cell that must go next on this line; null when the line is safe. */
const nextToHide = (
  { total, parts }: Line,
  counts: Uint32Array,
  hidden: Uint8Array,
  rule: ProtectionRule,
): number | null => {
  const size = (cell: number): number => counts[cell] ?? 0;
  const hiddenParts = parts.filter((cell) => hidden[cell] === 1);
  const isTotalHidden = hidden[total] === 1 && size(total) > 0;
  if (hiddenParts.length === 0 && !isTotalHidden) return null;
  if (isTotalHidden && hiddenParts.length > 0) return null;
  const rest = hiddenParts.reduce((sum, cell) => sum + size(cell), 0);
  if (!isTotalHidden && hiddenParts.length > 1 && rest >= rule.smallestGroup) return null;

  const candidates = parts.filter((cell) => hidden[cell] === 0 && size(cell) > 0);
  const order = (cell: number): number => size(cell) - (rule.isUnpublished(cell) ? 1e9 : 0);
  const smallest = candidates.sort((a, b) => order(a) - order(b))[0];
  if (smallest !== undefined) return smallest;
  return hidden[total] === 1 ? null : total;
};

const known = new Map<string, readonly Line[]>();

/** Every total with its parts, once per dimension; the same for all columns of one shape. */
const linesOf = (shape: LatticeShape): readonly Line[] => {
  const key = shape.sizes.join();
  const lines = known.get(key) ?? makeLines(shape);
  known.set(key, lines);
  return lines;
};

const makeLines = (shape: LatticeShape): readonly Line[] =>
  shape.sizes.flatMap((size, dimension) => {
    const stride = shape.strides[dimension] ?? 0;
    const firsts = Array.from({ length: shape.cells }, (_, cell) => cell).filter(
      (cell) => valueOf(shape, cell, dimension) === 0,
    );
    return firsts.map((first) => ({
      total: first + size * stride,
      parts: Array.from({ length: size }, (_, value) => first + value * stride),
    }));
  });
