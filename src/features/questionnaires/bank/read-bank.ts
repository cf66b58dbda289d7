import { currentOf, recordsOf, type BankEntry, type BankRecord } from '../domain/bank';
import { BANK } from '../templates';
import { noSuchEntry } from './problems';
import type { BankStore } from './store';

interface Needs {
  readonly store: BankStore;
}

/** What comes with the product and what was saved here, under one code each. */
export const readBank =
  ({ store }: Needs) =>
  async (): Promise<readonly BankRecord[]> =>
    recordsOf(BANK, await store.all());

/**
 * The newest versions under these codes, in the order of the bank.
 *
 * @throws Problem `bank.no-such-entry` naming the first code that the bank does not have
 */
export const readEntries =
  (needs: Needs) =>
  async (codes: readonly string[]): Promise<readonly BankEntry[]> => {
    const records = await readBank(needs)();
    const unknown = codes.find((code) => !records.some((record) => record.code === code));
    if (unknown !== undefined) throw noSuchEntry({ code: unknown });
    return records.filter(({ code }) => codes.includes(code)).map(currentOf);
  };
