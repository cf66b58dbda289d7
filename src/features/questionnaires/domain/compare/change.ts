import type { Item, ItemKind, Language } from '../definition';
import type { Comparability } from './comparability';
import type { TextPiece } from './word-difference';

/** A value that is no text to read: a number, a switch, a code. Null: absent. */
export type Setting = string | number | boolean | null;

interface InItem {
  /** Code of the item, as in the later version. */
  readonly item: string;
}

/** Something that differs between two versions of a questionnaire. Within an item, `part` names the property. */
export type Change =
  | { readonly kind: 'frame-text'; readonly part: 'title' | 'lead'; readonly pieces: readonly TextPiece[] }
  | { readonly kind: 'frame-setting'; readonly part: string; readonly before: Setting; readonly after: Setting }
  | { readonly kind: 'page-added' | 'page-removed'; readonly page: string; readonly title: string }
  | { readonly kind: 'page-renamed'; readonly page: string; readonly pieces: readonly TextPiece[] }
  | { readonly kind: 'page-moved'; readonly page: string; readonly title: string }
  | (InItem & { readonly kind: 'added' | 'removed'; readonly text: string; readonly page: string })
  /** Stands elsewhere: on another page, or before or after others. */
  | (InItem & { readonly kind: 'moved'; readonly fromPage: string; readonly toPage: string })
  | (InItem & { readonly kind: 'kind'; readonly before: ItemKind; readonly after: ItemKind })
  | (InItem & {
      readonly kind: 'text';
      readonly part: string;
      readonly row: string | null;
      readonly pieces: readonly TextPiece[];
    })
  | (InItem & { readonly kind: 'choice-added' | 'choice-removed'; readonly choice: string; readonly label: string })
  | (InItem & { readonly kind: 'choice-relabelled'; readonly choice: string; readonly pieces: readonly TextPiece[] })
  /** Its number, its missing kind, whether it excludes the others or asks for a text. */
  | (InItem & { readonly kind: 'choice-changed'; readonly choice: string; readonly label: string })
  | (InItem & { readonly kind: 'row-added' | 'row-removed'; readonly row: string; readonly text: string })
  | (InItem & { readonly kind: 'choices-reordered' | 'rows-reordered' })
  | (InItem & {
      /** Who is asked, what an answer must fulfil, what is worked out. */
      readonly kind: 'expression';
      readonly part: string;
      readonly row: string | null;
      readonly before: string | null;
      readonly after: string | null;
    })
  | (InItem & {
      readonly kind: 'setting';
      readonly part: string;
      readonly row: string | null;
      readonly before: Setting;
      readonly after: Setting;
    })
  | { readonly kind: 'language-added' | 'language-removed'; readonly language: Language }
  /** One text in another language; `place` as in `TranslatedText.key`. */
  | {
      readonly kind: 'translation';
      readonly language: Language;
      readonly place: string;
      readonly pieces: readonly TextPiece[];
    };

export type ChangeKind = Change['kind'];

/** Codes of items and rows whose answers no longer say quite the same. */
export interface ComparabilityWarning {
  /** As printed: `J4`, `U1`. */
  readonly code: string;
  readonly item: Item;
  readonly comparability: Exclude<Comparability, 'same' | 'typo'>;
}
