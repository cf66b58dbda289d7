import type { Variable } from '../variables/variable';
import type { TableContext } from './table-context';

/** Respondents in the base of a block by the columns they stand in: one column of each banner, or none of it. */
export interface Signatures {
  /** People with each signature that occurs. */
  readonly people: Float64Array;
  /** By banner: the column of each signature within the banner; −1 = in none. */
  readonly columns: readonly Int32Array[];
}

/** Up to so many possible signatures are counted in an array. */
const MOST_IN_ARRAY = 4_000_000;

/** Counts the signatures of one row variable's base in one pass. The first banner, the total, is left out. */
export const signaturesOf = (variable: Variable, { banners, members }: TableContext): Signatures => {
  const parts = banners.slice(1);
  const radix = parts.map(({ columns }) => columns.length + 1);
  const possible = radix.reduce((product, one) => product * one, 1);
  const counts = possible <= MOST_IN_ARRAY ? arrayOf(possible) : mapOf();
  const states = variable.kind === 'category' ? variable.places : variable.states;
  for (let at = 0; at < states.length; at += 1) {
    if ((states[at] ?? -1) < 0 || (members !== null && members[at] === 0)) continue;
    let key = 0;
    for (const [place, { columnOf }] of parts.entries())
      key = key * (radix[place] ?? 1) + Math.max(-1, columnOf[at] ?? -1) + 1;
    counts.add(key);
  }
  const found = counts.all();
  const columns = parts.map((_, place) => {
    const stride = radix.slice(place + 1).reduce((product, one) => product * one, 1);
    return Int32Array.from(found, ([key]) => (Math.floor(key / stride) % (radix[place] ?? 1)) - 1);
  });
  return { people: Float64Array.from(found, ([, count]) => count), columns };
};

interface Counts {
  readonly add: (key: number) => void;
  readonly all: () => readonly (readonly [number, number])[];
}

const arrayOf = (size: number): Counts => {
  const counts = new Uint32Array(size);
  return {
    add: (key) => (counts[key] = (counts[key] ?? 0) + 1),
    all: () => Array.from(counts.entries()).filter(([, count]) => count > 0),
  };
};

const mapOf = (): Counts => {
  const counts = new Map<number, number>();
  return { add: (key) => counts.set(key, (counts.get(key) ?? 0) + 1), all: () => [...counts] };
};
