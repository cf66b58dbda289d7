import type { Translator } from '../../../platform/i18n';
import type { DerivationFault } from '../domain/derived';

export interface FaultView {
  /** Id of the field it stands at. */
  readonly field: string;
  readonly text: string;
  /** The expression with a caret below the character; null for other faults. */
  readonly caret: string | null;
}

/** Faults of reading are worded where expressions are at home. */
export const presentFault = ({ kind, character, details }: DerivationFault, { t, has }: Translator): string => {
  const key = has(`variables:fault.${kind}`) ? `variables:fault.${kind}` : `questionnaires:expression.${kind}`;
  const text = t(key, details);
  return character === undefined ? text : t('variables:form.character', { character, text });
};

/** One of each sentence; the first stands at its field. */
export const presentFaults = (
  faults: readonly DerivationFault[],
  expression: string,
  translator: Translator,
): readonly FaultView[] => {
  const views = faults.map((fault) => ({
    field: `f-${fault.field}`,
    text: presentFault(fault, translator),
    caret: fault.character === undefined ? null : caretLine(expression.trim(), fault.character),
  }));
  return views.filter(
    ({ field, text }, at) => views.findIndex((other) => other.field === field && other.text === text) === at,
  );
};

const [BEFORE, SHOWN] = [30, 60];

/** The text, and below it a caret under the character, counted from 1. Long texts are cut around it. */
const caretLine = (text: string, character: number): string => {
  const start = Math.max(0, character - 1 - BEFORE);
  const shown = text.slice(start, start + SHOWN).replace(/\s/g, ' ');
  return `${shown}\n${' '.repeat(character - 1 - start)}^`;
};
