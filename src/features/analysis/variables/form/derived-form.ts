import type { DerivationKind } from '../../domain/derived';

/** One line for a category of the result, as typed. */
export interface GroupLine {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/** The form of a derived variable with everything as it was typed; `readForm` makes a definition of it. */
export interface DerivedForm {
  readonly kind: DerivationKind;
  readonly name: string;
  readonly label: string;
  /** Variable it is made of; for a scale: one of the items, which tells what goes with it. */
  readonly source: string;
  readonly level: 'nominal' | 'ordinal';
  readonly groups: readonly GroupLine[];
  /** By code of the source's category: `g0` the first group, `97`, `98`, `99`, `pomin`, or nothing yet. */
  readonly targets: ReadonlyMap<string, string>;
  readonly outside: string;
  readonly items: readonly string[];
  readonly reversed: readonly string[];
  readonly summary: 'mean' | 'sum';
  readonly least: string;
  readonly options: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly expression: string;
  readonly result: 'number' | 'category';
}

export const EMPTY_LINE: GroupLine = { code: '', label: '', value: '', from: '', to: '' };

/** Kinds by their names in addresses. */
export const KIND_NAMES: Readonly<Record<DerivationKind, string>> = {
  recode: 'laczenie',
  bands: 'przedzialy',
  scale: 'skala',
  count: 'liczba-wskazan',
  mark: 'wskazanie',
  expression: 'wyrazenie',
};

export const kindNamed = (name: string): DerivationKind | null =>
  (Object.keys(KIND_NAMES) as DerivationKind[]).find((kind) => KIND_NAMES[kind] === name) ?? null;
