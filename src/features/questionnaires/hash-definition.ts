import { createHash } from 'node:crypto';
import type { QuestionnaireDefinition } from './domain';

/** SHA-256 of the definition as JSON with sorted keys: two equal definitions have one hash, however they were written. */
export const hashDefinition = (definition: QuestionnaireDefinition): string =>
  createHash('sha256').update(JSON.stringify(definition, sortKeys)).digest('hex');

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
