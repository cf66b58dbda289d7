import type { Translator } from '../../../platform/i18n';
import { compareLists, type ListChange, type ListedPart, type ListedSphere } from '../domain';
import { areaText, validText, verdictBadge } from './present-decision';

export interface ChangeView {
  readonly label: string;
  /** In short: `nowa: preferowana`, `zmienione: obszar, powód`. */
  readonly what: string;
  readonly isWithdrawn: boolean;
  readonly parts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

export const presentChanges = (
  before: readonly ListedSphere[],
  after: readonly ListedSphere[],
  translator: Translator,
): readonly ChangeView[] => compareLists(before, after).map((change) => changeOf(change, translator));

const changeOf = ({ label, before, after, parts }: ListChange, translator: Translator): ChangeView => {
  const { t } = translator;
  const isWithdrawn = before?.verdict === 'preferred' && after?.verdict !== 'preferred';
  const verdictOf = (one: ListedSphere): string => verdictBadge(one.verdict, translator).text.toLowerCase();
  const about = { label, isWithdrawn };
  if (after === null) return { ...about, what: t('sphere-decisions:change.removed'), parts: [] };
  if (before === null)
    return {
      ...about,
      what: t('sphere-decisions:change.added', { verdict: verdictOf(after) }),
      parts: [],
    };
  const text = (one: ListedSphere, part: ListedPart): string => {
    switch (part) {
      case 'verdict':
        return verdictBadge(one.verdict, translator).text;
      case 'area':
        return areaText(one.area, translator);
      case 'valid':
        return validText(one.valid, translator);
      case 'reason':
        return one.reason;
    }
  };
  return {
    ...about,
    what: parts.includes('verdict')
      ? t(`sphere-decisions:change.${isWithdrawn ? 'withdrawn' : 'verdict'}`, {
          before: verdictOf(before),
          after: verdictOf(after),
        })
      : t('sphere-decisions:change.parts', {
          list: parts.map((part) => t(`sphere-decisions:column.${part}`).toLowerCase()).join(', '),
        }),
    parts: parts.map((part) => ({
      name: t(`sphere-decisions:column.${part}`),
      before: text(before, part),
      after: text(after, part),
    })),
  };
};
