import type { Translator } from '../../../platform/i18n';
import { writeCsv } from '../../../platform/spreadsheet';
import type { Answer } from '../domain';
import type { StoredRun } from './store';

/** Test data as a table for a spreadsheet; every row says what it is. Fields as in the draft that was walked. */
export const testDataFile = ({ t }: Translator, { responses, revision, version }: StoredRun): string => {
  const fields = Object.keys(responses[0]?.sheet ?? {});
  const head = ['collection', 'version', 'draft', 'respondent', 'strategy', 'finished', 'page'].map((name) =>
    t(`proof:file.${name}`),
  );
  const rows = responses.map(({ number, strategy, isFinished, reachedPage, sheet }) => [
    t('proof:file.test-data'),
    String(version),
    String(revision),
    String(number),
    t(`proof:strategy.${strategy}`),
    t(isFinished ? 'proof:file.yes' : 'proof:file.no'),
    String(reachedPage),
    ...fields.map((field) => written(sheet[field])),
  ]);
  return writeCsv([[...head, ...fields], ...rows]);
};

/** Several codes are parted by spaces; a missing answer is its number. */
const written = (answer: Answer | undefined): string => {
  if (answer === undefined) return '';
  if (typeof answer === 'number') return String(answer).replace('.', ',');
  if (typeof answer === 'string') return answer;
  return 'missing' in answer ? String(answer.missing) : answer.join(' ');
};
