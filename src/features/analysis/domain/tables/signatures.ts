import type { Variable } from '../variables/variable';
import type { Banner } from './banners';
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
  const states = variable.kind === 'category' ? variable.places : variable.states;
  const found =
    possible <= MOST_IN_ARRAY
      ? countInArray(keysOf(parts, new Int32Array(states.length)), possible, { states, members })
      : countInMap(keysOf(parts, new Float64Array(states.length)), { states, members });
  const columns = parts.map((_, place) => {
    const stride = radix.slice(place + 1).reduce((product, one) => product * one, 1);
    return Int32Array.from(found, ([key]) => (Math.floor(key / stride) % (radix[place] ?? 1)) - 1);
  });
  return { people: Float64Array.from(found, ([, count]) => count), columns };
};

/** One number for the columns of each respondent; banner by banner, because short loops are fast. */
const keysOf = <Keys extends Int32Array | Float64Array>(parts: readonly Banner[], keys: Keys): Keys => {
  for (const { columns, columnOf } of parts) {
    const radix = columns.length + 1;
    for (let at = 0; at < keys.length; at += 1) {
      const column = columnOf[at] ?? -1;
      keys[at] = (keys[at] ?? 0) * radix + (column < 0 ? 0 : column + 1);
    }
  }
  return keys;
};

/** Who is in the base: a state below 0 is no answer. */
interface InBase {
  readonly states: Int16Array | Int8Array;
  readonly members: Uint8Array | null;
}

type Found = readonly (readonly [key: number, people: number])[];

const countInArray = (keys: Int32Array, possible: number, { states, members }: InBase): Found => {
  const counts = new Uint32Array(possible);
  for (let at = 0; at < keys.length; at += 1) {
    if ((states[at] ?? -1) < 0 || (members !== null && members[at] === 0)) continue;
    const key = keys[at] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Array.from(counts.entries()).filter(([, count]) => count > 0);
};

const countInMap = (keys: Float64Array, { states, members }: InBase): Found => {
  const counts = new Map<number, number>();
  for (let at = 0; at < keys.length; at += 1) {
    if ((states[at] ?? -1) < 0 || (members !== null && members[at] === 0)) continue;
    const key = keys[at] ?? 0;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts];
};
