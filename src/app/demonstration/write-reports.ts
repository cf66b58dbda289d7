import { resolve } from 'node:path';
import type { Evaluation } from '../../features/evaluations';
import { loadTranslators, type Translator } from '../../platform/i18n';
import type { Chapters } from '../compose';

const WRITER = 'Anna Wrona';
const LOCALES = resolve(__dirname, __filename.endsWith('.ts') ? '../../../locales' : '../../../../locales');

type Kind = 'preliminary' | 'public';

const begin = async ({ reports }: Chapters, evaluation: Evaluation, kind: Kind, translator: Translator) =>
  reports.editor.createReport(evaluation.id, {
    kind,
    institution: null,
    language: 'pl',
    by: WRITER,
    ...(await reports.readyStructure(evaluation, kind, null, translator)),
  });

/** A report for the thematic group, while it is written. */
export const writeReports = async (chapters: Chapters, evaluation: Evaluation): Promise<void> => {
  if ((await chapters.reports.editor.listReports(evaluation.id)).length > 0) return;
  await begin(chapters, evaluation, 'preliminary', loadTranslators(LOCALES).pl);
};

/**
 * The page for those who answered, given out: counted, frozen and drawn, which takes seconds. To be called when people are
 * served already; once there is a published version it does nothing.
 */
export const publishReports = async (chapters: Chapters, evaluation: Evaluation): Promise<void> => {
  const { published, editor } = chapters.reports;
  if ((await published.listPublished(evaluation.id)).length > 0) return;
  const { pl } = loadTranslators(LOCALES);
  const begun = (await editor.listReports(evaluation.id)).find(({ kind }) => kind === 'public');
  const report = begun ?? (await begin(chapters, evaluation, 'public', pl));
  await published.publishReport(evaluation.id, {
    report: report.id,
    key: `${evaluation.id}-demonstracja`,
    revision: report.revision,
    state: evaluation.resultState,
    erratum: null,
    by: WRITER,
    translatorOf: () => pl,
  });
};
