import { findExposed, follows, type ToldSets } from '../disclosure/find-exposed';
import type { Signatures } from './signatures';
import type { Block, TableColumn } from './table';

/** Too few people, one of them with most of the sum, to protect another column, or a sensitive question. */
export type HiddenReason = 'too-few' | 'dominated' | 'protects-another' | 'sensitive' | null;

/** A block of a table before disclosure control, with what protection needs to know of it. */
export interface ToProtect {
  readonly block: Pick<Block, 'bases' | 'dominated'>;
  readonly columns: readonly TableColumn[];
  readonly smallestGroup: number;
  /** Asked for only where two column variables stand side by side. */
  readonly signatures: () => Signatures;
}

/**
 * Which columns of a block must be hidden: those with too few people or one who has most of the sum, and then the smallest others
 * until no group below the limit can be worked out from the columns that are left and the total, by any sums and differences.
 */
export const hiddenColumns = (protect: ToProtect): readonly HiddenReason[] => {
  const { block, columns, smallestGroup } = protect;
  const sizeOf = (at: number): number => block.bases[at]?.n ?? 0;
  if (sizeOf(0) < smallestGroup) return columns.map(() => 'too-few');
  const hidden: HiddenReason[] = columns.map((_, at) => {
    if (at > 0 && sizeOf(at) < smallestGroup) return 'too-few';
    return block.dominated?.[at] === true ? 'dominated' : null;
  });
  const banners = bannersIn(columns);
  const hideNext = (places: readonly number[]): boolean => {
    const [next] = places.filter((at) => at > 0 && hidden[at] === null).toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (next === undefined) return false;
    hidden[next] = 'protects-another';
    return true;
  };
  const { people, sets } = toldSets(banners, protect);
  for (;;) {
    const shown = columns.flatMap((_, at) => (hidden[at] === null ? [at] : []));
    const told = { people, sets: shown.flatMap((at) => sets[at] ?? []) };
    const exposed = findExposed(told, smallestGroup);
    const between =
      exposed?.from.map((place) => shown[place] ?? 0) ?? bannerThatTells(banners, hidden, { protect, told, sets });
    if (between === null) return hidden;
    if (!hideNext(between)) return columns.map(() => 'too-few');
  }
};

interface Told {
  readonly protect: ToProtect;
  readonly told: ToldSets;
  /** All columns as sets of atoms. */
  readonly sets: readonly Uint8Array[];
}

/** Up to so many columns, every union of them is looked at. */
const MOST_FULL = 8;

/**
 * A banner in which a dominated column follows from what is shown, or a union of small columns that all have as many people as
 * "too few" allows: then each has just so many.
 */
const bannerThatTells = (
  banners: readonly (readonly number[])[],
  hidden: readonly HiddenReason[],
  { protect: { block, smallestGroup }, told, sets }: Told,
): readonly number[] | null => {
  const isFollowing = (places: readonly number[]): boolean =>
    follows(
      told,
      unionOf(
        places.flatMap((at) => sets[at] ?? []),
        told.people.length,
      ),
    );
  return (
    banners.find((places) => {
      const full = places.filter((at) => hidden[at] === 'too-few' && block.bases[at]?.n === smallestGroup - 1);
      const unions = subsetsOf(full.slice(0, MOST_FULL)).filter((some) => some.length > 1);
      const dominated = places.filter((at) => hidden[at] === 'dominated').map((at) => [at]);
      return [...unions, ...dominated].some(isFollowing);
    }) ?? null
  );
};

const subsetsOf = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] =>
  Array.from({ length: 2 ** things.length }, (_, mask) => things.filter((__, at) => (mask & (1 << at)) !== 0));

const unionOf = (sets: readonly Uint8Array[], atoms: number): Uint8Array =>
  Uint8Array.from({ length: atoms }, (_, atom) => Number(sets.some((set) => set[atom] === 1)));

/** Places of the columns of each column variable. */
const bannersIn = (columns: readonly TableColumn[]): readonly (readonly number[])[] => {
  const places = new Map<string, number[]>();
  for (const [at, { variable }] of columns.entries())
    if (variable !== null) places.set(variable, [...(places.get(variable) ?? []), at]);
  return [...places.values()];
};

/** The total and every column as sets of atoms. One banner cuts people into its columns and those in none of them. */
const toldSets = (
  banners: readonly (readonly number[])[],
  { block, columns, signatures }: ToProtect,
): { readonly people: Float64Array; readonly sets: readonly Uint8Array[] } => {
  if (banners.length <= 1) {
    const inColumns = block.bases.slice(1).map((base) => base.n);
    const inNone = (block.bases[0]?.n ?? 0) - inColumns.reduce((sum, n) => sum + n, 0);
    const people = Float64Array.from([inNone, ...inColumns]);
    const sets = columns.map((_, at) => Uint8Array.from(people, (__, atom) => Number(at === 0 || atom === at)));
    return { people, sets };
  }
  const { people, columns: columnOf } = signatures();
  const sets = columns.map((_, at) => {
    const banner = banners.findIndex((places) => places.includes(at));
    const within = banners[banner]?.indexOf(at) ?? -1;
    return Uint8Array.from(people, (__, atom) => Number(at === 0 || columnOf[banner]?.[atom] === within));
  });
  return { people, sets };
};
