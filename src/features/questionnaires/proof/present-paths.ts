import type { Translator } from '../../../platform/i18n';
import { textsOf, type Item, type QuestionnaireDefinition } from '../domain';
import { estimatePaths, readabilityOf, type PathEstimate, type PathGroup, type Steer } from '../domain/proof';

export interface PathsView {
  readonly summary: string;
  readonly rows: readonly {
    readonly name: string;
    readonly shortest: LengthView;
    readonly typical: LengthView;
    readonly longest: LengthView;
  }[];
}

export interface LengthView {
  readonly minutes: string;
  readonly rows: string;
}

/** Minutes and rows by kinds of respondents; null while the draft has faults. */
export const presentPaths = (translator: Translator, definition: QuestionnaireDefinition): PathsView | null => {
  const { t } = translator;
  const estimates = estimatePaths(definition);
  if (estimates === null) return null;
  const { shortest, longest } = estimates.all;
  return {
    summary: t('proof:paths.summary', {
      from: shortest.minutes,
      to: t('proof:paths.minutes', { count: longest.minutes }),
      promised: t('proof:paths.minutes', { count: definition.minutes }),
    }),
    rows: estimates.groups.map((group) => ({
      name: nameOf(translator, group, definition),
      shortest: lengthOf(translator, group.shortest),
      typical: lengthOf(translator, group.typical),
      longest: lengthOf(translator, group.longest),
    })),
  };
};

const lengthOf = ({ t }: Translator, { minutes, rows }: PathEstimate): LengthView => ({
  minutes: t('proof:paths.short-minutes', { minutes }),
  rows: t('proof:paths.rows', { count: rows }),
});

const nameOf = ({ t }: Translator, { steers }: PathGroup, definition: QuestionnaireDefinition): string =>
  steers.length === 0
    ? t('proof:paths.everyone')
    : steers
        .map((steer) => t('proof:paths.steer', { item: steer.item, choices: labelsOf(t, steer, definition) }))
        .join('; ');

/** Labels of choices that lead the same way; after the second they are counted. */
const labelsOf = (t: Translator['t'], { item, choices }: Steer, { pages }: QuestionnaireDefinition): string => {
  const asked = pages.flatMap(({ items }) => items).find(({ code }) => code === item);
  const labels = choices.map((choice) => labelOf(asked, choice));
  const shown = labels.length > 3 ? labels.slice(0, 2) : labels;
  const rest = labels.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [t('proof:paths.others', { count: rest })])].join(', ');
};

const labelOf = (item: Item | undefined, choice: string): string => {
  if (item?.kind === 'consent') return choice === 'tak' ? item.agreeLabel : item.declineLabel;
  if (item === undefined || !('choices' in item)) return choice;
  return item.choices.find(({ code }) => code === choice)?.label ?? choice;
};

/** How hard the texts are to read, as a hint; null for a questionnaire of few words. */
export const presentReadability = ({ t, format }: Translator, definition: QuestionnaireDefinition): string | null => {
  const texts = textsOf(definition).filter(({ kind }) => kind !== 'choice' && kind !== 'unit');
  const readability = readabilityOf(texts.map(({ polish }) => polish));
  if (readability === null) return null;
  const { index, wordsPerSentence, longWords } = readability;
  const level = index < 10 ? 'plain' : index < 13 ? 'fair' : index < 16 ? 'rather-hard' : 'hard';
  return t('proof:readability.text', {
    index: format.decimal(index, 1),
    level: t(`proof:readability.${level}`),
    words: format.decimal(wordsPerSentence, 1),
    long: format.percent(longWords),
  });
};
