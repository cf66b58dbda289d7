/** The largest prime below 2^26: products of two numbers below it are exact in doubles. */
export const FIELD = 67_108_859;

/** Groups of neighbouring respondents; in each, one changed value can be found again. */
const GROUPS = 64;

/** Sum of the values of a group, and sum of the values times their place in it (from 1), both modulo `FIELD`. */
export type PowerSums = readonly (readonly [zeroth: number, first: number])[];

/** Places from `from` to `to`, both included: the same where the place is known exactly. */
export interface ChangedPlaces {
  readonly from: number;
  readonly to: number;
}

const widthOf = (n: number): number => Math.max(1, Math.ceil(n / GROUPS));

/**
 * The two lowest power sums of values, group by group: as with a Reed-Solomon code, one value that changed shifts them by d and
 * k·d, and k tells its place.
 *
 * @param codeAt integer in [0, FIELD) for each place in [0, n)
 */
export const powerSums = (n: number, codeAt: (place: number) => number): PowerSums => {
  const width = widthOf(n);
  const sums: (readonly [number, number])[] = [];
  for (let start = 0; start < n; start += width) {
    let zeroth = 0;
    let first = 0;
    const end = Math.min(n, start + width);
    for (let place = start; place < end; place += 1) {
      const code = codeAt(place);
      zeroth = (zeroth + code) % FIELD;
      first = (first + (place - start + 1) * code) % FIELD;
    }
    sums.push([zeroth, first]);
  }
  return sums;
};

/** Where values changed between two takings of the sums over the same `n`; a whole group where more than one did. */
export const changedPlaces = (n: number, told: PowerSums, found: PowerSums): readonly ChangedPlaces[] => {
  const width = widthOf(n);
  return told.flatMap(([zeroth, first], group) => {
    const now = found[group] ?? [0, 0];
    const shift = (now[0] - zeroth + FIELD) % FIELD;
    const moment = (now[1] - first + FIELD) % FIELD;
    if (shift === 0 && moment === 0) return [];
    const from = group * width;
    const last = Math.min(n, from + width) - 1;
    const place = shift === 0 ? 0 : times(moment, inverse(shift));
    return place >= 1 && place <= last - from + 1
      ? [{ from: from + place - 1, to: from + place - 1 }]
      : [{ from, to: last }];
  });
};

const times = (a: number, b: number): number => Number((BigInt(a) * BigInt(b)) % BigInt(FIELD));

/** By Fermat's little theorem. */
const inverse = (value: number): number => {
  let result = 1;
  let base = value;
  for (let exponent = FIELD - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
};
