import type { Translator } from '../../../platform/i18n';
import type { QuestionnaireDefinition } from '../domain';
import { proveItem, type Severity } from '../domain/proof';
import { remarkSentence } from './present-remark';

/** One line of the box "Sprawdzenie pytania": a badge and a sentence. */
export interface CheckLine {
  readonly look: 'ok' | 'warn' | 'err' | 'info';
  readonly icon: string;
  readonly word: string;
  readonly text: string;
}

const LOOKS: Readonly<Record<Severity, Pick<CheckLine, 'look' | 'icon'>>> = {
  error: { look: 'err', icon: 'circle-alert' },
  warning: { look: 'warn', icon: 'triangle-alert' },
  advice: { look: 'info', icon: 'info' },
};

/** What the item does well, then what to mend. */
export const presentItemCheck = (
  translator: Translator,
  definition: QuestionnaireDefinition,
  itemCode: string,
): readonly CheckLine[] => {
  const { t } = translator;
  const { praises, remarks } = proveItem(definition, itemCode);
  return [
    ...praises.map((praise): CheckLine => ({
      look: 'ok',
      icon: 'check',
      word: t('proof:badge.good'),
      text: t(`proof:praise.${praise}`),
    })),
    ...remarks.map((remark): CheckLine => ({
      ...LOOKS[remark.severity],
      word: t(`proof:badge.${remark.severity}`),
      text: `${rowPrefix(translator, remark.item, remark.field)}${remarkSentence(translator, remark)}`,
    })),
  ];
};

/** A remark on a row says which. */
const rowPrefix = ({ t }: Translator, item: string | null, field: string | null): string =>
  field === null || field === item ? '' : t('proof:in-row', { row: field });
