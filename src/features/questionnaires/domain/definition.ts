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
  /** Languages offered beside Polish; each needs a translation below. */
  readonly languages?: readonly TranslationLanguage[];
  /** Texts in other languages; a text without its translation is shown in Polish. */
  readonly translations?: readonly Translation[];
}

/** `pl-etr`: Polish that is easy to read, a version of its own and no translation of the interface. */
export type TranslationLanguage = 'en' | 'uk' | 'pl-etr';
export type Language = 'pl' | TranslationLanguage;

export interface Translation {
  readonly language: TranslationLanguage;
  readonly texts: readonly TranslatedText[];
}

export interface TranslatedText {
  /** Place of the text in the definition: `title`, `page/rola`, `K1/text`, `K1/hint`, `K1/choice/pes`, `J1/row`. */
  readonly key: string;
  /** The Polish text it was made from: when that has changed since, the translation is out of date. */
  readonly from: string;
  readonly text: string;
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
  /**
   * Expression that an answer must fulfil; `.` is the answer itself: `. <= ${P6} and . >= 0`. An empty answer fulfils it.
   */
  readonly constraint?: string;
  /** What to tell when it does not; absent: a general sentence. */
  readonly constraintText?: string;
  /** Choices or rows stand in an order drawn for each respondent; "inna", exclusive and missing choices stay at the end. */
  readonly random?: true;
  /** Sensitive: results are shown for the whole region only. */
  readonly sensitive?: true;
  /** Counts changes of meaning of the wording; absent is 1. A mended typing error keeps it. */
  readonly wording?: number;
  /** The entry of the item bank it was taken from, and its version at that time. */
  readonly bank?: { readonly code: string; readonly version: number };
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
  /** A text. With `ends` the questionnaire is over where it is shown: nothing after it is asked ("END1"). */
  (
    | { readonly kind: 'information'; readonly ends?: true }
    | {
        readonly kind: 'single';
        readonly choices: readonly Choice[];
        readonly scale?: ScaleCode;
        /** A drop-down list, for long lists. */
        readonly appearance?: 'minimal';
      }
    | { readonly kind: 'multiple'; readonly choices: readonly Choice[]; readonly most?: number }
    /** Agreement and rating batteries: rows share one scale. */
    | {
        readonly kind: 'battery';
        /** Absent: a scale of the author's own. */
        readonly scale?: ScaleCode;
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
    | {
        readonly kind: 'open';
        readonly longest: number;
        /** A name or a number of a document: one line, not a box. */
        readonly oneLine?: true;
      }
    /** A calendar day; the limits are days, too: `2026-01-31`. */
    | { readonly kind: 'date'; readonly earliest?: string; readonly latest?: string }
    | { readonly kind: 'email' }
    /** Numbers from 0 that add up to a total: "razem 100%". */
    | {
        readonly kind: 'sum';
        readonly rows: readonly BatteryRow[];
        readonly total: number;
        readonly unit?: string;
      }
    /** Agreement to what the text says; who declines goes on, unless a later item with `ends` stops them. */
    | { readonly kind: 'consent'; readonly agreeLabel: string; readonly declineLabel: string }
    /** Never shown; its value is worked out from earlier answers and stored like an answer. */
    | { readonly kind: 'calculated'; readonly expression: string }
    /**
     * One block of items for each choice marked in an earlier multiple choice, or as often as an earlier number says, at
     * most `most` times. `${U1}` in a text of the block is the label of its choice; `${O1}` in a condition of the block is
     * the answer in the same block. Fields are called `O1_U1a`, or `O1_1` for numbers. No block within a block.
     */
    | { readonly kind: 'repeat'; readonly over: string; readonly most?: number; readonly items: readonly Item[] }
  );

export type ItemKind = Item['kind'];
/** What a respondent meets: blocks are laid out as the items they repeat. */
export type AskedItem = Exclude<Item, { readonly kind: 'repeat' }>;

/**
 * What is stored under a field code. single, battery row, 0-10 → choice code ('pes', '5', '10'); multiple → codes;
 * ranking → codes, most important first; number and part of a sum → number; territory → TERC code; open, e-mail and
 * `_inne` → text; date → `2026-11-21`; consent → `tak` or `nie`; calculated → text or number.
 */
export type Answer = string | number | readonly string[] | { readonly missing: MissingCode };

/** Answers by field code. A finished response holds every field of its version, missing codes included. */
export type AnswerSheet = Readonly<Record<string, Answer>>;
