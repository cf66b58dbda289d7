import { isMissing } from '../../check-answer';
import type { CompiledVersion } from '../../compile-version';
import type { MissingCode } from '../../definition';
import type { SyntheticResponse } from './walk-respondent';

/** What became of one field among invented responses. */
export interface FieldCounts {
  readonly field: string;
  /** Code of its item in the definition. */
  readonly item: string;
  readonly page: number;
  readonly text: string;
  /** Answered or left empty, by those who came to it. */
  readonly asked: number;
  readonly answered: number;
  /** 95 not reached, 96 not asked, 97 does not apply, 98 don't know, 99 left empty. */
  readonly missing: Readonly<Record<MissingCode, number>>;
}

export const countFields = (
  compiled: CompiledVersion,
  responses: readonly SyntheticResponse[],
): readonly FieldCounts[] =>
  compiled.fields.map((field) => {
    const missing: Record<MissingCode, number> = { 95: 0, 96: 0, 97: 0, 98: 0, 99: 0 };
    let answered = 0;
    for (const { sheet } of responses) {
      const answer = sheet[field.code];
      if (isMissing(answer)) missing[answer.missing] += 1;
      else if (answer !== undefined) answered += 1;
    }
    const item = compiled.items.find(({ item: of }) => of === field.item);
    return {
      field: field.code,
      item: item?.block?.origin ?? field.item.code,
      page: field.page,
      text: field.text,
      asked: answered + missing[97] + missing[98] + missing[99],
      answered,
      missing,
    };
  });
