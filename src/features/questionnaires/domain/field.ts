import type { AskedItem, BatteryRow, Choice } from './definition';
import type { Condition, Expression } from './expression';

export type Choices = ReadonlyMap<string, Choice>;

interface FieldBase {
  /** Name in the form and key in the answer sheet: `K1`, `J3`, `O1_U1a`, `K1_inne`. */
  readonly code: string;
  /** Page number, from 1. */
  readonly page: number;
  readonly item: AskedItem;
  readonly row: BatteryRow | null;
  /** The wording one answers: the row's in a battery or a sum, otherwise the item's. */
  readonly text: string;
  readonly required: boolean;
  /** Within an item that is asked: when this field of it is asked; null = always. */
  readonly shownIf: Condition | null;
  /** What an answer must fulfil; null = nothing more than its kind demands. */
  readonly constraint: Condition | null;
}

/** One answerable place of a questionnaire version: an item, a row, the text beside "inna, jaka?", or a calculated value. */
export type Field = FieldBase &
  (
    | { readonly kind: 'single' | 'row' | 'scale0to10' | 'consent'; readonly choices: Choices }
    | { readonly kind: 'multiple' | 'ranking'; readonly choices: Choices; readonly most: number }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly whole: boolean;
        readonly notAbove: string | null;
      }
    /** One part of a sum. */
    | { readonly kind: 'part'; readonly total: number }
    | { readonly kind: 'date'; readonly earliest: string | null; readonly latest: string | null }
    | { readonly kind: 'territory'; readonly level: 'gmina' | 'powiat'; readonly isPlace: IsPlace }
    | { readonly kind: 'email' }
    | { readonly kind: 'open'; readonly longest: number }
    | { readonly kind: 'other-text'; readonly longest: number; readonly of: string }
    /** Nobody answers it: worked out from other answers. */
    | { readonly kind: 'calculated'; readonly expression: Expression }
  );

export type FieldKind = Field['kind'];

/** Whether a TERC code names a place of this level. Passed in: the register of places is no part of the engine. */
export type IsPlace = (code: string, level: 'gmina' | 'powiat') => boolean;
