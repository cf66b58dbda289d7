/** A statement that rules made from one table, in numbers: what can be asked again when more answers have come. */
export type Claim =
  /** One share, mean or score. */
  | ({
      readonly kind: 'level';
      /** What the sentence says the whole interval is above or below: one half of people, nought of a balance; null: nothing. */
      readonly boundary: number | null;
    } & ClaimNumber)
  /** Two groups on one measure; `verdict` is what the table's own test says. */
  | {
      readonly kind: 'difference';
      readonly first: ClaimNumber & { readonly group: string };
      readonly second: ClaimNumber & { readonly group: string };
      readonly verdict: 'higher' | 'lower' | 'no-difference' | 'untested';
    }
  /** All groups of a banner at once. */
  | {
      readonly kind: 'groups';
      readonly highest: ClaimNumber & { readonly group: string };
      readonly lowest: ClaimNumber & { readonly group: string };
      readonly isSignificant: boolean | null;
    }
  /** Which answer or statement is first, and which last. */
  | {
      readonly kind: 'order';
      readonly first: ClaimNumber & { readonly label: string };
      readonly last: ClaimNumber & { readonly label: string };
    };

/** Unrounded; shares 0 to 1. */
export interface ClaimNumber {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly n: number;
}

/** What becomes of a claim when the same table is made of today's answers. */
export type Standing =
  /** Says the same. */
  | 'holds'
  /** A difference that was significant is not any more, an interval now spans what it did not, or a number has left it. */
  | 'weaker'
  /** The opposite. */
  | 'reversed'
  /** Hidden, gone or too few. */
  | 'cannot-tell';
