import type { QuestionnaireDefinition } from '../../domain';

export const FORMAT = 'ewaluacja-es/questionnaire';
export const FORMAT_VERSION = 1;

/** A definition as a file that other institutions can read; the envelope says what it is. */
export const writeJson = (definition: QuestionnaireDefinition): string =>
  `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, definition }, null, 2)}\n`;
