import type { BatteryRow, Choice, Item } from './definition';
import type { Condition } from './expression';

export type Choices = ReadonlyMap<string, Choice>;

interface FieldBase {
  /** Name in the form and key in the answer sheet: `K1`, `J3`, `O1_U1a`, `K1_inne`. */
  readonly code: string;
  /** Page number, from 1. */
  readonly page: number;
  readonly item: Item;
  readonly row: BatteryRow | null;
  /** The wording one answers: the row's in a battery, otherwise the item's. */
  readonly text: string;
  readonly required: boolean;
  /** Within an item that is asked: when this field of it is asked; null = always. */
  readonly shownIf: Condition | null;
}

/** One answerable place of a questionnaire version: an item, a battery row, or the text beside "inna, jaka?". */
export type Field = FieldBase &
  (
    | { readonly kind: 'single' | 'row' | 'scale0to10'; readonly choices: Choices }
    | { readonly kind: 'multiple' | 'ranking'; readonly choices: Choices; readonly most: number }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly whole: boolean;
        readonly notAbove: string | null;
      }
    | { readonly kind: 'territory'; readonly level: 'gmina' | 'powiat' }
    | { readonly kind: 'open'; readonly longest: number }
    | { readonly kind: 'other-text'; readonly longest: number; readonly of: string }
  );

export type FieldKind = Field['kind'];
