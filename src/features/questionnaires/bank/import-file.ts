import { asksTheSame, currentOf, type BankEntry, type BankRecord } from '../domain/bank';
import { readBank } from './read-bank';
import { readBankFile, type FileLine, type RefusedReason } from './read-file';
import { addVersion, type SavingNeeds } from './save-item';

/** What became of one entry of a file. */
export type ImportedLine =
  | {
      readonly kind: 'new' | 'newer' | 'same';
      readonly code: string;
      readonly version: number;
      readonly isCleaned: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly reason: RefusedReason;
      readonly places: readonly string[];
    };

/**
 * Takes the items of a file into the bank and tells about each.
 *
 * @throws Problem `bank.file-unreadable` when it is no file of bank items at all
 */
export const importFile =
  (needs: Pick<SavingNeeds, 'store' | 'clock'>) =>
  async (bytes: Buffer, by: string): Promise<readonly ImportedLine[]> => {
    const lines = readBankFile(bytes);
    const records = new Map((await readBank(needs)()).map((record) => [record.code, record]));
    const imported: ImportedLine[] = [];
    for (const line of lines)
      imported.push(line.kind === 'refused' ? line : await importEntry(needs, line, records.get(line.entry.code), by));
    return imported;
  };

const importEntry = async (
  needs: Pick<SavingNeeds, 'store' | 'clock'>,
  { entry, isCleaned }: Extract<FileLine, { kind: 'entry' }>,
  record: BankRecord | undefined,
  by: string,
): Promise<ImportedLine> => {
  const { code } = entry;
  const same = record?.versions.find((version) => asksTheSame(version, entry));
  if (same !== undefined) return { kind: 'same', code, version: same.version, isCleaned };
  if (record !== undefined && entry.version <= currentOf(record).version)
    return { kind: 'refused', code, reason: 'other-wording', places: [] };
  const { version } = await addVersion(needs)(forThisBank(entry, record), by);
  return { kind: record === undefined ? 'new' : 'newer', code, version, isCleaned };
};

/** Codes that this bank does not know stand among its own items: its modules are its own. */
const forThisBank = (entry: BankEntry, record: BankRecord | undefined): BankEntry =>
  record === undefined ? { ...entry, module: 'own' } : entry;
