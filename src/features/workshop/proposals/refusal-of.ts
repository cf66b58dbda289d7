import type { Translator } from '../../../platform/i18n';
import { Problem, type ProblemKind } from '../../../platform/problems';

export interface Refusal {
  readonly refusal: string;
  readonly status: number;
}

const STATUS: Partial<Readonly<Record<ProblemKind, number>>> = { conflict: 409, forbidden: 403 };

/** What a form says above the words that could not be taken. @throws whatever is not for the form */
export const refusalOf = (error: unknown, { t }: Pick<Translator, 't'>): Refusal => {
  const status = error instanceof Problem ? STATUS[error.kind] : undefined;
  if (!(error instanceof Problem) || status === undefined) throw error;
  const key = error.code.replace('.', ':problems.');
  return { refusal: `${t(`${key}.title`, error.details)}. ${t(`${key}.text`, error.details)}`, status };
};
