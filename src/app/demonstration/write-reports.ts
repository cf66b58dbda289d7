import { resolve } from 'node:path';
import type { Evaluation } from '../../features/evaluations';
import { loadTranslators } from '../../platform/i18n';
import type { Chapters } from '../compose';

const WRITER = 'Anna Wrona';
const LOCALES = resolve(__dirname, __filename.endsWith('.ts') ? '../../../locales' : '../../../../locales');

/** A report for the thematic group, while it is written. */
export const writeReports = async (chapters: Chapters, evaluation: Evaluation): Promise<void> => {
  const { editor, readyStructure } = chapters.reports;
  if ((await editor.listReports(evaluation.id)).length > 0) return;
  const { pl } = loadTranslators(LOCALES);
  await editor.createReport(evaluation.id, {
    kind: 'preliminary',
    institution: null,
    language: 'pl',
    by: WRITER,
    ...(await readyStructure(evaluation, 'preliminary', null, pl)),
  });
};
