import type { Translator } from '../../../../platform/i18n';
import type { QuestionnaireDefinition } from '../../domain';

export interface CheckLine {
  readonly tone: string;
  readonly icon: string;
  readonly badge: string;
  readonly text: string;
}

/** The check of one item beside its form; null while nothing can be said. */
export const presentCheck = (
  _translator: Translator,
  _definition: QuestionnaireDefinition,
  _code: string,
): readonly CheckLine[] | null => null;
