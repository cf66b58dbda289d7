import type { Translator } from '../../../platform/i18n';
import { baseOf, type Conclusion, type Evidence, type Finding } from '../domain';
import type { WorkRead } from '../read-work';

/** One line of what proves a conclusion, with the way to it. */
export interface SourceView {
  readonly text: string;
  readonly href: string;
}

/** Every piece of evidence of every finding behind a conclusion; quotes of one finding together. */
export const presentSources = (
  conclusion: Pick<Conclusion, 'findings'>,
  work: Pick<WorkRead, 'findings' | 'tables' | 'evaluation'>,
  translator: Translator,
): readonly SourceView[] =>
  work.findings
    .filter(({ id }) => conclusion.findings.includes(id))
    .flatMap((finding) => {
      const href = `/badania/${work.evaluation.id}/wnioski/wyniki/${finding.number}`;
      const lines = linesOf(finding, work, translator);
      return (lines.length > 0 ? lines : [translator.t('conclusions:source.none', { number: finding.number })]).map(
        (text) => ({ text, href }),
      );
    });

const linesOf = (
  { evidence }: Finding,
  { tables }: Pick<WorkRead, 'tables'>,
  { t, format }: Translator,
): readonly string[] => {
  const quotes = evidence.filter(({ kind }) => kind === 'quote').length;
  const lineOf = (one: Evidence): readonly string[] => {
    if (one.kind === 'quote') return [];
    if (one.kind === 'note') return [t(`conclusions:source.${one.method}`, { source: one.source })];
    const items = [...new Set((tables.get(one.publication)?.wordings ?? []).map(({ item }) => item))];
    const n = baseOf(one.claim);
    const what = t('conclusions:source.survey', { count: Math.max(1, items.length), items: items.join(', ') });
    return [n === null ? what : t('conclusions:source.with-n', { what, n: format.integer(n) })];
  };
  return [...evidence.flatMap(lineOf), ...(quotes === 0 ? [] : [t('conclusions:source.quotes', { count: quotes })])];
};
