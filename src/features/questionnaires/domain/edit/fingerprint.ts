import type { Item, Page } from '../definition';
import type { FrameTexts } from './edit';

/** Tells two states of an item apart. Items that a block repeats have fingerprints of their own. */
export const fingerprint = (item: Item): string =>
  hashOf(item.kind === 'repeat' ? { ...item, items: item.items.length } : item);

export const fingerprintOfPage = (page: Page): string => hashOf(page);

export const fingerprintOfFrame = ({ title, lead, minutes }: FrameTexts): string => hashOf({ title, lead, minutes });

/** The same value however its properties are ordered: stores and forms keep no order. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]);
};

const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;

/** FNV-1a twice, 64 bits together: against mistakes, not against forgers. */
const hashOf = (value: unknown): string => {
  const text = JSON.stringify(canonical(value));
  let forwards = FNV_OFFSET;
  let backwards = FNV_OFFSET ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    forwards = Math.imul(forwards ^ text.charCodeAt(at), FNV_PRIME);
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - at), FNV_PRIME);
  }
  return [forwards, backwards].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
};
