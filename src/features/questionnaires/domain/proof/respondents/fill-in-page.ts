import type { CompiledVersion } from '../../compile-version';
import type { AnswerSheet } from '../../definition';
import type { Field } from '../../field';
import { pathThrough } from '../../path';
import { pageAt } from '../../compile-version';
import { readPage, type FormFields, type PageReading } from '../../read-page';
import { honestAnswer, printNumber, type Posted } from './honest-answer';
import type { Places } from './places';
import type { Respondent } from './respondent';

/** After so many refusals of honest answers somebody gives up. */
const MOST_ROUNDS = 12;

export interface FilledPage {
  readonly answers: AnswerSheet;
  /** Field that no answer was accepted for; null when the page was sent. */
  readonly stuckAt: string | null;
}

/**
 * Fills in one page as in a browser without scripts: fields that are shown are posted, fields that the answers bring up are
 * posted on the next round, and refused answers are tried again differently.
 */
export const fillInPage = (
  compiled: CompiledVersion,
  page: number,
  respondent: Respondent,
  places: Places,
  before: AnswerSheet,
): FilledPage => {
  const form: Record<string, Posted> = {};
  const tries = new Map<string, number>();
  let answers = before;
  let reading: PageReading | null = null;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const asked = askedOn(compiled, page, answers);
    const refused = refusedIn(reading);
    const open = asked.filter(
      (field) => !(field.code in form) || refused.has(field.code) || refused.has(field.item.code),
    );
    if (reading !== null && open.length === 0 && reading.issues.length === 0) return { answers, stuckAt: null };
    for (const field of open) {
      const tried = tries.get(field.code) ?? 0;
      form[field.code] = honestAnswer(field, respondent, { places, answers, tries: tried });
      tries.set(field.code, tried + 1);
    }
    shareOutSums(asked, form);
    reading = readPage(compiled, page, form, before);
    answers = reading.answers;
  }
  return { answers, stuckAt: reading?.issues[0]?.field ?? null };
};

const refusedIn = (reading: PageReading | null): ReadonlySet<string> =>
  new Set(reading?.issues.map(({ field }) => field) ?? []);

export const askedOn = (compiled: CompiledVersion, page: number, answers: AnswerSheet): readonly Field[] => {
  const { asked } = pathThrough(compiled, answers);
  return pageAt(compiled, page).items.flatMap(({ fields }) => fields.filter(({ code }) => asked.has(code)));
};

/** Parts of a sum are equal; the last one takes the rest. */
const shareOutSums = (asked: readonly Field[], form: Record<string, Posted>): FormFields => {
  const parts = asked.flatMap((field) => (field.kind === 'part' && form[field.code] !== '' ? [field] : []));
  for (const part of parts) {
    const together = parts.filter(({ item }) => item === part.item);
    const share = Math.floor(part.total / together.length);
    const rest = part.total - share * (together.length - 1);
    form[part.code] = printNumber(part === together.at(-1) ? rest : share);
  }
  return form;
};
