import type { Translator } from '../../platform/i18n';
import { baseOf } from './domain';
import { sourceOfTable } from './present-facts';
import { baseOfTable, type ProvenFinding } from './read-proven';

export interface SourceLine {
  readonly text: string;
  readonly href: string;
}

/** What proves a finding, a line each; quotes together. */
export const presentSources = (
  { evidence, tables }: Pick<ProvenFinding, 'evidence' | 'tables'>,
  page: string,
  translator: Translator,
): readonly SourceLine[] => {
  const { t } = translator;
  const quotes = evidence.filter(({ kind }) => kind === 'quote');
  const lines = evidence.flatMap((one): readonly SourceLine[] => {
    const href = `${page}#dowod-${one.id}`;
    if (one.kind === 'quote') return [];
    if (one.kind === 'note')
      return [
        { text: t('findings:source.note', { method: t(`findings:method.${one.method}`), source: one.source }), href },
      ];
    const frozen = tables.get(one.publication);
    if (frozen === undefined) return [];
    return [{ text: sourceOfTable(frozen, baseOf(one.claim) ?? baseOfTable(frozen), translator), href }];
  });
  const [first] = quotes;
  return first === undefined
    ? lines
    : [...lines, { text: t('findings:source.quotes', { count: quotes.length }), href: `${page}#dowod-${first.id}` }];
};
