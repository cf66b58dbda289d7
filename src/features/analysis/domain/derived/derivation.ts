import type { MeasureLevel } from '../variables/variable';

/** A category of a derived variable. */
export interface Group {
  readonly code: string;
  readonly label: string;
  /** Point of a scale; null for names. */
  readonly value: number | null;
}

/** Where the people with one answer go; left out: they are in no base, as if not asked. */
export type Target =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'missing'; readonly state: 97 | 98 | 99 }
  | { readonly kind: 'left-out' };

export interface Band {
  readonly group: Group;
  /** Both ends belong to the band; null: no end. */
  readonly from: number | null;
  readonly to: number | null;
}

export const DERIVATION_KINDS = ['recode', 'bands', 'scale', 'count', 'mark', 'expression'] as const;
export type DerivationKind = (typeof DERIVATION_KINDS)[number];

/** How a variable is made of others. Plain data: it is stored, and shown in words. */
export type Derivation =
  | {
      readonly kind: 'recode';
      readonly source: string;
      readonly level: Extract<MeasureLevel, 'nominal' | 'ordinal'>;
      readonly groups: readonly Group[];
      readonly assignments: readonly { readonly code: string; readonly target: Target }[];
    }
  | {
      readonly kind: 'bands';
      readonly source: string;
      readonly bands: readonly Band[];
      readonly outside: Exclude<Target, { kind: 'group' }>;
    }
  | {
      readonly kind: 'scale';
      readonly items: readonly string[];
      readonly reversed: readonly string[];
      readonly summary: 'mean' | 'sum';
      /** Fewest items a person must have answered. */
      readonly least: number;
    }
  | { readonly kind: 'count'; readonly source: string; readonly options: readonly string[] }
  | {
      readonly kind: 'mark';
      readonly source: string;
      readonly options: readonly string[];
      readonly yes: string;
      readonly no: string;
    }
  | {
      readonly kind: 'expression';
      readonly text: string;
      readonly result: 'number' | 'category';
      /** Of a category; a result that is in no group is a missing answer (99). */
      readonly groups: readonly Group[];
    };

/** One version of a derived variable. */
export interface DerivedVersion {
  readonly name: string;
  readonly version: number;
  readonly label: string;
  readonly derivation: Derivation;
  /** Derived variables it is made of, in the version it was made with: later changes of theirs do not move its numbers. */
  readonly pins: readonly Pin[];
}

export interface Pin {
  readonly name: string;
  readonly version: number;
}

/** `grupa@2`: how an older version is asked for. */
export const versionedName = ({ name, version }: Pin): string => `${name}@${version}`;

const VERSIONED = /^([a-z][a-z0-9_]*)@([1-9]\d{0,4})$/;

export const readVersionedName = (text: string): Pin | null => {
  const match = VERSIONED.exec(text);
  return match?.[1] === undefined ? null : { name: match[1], version: Number(match[2]) };
};

export const DERIVED_LIMITS = {
  name: 40,
  label: 300,
  groupLabel: 200,
  groupCode: 40,
  groups: 60,
  items: 100,
  /** Derived variables made of derived variables made of … */
  depth: 5,
  variables: 100,
  /** Versions of all variables of one data set, the deleted ones too. */
  changes: 5_000,
  /** Parts of an expression times different answers it is worked out for. */
  work: 10_000_000,
} as const;
