import { withoutHistory, type BankEntry } from '../domain/bank';

/** The envelope of `interchange` with another kind of contents. */
export const FILE_FORMAT = 'ewaluacja-es/item-bank';
export const FILE_FORMAT_VERSION = 1;

/** Entries as a file that the bank of another institution can read. */
export const writeBankFile = (entries: readonly BankEntry[]): string =>
  `${JSON.stringify({ format: FILE_FORMAT, formatVersion: FILE_FORMAT_VERSION, entries: entries.map(shared) }, null, 2)}\n`;

/** Who saved it and when stays at home. */
const shared = ({ code, module, item, criterion, audiences, source, version, year, note }: BankEntry): BankEntry => ({
  code,
  module,
  item: withoutHistory(item),
  criterion,
  audiences,
  source,
  version,
  year,
  ...(note === undefined ? {} : { note }),
});
