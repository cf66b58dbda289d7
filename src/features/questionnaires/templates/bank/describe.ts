import type { Criterion, Item } from '../../domain';
import type { Audience, BankEntry, BankModuleCode } from '../../domain/bank';

interface Shared {
  readonly module: BankModuleCode;
  readonly audiences: readonly Audience[];
  readonly source: string;
}

type Own = Partial<Pick<BankEntry, 'audiences' | 'source' | 'note' | 'criterion'>>;

const YEAR = 2026;

/** Describes the items of one module: each says only in what it differs from the others. */
export const describeModule =
  (shared: Shared) =>
  (item: Item, own: Own = {}): BankEntry => ({
    code: item.code,
    item,
    criterion: item.criterion ?? 'profil',
    version: 1,
    year: YEAR,
    ...shared,
    ...own,
  });

/** Statements of a battery, one entry each, with the criterion where it is not the battery's. */
export const describeStatements =
  (shared: Shared) =>
  (battery: Extract<Item, { kind: 'battery' }>, criteria: Readonly<Record<string, Criterion>>): readonly BankEntry[] =>
    battery.rows.map((row) => ({
      ...describeModule(shared)({ ...battery, rows: [row] }),
      code: row.code,
      criterion: criteria[row.code] ?? battery.criterion ?? 'profil',
    }));
