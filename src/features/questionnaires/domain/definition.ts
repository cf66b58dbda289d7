/** A questionnaire version as data: what is asked, in what order, of whom. Immutable once published. */
export interface QuestionnaireDefinition {
  /** Stable across versions: `owes-clients`, `rops-partners`. */
  readonly code: string;
  readonly version: number;
  readonly locale: 'pl';
  readonly title: string;
  /** Heading and paragraph of the intro page. */
  readonly lead: string;
  readonly minutes: number;
  readonly pages: readonly Page[];
}

export interface Page {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** Named answer lists with their values and summaries (domain 2.1). */
export type ScaleCode = 'AGREE5' | 'SAT5' | 'QUAL5' | 'IMP5' | 'FREQ4' | 'YN3' | 'CHG5' | 'NPS11' | 'RANK5';

/** 97 does not apply, 98 don't know, 99 refused: chosen by the respondent, never part of a mean. */
export type ChosenMissing = 97 | 98 | 99;
/** 95 not reached (break-off), 96 not asked (routing); 99 also when left empty. */
export type MissingCode = 95 | 96 | ChosenMissing;

export interface Choice {
  /** Stable, unique in its item: `pes`, `U1b`, `5`. */
  readonly code: string;
  readonly label: string;
  /** Number of a scale point; absent for names. */
  readonly value?: number;
  /** Choosing it is a missing answer of this kind ("trudno powiedzieć"). */
  readonly missing?: ChosenMissing;
  /** In a multiple choice: excludes all others ("żadne z powyższych"). */
  readonly exclusive?: true;
  /** Asks for a text beside it ("inna, jaka?"), sent as `<item code>_inne`. */
  readonly other?: true;
}

interface ItemBase {
  /** Stable, starts with a letter: `K1`, `J`, `O1`. Field name in the form. */
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
  readonly required?: true;
  /** Expression in the XLSForm subset: `${K1} = 'pes' and selected(${U1}, 'U1b')`. Absent: asked of everyone. */
  readonly shownIf?: string;
  /** Same meaning in another questionnaire or wave: `overall-rating`, `recommendation`, `spheres`, … */
  readonly comparisonCode?: string;
  readonly criterion?: Criterion;
}

export type Criterion =
  | 'trafnosc'
  | 'spojnosc'
  | 'skutecznosc'
  | 'efektywnosc'
  | 'uzytecznosc'
  | 'oddzialywanie'
  | 'trwalosc'
  | 'jakosc'
  | 'preferencje'
  | 'profil';

export interface BatteryRow {
  /** Stable, unique in the questionnaire: `J1`, `C1a`, `O1_U1a`. Field name in the form. */
  readonly code: string;
  readonly text: string;
  readonly shownIf?: string;
  readonly comparisonCode?: string;
}

export type Item = ItemBase &
  (
    | { readonly kind: 'information' }
    | { readonly kind: 'single'; readonly choices: readonly Choice[]; readonly scale?: ScaleCode }
    | { readonly kind: 'multiple'; readonly choices: readonly Choice[]; readonly most?: number }
    /** Agreement and rating batteries: rows share one scale. */
    | {
        readonly kind: 'battery';
        readonly scale: ScaleCode;
        readonly choices: readonly Choice[];
        readonly rows: readonly BatteryRow[];
      }
    | { readonly kind: 'scale0to10'; readonly lowLabel: string; readonly highLabel: string }
    | {
        readonly kind: 'number';
        readonly least: number;
        readonly most: number;
        readonly unit?: string;
        /** Counts of people or jobs: no fractions. */
        readonly whole?: true;
        /** Code of an earlier number that this one cannot exceed. */
        readonly notAbove?: string;
      }
    /** Choose up to `most` and put them in order. */
    | { readonly kind: 'ranking'; readonly choices: readonly Choice[]; readonly most: number }
    /** A gmina by its TERC code. */
    | { readonly kind: 'territory'; readonly level: 'gmina' | 'powiat' }
    | { readonly kind: 'open'; readonly longest: number }
  );

export type ItemKind = Item['kind'];

/**
 * What is stored under a field code. single, battery row, 0-10 → choice code ('pes', '5', '10'); multiple → codes;
 * ranking → codes, most important first; number → number; territory → TERC code; open and `_inne` → text.
 */
export type Answer = string | number | readonly string[] | { readonly missing: MissingCode };

/** Answers by field code. A finished response holds every field of its version, missing codes included. */
export type AnswerSheet = Readonly<Record<string, Answer>>;
