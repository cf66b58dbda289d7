import type { Cell } from './cell';
import { ALL, addUpLattice, cellAt, valueOf, type LatticeShape } from '../disclosure/lattice';
import { protect, protectBeyond, protectWithin, type ProtectionRule } from '../disclosure/protect';
import type { Crowd } from './crowd';
import { secureLattice } from './secure-lattice';

/** A base counted in a crowd. */
export interface CountedBase {
  /** How many stand in each place of the crowd. */
  readonly counts: Uint32Array;
  /**
   * Asked about the institution one deals with. People who deal with none of the evaluated ones answer about another,
   * and are left out.
   */
  readonly isAboutInstitution: boolean;
  /** Shown for the whole region only. */
  readonly isSensitive: boolean;
}

/** What may be shown of a base. */
export interface Protection {
  readonly isHidden: (cell: Cell) => boolean;
  /** Whether anyone at all of this group (by its place) is in the base: the others were not asked. */
  readonly concerns: (group: number) => boolean;
  /** People outside the evaluated institutions are counted only where enough of them are not to be found out. */
  readonly countsOutsiders: boolean;
  /** 1 for each hidden cell, of everyone and of those who finished. */
  readonly hidden: { readonly all: Uint8Array; readonly complete: Uint8Array };
}

/** Protection of a base by institution, subregion, client type and completeness. */
export const protectBase = (crowd: Crowd, base: CountedBase, smallestGroup: number): Protection => {
  const { shape } = crowd;
  const outsiders = crowd.places.reduce(
    (sum, { isOutside }, place) => sum + (isOutside ? (base.counts[place] ?? 0) : 0),
    0,
  );
  const countsOutsiders = !base.isAboutInstitution && outsiders >= smallestGroup;
  const rule = { smallestGroup, ...publicationOf(shape) };
  const { all, complete } = countCells(crowd, base, countsOutsiders);
  const hidden = secureLattice(shape, all, protect(shape, all, rule), rule);
  const hiddenOfComplete = protectWithin(shape, { counts: all, hidden }, complete, rule);
  return { ...lookUp(shape, base, all, { all: hidden, complete: hiddenOfComplete }), countsOutsiders };
};

/**
 * Protection of the same base under a filter by an answer, the last dimension of the crowd. What the page without this
 * filter shows and hides is settled; what it hides stays hidden, and no answer is let out from which another, too rare,
 * could be had by subtraction. People who were not asked are known from other filters, so nobody is hidden behind them.
 *
 * @param coarse protection of the base without the last dimension
 */
export const protectByAnswer = (
  crowd: Crowd,
  base: CountedBase,
  coarse: Protection,
  { smallestGroup, notAsked }: { readonly smallestGroup: number; readonly notAsked: number },
): Protection => {
  const { shape } = crowd;
  const last = shape.sizes.length - 1;
  const size = shape.sizes[last] ?? 0;
  const stride = shape.strides[last] ?? 1;
  const published = publicationOf(shape);
  const otherwise = notAsked - 1;
  const rule: ProtectionRule = {
    smallestGroup,
    isUnpublished: (cell) => published.isUnpublished(cell) || valueOf(shape, cell, last) === otherwise,
    isUnrecognisable: (cell) => published.isUnrecognisable(cell) || valueOf(shape, cell, last) === otherwise,
    isSettled: (cell) => [size, notAsked].includes(valueOf(shape, cell, last)),
  };
  const spread = (hidden: Uint8Array): Uint8Array =>
    Uint8Array.from({ length: shape.cells }, (_, cell) => hidden[cell % stride] ?? 0);
  const { all, complete } = countCells(crowd, base, coarse.countsOutsiders);
  const hidden = protectBeyond(shape, spread(coarse.hidden.all), all, rule);
  const before = spread(coarse.hidden.complete).map((one, cell) => one | (hidden[cell] ?? 0));
  const hiddenOfComplete = protectWithin(shape, { counts: all, hidden: before }, complete, rule);
  return {
    ...lookUp(shape, base, all, { all: hidden, complete: hiddenOfComplete }),
    countsOutsiders: coarse.countsOutsiders,
  };
};

const countCells = ({ shape, places }: Crowd, base: CountedBase, countsOutsiders: boolean) => {
  const all = new Uint32Array(shape.cells);
  const complete = new Uint32Array(shape.cells);
  places.forEach(({ cell, isComplete, isOutside }, place) => {
    if (isOutside && !countsOutsiders) return;
    const count = base.counts[place] ?? 0;
    all[cell] = (all[cell] ?? 0) + count;
    if (isComplete) complete[cell] = (complete[cell] ?? 0) + count;
  });
  addUpLattice(shape, all);
  addUpLattice(shape, complete);
  return { all, complete };
};

const lookUp = (
  shape: LatticeShape,
  { isSensitive }: CountedBase,
  counts: Uint32Array,
  hidden: Protection['hidden'],
): Omit<Protection, 'countsOutsiders'> => ({
  hidden,
  isHidden: ({ values, completeOnly }) =>
    (isSensitive && values.some((value) => value !== ALL)) ||
    (completeOnly ? hidden.complete : hidden.all)[cellAt(shape, values)] === 1,
  concerns: (group) => (counts[cellAt(shape, [group])] ?? 0) > 0,
});

/** Institution, subregion and client type. */
const DIMENSIONS = [0, 1, 2] as const;

/** The last value of each dimension is nobody's choice: another institution, an unknown territory or type. */
const publicationOf = (shape: LatticeShape) => {
  const isLast = (cell: number, dimension: number): boolean =>
    valueOf(shape, cell, dimension) === (shape.sizes[dimension] ?? 0) - 1;
  return {
    isUnpublished: (cell: number) => DIMENSIONS.some((dimension) => isLast(cell, dimension)),
    isUnrecognisable: (cell: number) => isLast(cell, 1) || isLast(cell, 2),
  };
};
