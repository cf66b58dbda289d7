import type { Criterion, ScaleCode } from '../../../questionnaires/domain';
import type { AnswerSource } from '../dataset';

/** Chapters of the results page: the evaluation questions they answer. */
export const SECTIONS = ['trafnosc', 'jakosc', 'skutecznosc', 'koordynacja', 'sfery'] as const;
export type Section = (typeof SECTIONS)[number];

/** Where results by a criterion are told; profile questions are not told, they break results down. */
export const SECTION_OF: Readonly<Record<Exclude<Criterion, 'profil'>, Section>> = {
  trafnosc: 'trafnosc',
  jakosc: 'jakosc',
  skutecznosc: 'skutecznosc',
  efektywnosc: 'skutecznosc',
  uzytecznosc: 'skutecznosc',
  oddzialywanie: 'skutecznosc',
  trwalosc: 'skutecznosc',
  spojnosc: 'koordynacja',
  preferencje: 'sfery',
};

/** One statement or aspect rated on a scale. */
export interface RatedRow {
  readonly id: string;
  readonly text: string;
  readonly comparisonCode: string | null;
  readonly sources: readonly AnswerSource[];
}

interface QuestionBase {
  /** Stable, safe in addresses: `owes-clients.J`. */
  readonly id: string;
  /** As printed: `J`, `E2, E3`, `Z3, R29`. */
  readonly codes: string;
  /** Wording; null where several questions are shown together. */
  readonly text: string | null;
  readonly section: Section;
  /** Asked about the institution one deals with, not about the region or oneself. */
  readonly isAboutInstitution: boolean;
  /** Same meaning in several questionnaires: `overall-rating`. */
  readonly comparisonCode: string | null;
  /** Codes of questions of the same meaning that offer other answers: they are not joined with this one. */
  readonly apartFrom: readonly string[];
}

/** `OWN`: a scale that its author made for one battery. */
export type RatingScale = ScaleCode | 'OWN';

export type Question = QuestionBase &
  (
    | { readonly kind: 'ratings'; readonly scale: RatingScale; readonly rows: readonly RatedRow[] }
    | { readonly kind: 'choice'; readonly sources: readonly AnswerSource[] }
    | { readonly kind: 'multiple'; readonly sources: readonly AnswerSource[] }
    | { readonly kind: 'recommendation'; readonly sources: readonly AnswerSource[] }
    | { readonly kind: 'ranking'; readonly sources: readonly AnswerSource[] }
    | { readonly kind: 'remainder'; readonly whole: readonly AnswerSource[]; readonly part: readonly AnswerSource[] }
  );

/** Every field that a question reads. */
export const sourcesOf = (question: Question): readonly AnswerSource[] => {
  switch (question.kind) {
    case 'ratings':
      return question.rows.flatMap(({ sources }) => sources);
    case 'remainder':
      return [...question.whole, ...question.part];
    case 'choice':
    case 'multiple':
    case 'recommendation':
    case 'ranking':
      return question.sources;
  }
};
