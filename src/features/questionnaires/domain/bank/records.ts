import type { BankEntry } from './entry';

/** A version somebody saved to the bank of this installation. */
export interface OwnVersion extends BankEntry {
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** All versions under one code, newest first; the first is what one takes. */
export interface BankRecord {
  readonly code: string;
  readonly versions: readonly [BankEntry | OwnVersion, ...(BankEntry | OwnVersion)[]];
}

/** The entries that come with the product and those saved here, in the order of the bank; new codes come last. */
export const recordsOf = (builtIn: readonly BankEntry[], own: readonly OwnVersion[]): readonly BankRecord[] => {
  const byCode = new Map<string, [BankEntry | OwnVersion, ...(BankEntry | OwnVersion)[]]>();
  for (const entry of [...builtIn, ...own]) {
    const versions = byCode.get(entry.code);
    if (versions === undefined) byCode.set(entry.code, [entry]);
    else versions.push(entry);
  }
  return [...byCode].map(([code, versions]) => ({
    code,
    versions: versions.sort((a, b) => b.version - a.version),
  }));
};

export const currentOf = ({ versions: [current] }: BankRecord): BankEntry => current;

/** Whether one could tell two versions apart by what is asked; notes and sources do not matter. */
export const asksTheSame = (a: BankEntry, b: BankEntry): boolean => askedIn(a) === askedIn(b);

const askedIn = ({ item }: BankEntry): string => JSON.stringify(withoutHistory(item), sortKeys);

/** An item as the bank keeps it: where it was taken from and how often its wording changed belong to the questionnaire. */
export const withoutHistory = <Kind extends BankEntry['item']>({
  bank: _bank,
  wording: _wording,
  ...item
}: Kind): Kind => item as unknown as Kind;

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
