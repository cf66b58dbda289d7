import type { Translator } from '../../../platform/i18n';
import type { QuestionnaireDefinition } from '../domain';
import { comparabilityWarnings, compareVersions, type Change, type ComparabilityWarning } from '../domain/compare';
import { presentChange, type ChangeView } from './present-change';

export interface DifferenceView {
  /** How many differences, in words. */
  readonly summary: string;
  readonly warnings: readonly WarningView[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly changes: readonly ChangeView[];
  }[];
}

/** Questions whose answers will be marked in comparisons, or kept apart. */
export interface WarningView {
  readonly title: string;
  readonly text: string;
}

/** What differs between two versions, question by question. */
export const presentDifference = (
  translator: Translator,
  before: QuestionnaireDefinition,
  after: QuestionnaireDefinition,
): DifferenceView => {
  const changes = compareVersions(before, after);
  const texts = new Map([...itemTexts(before), ...itemTexts(after)]);
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(groupOf(change), [...(groups.get(groupOf(change)) ?? []), change]);
  return {
    summary: translator.t('versions:difference.count', { count: changes.length }),
    warnings: presentWarnings(translator, comparabilityWarnings(before, after)),
    groups: [...groups].map(([group, some], at) => ({
      id: `zmiana-${at + 1}`,
      title: titleOf(translator, group, texts),
      changes: some.map((change) => presentChange(translator, change)),
    })),
  };
};

/** `zmieniona treść: J4` and what follows from it, one sentence for each degree. */
export const presentWarnings = ({ t }: Translator, warnings: readonly ComparabilityWarning[]): readonly WarningView[] =>
  (['wording', 'scale', 'different'] as const).flatMap((degree) => {
    const codes = warnings.filter(({ comparability }) => comparability === degree).map(({ code }) => code);
    if (codes.length === 0) return [];
    return [
      {
        title: t(`versions:warning.${degree}.title`, { codes: codes.join(', ') }),
        text: t(`versions:warning.${degree}.text`),
      },
    ];
  });

const FRAME = '(frame)';
const PAGES = '(pages)';

const groupOf = (change: Change): string => {
  if ('item' in change) return change.item;
  if ('language' in change) return `(${change.language})`;
  return change.kind.startsWith('page') ? PAGES : FRAME;
};

const titleOf = ({ t }: Translator, group: string, texts: ReadonlyMap<string, string>): string => {
  if (group === FRAME) return t('versions:difference.frame');
  if (group === PAGES) return t('versions:difference.pages');
  if (group.startsWith('('))
    return t('versions:difference.language', { language: t(`versions:language.${group.slice(1, -1)}`) });
  return t('versions:difference.item', { code: group, text: shortened(texts.get(group) ?? '') });
};

const itemTexts = ({ pages }: QuestionnaireDefinition): readonly (readonly [string, string])[] =>
  pages.flatMap(({ items }) =>
    items.flatMap((item) => [
      [item.code, item.text] as const,
      ...(item.kind === 'repeat' ? item.items.map(({ code, text }) => [code, text] as const) : []),
    ]),
  );

const LONGEST_TITLE = 90;

const shortened = (text: string): string =>
  text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;
