import { plainText } from '../domain/plain-text';
import type { BankEntry } from '../domain/bank';

export interface Cleaned {
  readonly value: BankEntry;
  /** Whether anything but plain text was in it. */
  readonly changed: boolean;
}

/** Expressions compare with `<`; they are read as expressions, never shown as written by strangers. */
const EXPRESSIONS: ReadonlySet<string> = new Set(['shownIf', 'constraint', 'expression']);

/** Every text of an entry as plain text; codes have passed a stricter check. */
export const cleanEntry = (entry: BankEntry): Cleaned => {
  let changed = false;
  const value = JSON.parse(JSON.stringify(entry), (key, inner: unknown) => {
    if (typeof inner !== 'string' || EXPRESSIONS.has(key)) return inner;
    const { text, dropped } = plainText(inner);
    if (dropped.length > 0) changed = true;
    return text;
  }) as BankEntry;
  return { value, changed };
};
