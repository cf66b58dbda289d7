import type { Clock } from '../../../platform/clock';
import type { Connection } from '../../../platform/storage';
import type { Evaluation } from '../../evaluations';
import type { BankEntry, BankRecord } from '../domain/bank';
import type { Draft, Drafts } from '../drafts';
import { importFile, type ImportedLine } from './import-file';
import { readBank, readEntries } from './read-bank';
import { saveItem, type Saved, type SavedPlace } from './save-item';
import { startQuestionnaire } from './start-questionnaire';
import { createBankStore } from './store';
import { takeEntries, type TakingNeeds, type TakingOutcome, type WantedEntries, type Writer } from './take-entries';

export type { ImportedLine } from './import-file';
export type { Saved, SavedPlace } from './save-item';
export type { TakingOutcome, WantedEntries, Writer } from './take-entries';

/** Proven items with stable codes, those that come with the product and those saved here. */
export interface Bank {
  readonly ensureIndexes: () => Promise<void>;
  readonly readBank: () => Promise<readonly BankRecord[]>;
  /** @throws Problem `bank.no-such-entry` */
  readonly readEntries: (codes: readonly string[]) => Promise<readonly BankEntry[]>;
  /** @throws Problem `bank.no-such-item` · `bank.code-unfit` */
  readonly saveItem: (place: SavedPlace, by: string) => Promise<Saved>;
  readonly takeEntries: (wanted: WantedEntries, by: Writer) => Promise<TakingOutcome>;
  /** @throws Problem `bank.no-such-template` */
  readonly startQuestionnaire: (evaluation: Evaluation, templateCode: string, by: string) => Promise<Draft>;
  /** @throws Problem `bank.file-unreadable` */
  readonly importFile: (bytes: Buffer, by: string) => Promise<readonly ImportedLine[]>;
}

export interface BankSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly drafts: Drafts;
  readonly remark: TakingNeeds['remark'];
}

export const createBank = ({ connection, clock, drafts, remark }: BankSetup): Bank => {
  const store = createBankStore(connection);
  return {
    ensureIndexes: store.ensureIndexes,
    readBank: readBank({ store }),
    readEntries: readEntries({ store }),
    saveItem: saveItem({ store, drafts, clock }),
    takeEntries: takeEntries({ drafts, remark }),
    startQuestionnaire: startQuestionnaire({ drafts }),
    importFile: importFile({ store, clock }),
  };
};
