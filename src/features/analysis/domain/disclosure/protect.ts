import { valueOf, type LatticeShape } from './lattice';

export interface ProtectionRule {
  /** Groups smaller than this are never shown. */
  readonly smallestGroup: number;
  /** Cells that no page shows (people outside the compared institutions, of unknown territory): hidden first, at no loss. */
  readonly isUnpublished: (cell: number) => boolean;
  /** Cells that no one could recognise a person by: those who left the question about territory or type empty. */
  readonly isUnrecognisable: (cell: number) => boolean;
  /** Cells already told or hidden by another page: nothing more can be hidden there. */
  readonly isSettled?: (cell: number) => boolean;
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
export const protect = (shape: LatticeShape, counts: Uint32Array, rule: ProtectionRule): Uint8Array =>
  protectBeyond(shape, new Uint8Array(shape.cells), counts, rule);

/**
 * The same where some cells are hidden to begin with.
 *
 * @param hidden 1 for each of them
 */
export const protectBeyond = (
  shape: LatticeShape,
  hidden: Uint8Array,
  counts: Uint32Array,
  rule: ProtectionRule,
): Uint8Array =>
  close(
    shape,
    counts,
    rule,
    Uint8Array.from(counts, (count, cell) => (hidden[cell] === 1 || isSmall(count, cell, rule) ? 1 : 0)),
  );

/**
 * The same for a smaller set of respondents whom the reader can put beside the larger one ("completed questionnaires
 * only"): what is hidden of all stays hidden, and so does a cell from which the few left out could be told.
 *
 * @param all    counts and hidden cells of the larger set
 * @param counts of the smaller set
 */
export const protectWithin = (
  shape: LatticeShape,
  all: { readonly counts: Uint32Array; readonly hidden: Uint8Array },
  counts: Uint32Array,
  rule: ProtectionRule,
): Uint8Array => {
  const seeds = Uint8Array.from(counts, (count, cell) => {
    const leftOut = (all.counts[cell] ?? 0) - count;
    return all.hidden[cell] === 1 || isSmall(count, cell, rule) || isSmall(leftOut, cell, rule) ? 1 : 0;
  });
  return close(shape, counts, rule, seeds);
};

const isSmall = (count: number, cell: number, { smallestGroup, isUnrecognisable }: ProtectionRule): boolean =>
  count > 0 && count < smallestGroup && !isUnrecognisable(cell);

/** Hides more until every line is safe. */
const close = (shape: LatticeShape, counts: Uint32Array, rule: ProtectionRule, seeds: Uint8Array): Uint8Array => {
  const hidden = Uint8Array.from(seeds);
  if (!hidden.includes(1)) return hidden;
  const lines = linesOf(shape);
  const state: State = { shape, counts, hidden, rule };
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) {
      const next = nextToHide(line, state);
      if (next === null) continue;
      hidden[next] = 1;
      changed = true;
    }
  }
  return hidden;
};

interface State {
  readonly shape: LatticeShape;
  readonly counts: Uint32Array;
  readonly hidden: Uint8Array;
  readonly rule: ProtectionRule;
}

interface Line {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The cell that must go next on this line; null when the line is safe. */
const nextToHide = ({ total, parts }: Line, state: State): number | null => {
  const { counts, hidden, rule } = state;
  const isTotalHidden = hidden[total] === 1 && (counts[total] ?? 0) > 0;
  let hiddenParts = 0;
  let rest = 0;
  for (const cell of parts)
    if (hidden[cell] === 1 && (counts[cell] ?? 0) > 0) {
      hiddenParts += 1;
      rest += counts[cell] ?? 0;
    }
  if (isTotalHidden === hiddenParts > 0) return null;
  if (!isTotalHidden && hiddenParts > 1 && rest >= rule.smallestGroup) return null;

  const candidates = isTotalHidden ? parts : [...parts, total];
  let least: number | null = null;
  let leastLoss = Infinity;
  for (const cell of candidates) {
    if (hidden[cell] === 1 || counts[cell] === 0 || rule.isSettled?.(cell) === true) continue;
    const loss = lossOf(cell, state);
    if (loss < leastLoss) [least, leastLoss] = [cell, loss];
  }
  return least;
};

/**
 * How much is lost by hiding a cell: nothing when no page shows it; else its people, more when another total is the same
 * people and would have to follow, most for what every page opens with: an institution, or everyone.
 */
const lossOf = (cell: number, { shape, counts, rule }: State): number => {
  const count = counts[cell] ?? 0;
  const isAll = (size: number, dimension: number): boolean => valueOf(shape, cell, dimension) === size;
  const sameTotals = shape.sizes.filter((size, dimension) => {
    const above = cell + (size - valueOf(shape, cell, dimension)) * (shape.strides[dimension] ?? 0);
    return !isAll(size, dimension) && counts[above] === count;
  });
  const isInstitution = shape.sizes.slice(1).every((size, at) => isAll(size, at + 1));
  const isEveryone = isInstitution && isAll(shape.sizes[0] ?? 0, 0);
  return (
    count +
    (rule.isUnpublished(cell) ? 0 : 1e6) +
    sameTotals.length * 1e7 +
    (isInstitution ? 1e8 : 0) +
    (isEveryone ? 1e9 : 0)
  );
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
    const cells = Array.from({ length: shape.cells }, (_, cell) => cell);
    const firsts = cells.filter((cell) => valueOf(shape, cell, dimension) === 0);
    return firsts.map((first) => ({
      total: first + size * stride,
      parts: Array.from({ length: size }, (_, value) => first + value * stride),
    }));
  });
