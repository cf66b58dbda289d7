import { pagesOnPath, type AnswerSheet, type CompiledVersion } from '../../questionnaires/domain';

export interface Progress {
  /** Place of the page among those that ask this respondent something, from 1. */
  readonly place: number;
  readonly pages: number;
  readonly minutesLeft: number;
}

/** How far a respondent is. Minutes: the version's own estimate, shared out by the fields still ahead. */
export const progressAt = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): Progress => {
  const pages = pagesOnPath(compiled, answers);
  const ahead = compiled.fields.filter(({ page }) => page >= pageNumber).length;
  return {
    place: Math.max(1, pages.filter((number) => number <= pageNumber).length),
    pages: pages.length,
    minutesLeft: Math.max(1, Math.round((compiled.definition.minutes * ahead) / Math.max(1, compiled.fields.length))),
  };
};

/** Questions of a version, counted once each, information left out. */
export const questionsOf = ({ items }: CompiledVersion): number =>
  items.filter(({ item }) => item.kind !== 'information').length;
