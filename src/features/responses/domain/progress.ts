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

/** Questions of a version, counted once each, also where a block repeats them; what nobody is asked is left out. */
export const questionsOf = ({ items }: CompiledVersion): number =>
  new Set(
    items
      .filter(({ item }) => item.kind !== 'information' && item.kind !== 'calculated')
      .map(({ item, block }) => block?.origin ?? item.code),
  ).size;
