import type { OracleEntry } from './oracle/adapter';
import { DISPUTED } from './oracle/disputed';
import { judgeEntry } from './oracle/judge-entry';
import { hasOracle, loadEntries, oracleFolders } from './oracle/load-entries';

/**
 * Our numbers against those computed with R: one test per method, over every entry of the numerical reference.
 * `ORACLE_DIR` names other folders, separated by ':'; `-t METHOD` runs one method.
 */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const entries = loadEntries();
const tallies = new Map<string, Tally>();
const byMethod = new Map<string, OracleEntry[]>();
for (const entry of entries) byMethod.set(entry.method, [...(byMethod.get(entry.method) ?? []), entry]);

const line = (text: string): boolean => process.stdout.write(`${text}\n`);

const count = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed} failed, ${skipped} skipped`;

const judgeAll = (method: string, group: readonly OracleEntry[]): readonly string[] => {
  const failures = group.flatMap((entry) => {
    const [first, ...others] = judgeEntry(entry);
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return first === undefined ? [] : [`${entry.id}: ${first}${more}`];
  });
  tallies.set(method, { passed: group.length - failures.length, failed: failures.length, skipped: 0 });
  return failures;
};

const printTallies = (): void => {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [method, group] of byMethod) {
    const tally = tallies.get(method);
    if (tally !== undefined) line(`${method}: ${count(tally)}`);
    total.passed += tally?.passed ?? 0;
    total.failed += tally?.failed ?? 0;
    total.skipped += tally === undefined ? group.length : 0;
  }
  for (const { entry, field, reason } of DISPUTED) line(`not compared: ${entry} ${field}: ${reason}`);
  line(`oracle total: ${count(total)}`);
};

if (!hasOracle) {
  line(`No numerical reference in ${oracleFolders.join(':')}: comparison with R skipped`);
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- nothing to compare with
  test.skip('our numbers are those of R', () => undefined);
} else {
  describe('Our numbers are those of R', () => {
    afterAll(printTallies);

    test.each([...byMethod])('%s', (method, group) => {
      expect(judgeAll(method, group)).toEqual([]);
    });
  });
}
