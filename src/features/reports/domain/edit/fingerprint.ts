import { createHash } from 'node:crypto';
import type { BlockContent, EditorBlock } from '../stored-report';
import { normalContent } from './normal-content';

const LENGTH = 22;

/** Tells two states of a block apart, wherever it stands; the same for a block and for its content. */
export const fingerprint = (block: EditorBlock | BlockContent): string =>
  hashOf({ ...normalContent(block), id: undefined });

export const fingerprintOfTitle = (title: string): string => hashOf(title);

/** The same value however its properties are ordered: stores and forms keep no order. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]);
};

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')
    .slice(0, LENGTH);
