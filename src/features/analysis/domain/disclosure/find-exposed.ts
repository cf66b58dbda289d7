/** Sets of people whose numbers are told, as unions of atoms: the smallest parts into which all the sets cut everyone. */
export interface ToldSets {
  /** People in each atom. */
  readonly people: ArrayLike<number>;
  /** For each set, 1 for each of its atoms. */
  readonly sets: readonly Uint8Array[];
}

/** Some people, fewer than may be told, whose number follows from the sets by adding and subtracting. */
export interface Exposed {
  readonly people: number;
  /** Places of the sets from which it follows. */
  readonly from: readonly number[];
}

/** Up to so many sets, three and four at once are looked at; above, pairs. */
const MOST_FOR_FOURS = 24;

/**
 * Looks for a group smaller than `least` that anyone can work out from the sets told, by whatever sums and differences.
 * Every such group is the sum of those rows of the echelon form whose leading atoms it contains, so the rows led by
 * small atoms are summed one by one, in pairs and, where there are few, in threes and fours.
 *
 * @param least    fewest people that may be told apart
 * @param concerns whether a group that follows from these sets is looked for; absent: every one is
 * @returns        null when none is found
 */
export const findExposed = (
  { people, sets }: ToldSets,
  least: number,
  concerns: (from: readonly number[]) => boolean = () => true,
): Exposed | null => {
  const rows = echelonOf(sets, people.length);
  const sizeOf = (row: Row): number | null => sizeOfSet(row.atoms, people);
  const small = rows.filter(({ lead }) => (people[lead] ?? 0) < least);
  const most = small.length <= MOST_FOR_FOURS ? 4 : 2;

  /** A sum holds the leading atoms of its rows, so their people alone must be few enough. */
  const search = (from: number, sum: Row | null, depth: number, leading: number): Exposed | null => {
    for (let at = from; at < small.length; at += 1) {
      const row = small[at];
      const led = leading + (people[row?.lead ?? 0] ?? 0);
      if (row === undefined || led >= least) continue;
      const next = sum === null ? row : add(sum, row);
      const size = sizeOf(next);
      const from = size !== null && size > 0 && size < least ? partsOf(next) : null;
      if (from !== null && concerns(from)) return { people: size ?? 0, from };
      const found = depth < most ? search(at + 1, next, depth + 1, led) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, null, 1, 0);
};

/** Whether the number of people in a set follows from the sets told. Atoms without people are in no set. */
export const follows = ({ people, sets }: ToldSets, set: Uint8Array): boolean => {
  const inhabited = (one: Uint8Array): Uint8Array => one.filter((_, atom) => (people[atom] ?? 0) > 0);
  const own = inhabited(set);
  const rest = { atoms: Float64Array.from(own), sum: new Float64Array(sets.length) };
  for (const row of echelonOf(sets.map(inhabited), own.length)) subtract(rest, row, rest.atoms[row.lead] ?? 0);
  return rest.atoms.every((value) => Math.abs(value) <= TINY);
};

interface Row {
  /** Coefficients over the atoms. */
  readonly atoms: Float64Array;
  /** The sum of sets that it is: coefficients over the sets. */
  readonly sum: Float64Array;
  /** Its first atom: 1 here, 0 in every other row. */
  readonly lead: number;
}

const TINY = 1e-9;

/** Reduced row echelon form of the sets, each row with the sum it came from. */
const echelonOf = (sets: readonly Uint8Array[], atoms: number): readonly Row[] => {
  const rows: Row[] = [];
  for (const [at, set] of sets.entries()) {
    const row = { atoms: Float64Array.from(set), sum: new Float64Array(sets.length) };
    row.sum[at] = 1;
    for (const known of rows) subtract(row, known, row.atoms[known.lead] ?? 0);
    const lead = row.atoms.findIndex((value) => Math.abs(value) > TINY);
    if (lead < 0 || lead >= atoms) continue;
    scale(row, 1 / (row.atoms[lead] ?? 1));
    const led = { ...row, lead };
    for (const known of rows) subtract(known, led, known.atoms[lead] ?? 0);
    rows.push(led);
  }
  return rows;
};

type Sums = Pick<Row, 'atoms' | 'sum'>;

const subtract = (row: Sums, other: Sums, times: number): void => {
  if (Math.abs(times) <= TINY) return;
  for (const part of ['atoms', 'sum'] as const)
    other[part].forEach((value, at) => (row[part][at] = (row[part][at] ?? 0) - times * value));
};

const scale = (row: Sums, factor: number): void => {
  for (const part of ['atoms', 'sum'] as const) row[part].forEach((value, at) => (row[part][at] = value * factor));
};

const add = (one: Row, other: Row): Row => ({
  atoms: one.atoms.map((value, at) => value + (other.atoms[at] ?? 0)),
  sum: one.sum.map((value, at) => value + (other.sum[at] ?? 0)),
  lead: Math.min(one.lead, other.lead),
});

/** People of a row that is a set, each atom in it once or not at all; null for any other sum. */
const sizeOfSet = (atoms: Float64Array, people: ArrayLike<number>): number | null => {
  let size = 0;
  for (let at = 0; at < atoms.length; at += 1) {
    const times = atoms[at] ?? 0;
    if (Math.abs(times) <= TINY) continue;
    if (Math.abs(times - 1) > TINY) return null;
    size += people[at] ?? 0;
  }
  return size;
};

const partsOf = ({ sum }: Row): readonly number[] =>
  Array.from(sum.entries()).flatMap(([at, times]) => (Math.abs(times) > TINY ? [at] : []));
