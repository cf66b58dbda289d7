import type { ChosenMissing, Language } from '../../domain';
import type { Place } from '../report';

/*
 * A questionnaire as another program wrote it, in the words of ours: names are theirs, texts are raw and in several
 * languages, conditions are in the XLSForm syntax. Every reader makes one of these; `buildDefinition` does the rest.
 */

/** `pl` is the text that everybody sees, in whatever language it is. */
export type SourceText = Readonly<Partial<Record<Language, string>>>;

export interface SourceChoice {
  readonly code: string;
  readonly label: SourceText;
  readonly value?: number | undefined;
  readonly missing?: ChosenMissing | undefined;
  readonly exclusive?: true | undefined;
  readonly other?: true | undefined;
}

export interface SourceRow {
  readonly code: string;
  readonly place: Place;
  readonly text: SourceText;
  readonly shownIf?: string | undefined;
}

export interface SourceItemBase {
  readonly code: string;
  readonly place: Place;
  readonly text: SourceText;
  readonly hint?: SourceText | undefined;
  readonly required?: true | undefined;
  readonly shownIf?: string | undefined;
  readonly constraint?: string | undefined;
  readonly constraintText?: SourceText | undefined;
  readonly random?: true | undefined;
  /** The name that its "inna, jaka?" text has in the file's conditions. */
  readonly otherName?: string | undefined;
}

export type SourceBody =
  | { readonly kind: 'information' }
  | { readonly kind: 'single'; readonly choices: readonly SourceChoice[]; readonly appearance?: 'minimal' | undefined }
  | { readonly kind: 'multiple'; readonly choices: readonly SourceChoice[]; readonly most?: number | undefined }
  | { readonly kind: 'battery'; readonly choices: readonly SourceChoice[]; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'scale0to10'; readonly low: SourceText; readonly high: SourceText }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly unit?: SourceText | undefined;
      readonly whole?: true | undefined;
      readonly notAbove?: string | undefined;
    }
  | { readonly kind: 'ranking'; readonly choices: readonly SourceChoice[]; readonly most: number }
  | { readonly kind: 'territory'; readonly level: 'gmina' | 'powiat' }
  | { readonly kind: 'open'; readonly longest: number; readonly oneLine?: true | undefined }
  | { readonly kind: 'date'; readonly earliest?: string | undefined; readonly latest?: string | undefined }
  | { readonly kind: 'email' }
  | {
      readonly kind: 'sum';
      readonly rows: readonly SourceRow[];
      readonly total: number;
      readonly unit?: SourceText | undefined;
    }
  | { readonly kind: 'consent'; readonly agree: SourceText; readonly decline: SourceText }
  | { readonly kind: 'calculated'; readonly expression: string }
  | {
      readonly kind: 'repeat';
      readonly over: string;
      readonly most?: number | undefined;
      readonly items: readonly SourceItem[];
    };

export type SourceItem = SourceItemBase & SourceBody;
export type SourceKind = SourceBody['kind'];

export interface SourcePage {
  readonly id: string;
  readonly place: Place;
  readonly title: SourceText;
  readonly items: readonly SourceItem[];
}

export interface SourceForm {
  readonly code: string;
  readonly version: number;
  readonly title: SourceText;
  readonly lead: SourceText;
  readonly minutes: number;
  readonly pages: readonly SourcePage[];
  /** Written by this product: codes and expressions stay as they are, faulty or not. */
  readonly isOurs: boolean;
}
