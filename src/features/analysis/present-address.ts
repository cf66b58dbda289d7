import type { AnswerFilter, ResultsFilter } from './domain';

const NAMES = { institution: 'instytucja', subregion: 'podregion', clientType: 'typ' } as const;

/** The address of a results page: its filter, and more where a link needs it. Empty filters leave no trace. */
export const addressOf = (
  evaluationId: string,
  filter: ResultsFilter,
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    const value = filter[key];
    if (value !== null) query.set(name, value);
  }
  if (filter.completeOnly) query.set('ukonczone', '1');
  if (filter.answer !== null) query.set('wybor', answerParameter(filter.answer));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const text = query.toString();
  return `/badania/${encodeURIComponent(evaluationId)}/wyniki${text === '' ? '' : `?${text}`}`;
};

/**
 * The table of the same questions, by institution and under the same filter: there every number leads to its proof. Null under a
 * filter that tables do not have.
 */
export const tableOf = (
  evaluationId: string,
  { institution, subregion, clientType, completeOnly, answer }: ResultsFilter,
  asked: { readonly questionnaire: string; readonly fields: readonly string[] } | undefined,
): string | null => {
  if (asked === undefined || completeOnly || answer !== null) return null;
  const query = new URLSearchParams({
    zbior: asked.questionnaire,
    wiersze: asked.fields.join(','),
    kolumny: 'instytucja',
  });
  for (const [name, code] of [
    ['instytucja', institution],
    ['podregion', subregion],
    ['typ', clientType],
  ] as const)
    if (code !== null) query.append('filtr', `${name}:${code}`);
  return `/badania/${encodeURIComponent(evaluationId)}/tabele?${query.toString()}`;
};

/** `owes-clients.U4:b` */
export const answerParameter = ({ question, choice }: AnswerFilter): string => `${question}:${choice}`;
