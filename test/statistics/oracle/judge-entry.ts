import type { DegenerateOutcome, OracleEntry } from './adapter';
import { differences } from './compare';
import { isDisputed } from './disputed';
import { loadData } from './load-data';
import { degenerateAdapters, oracleAdapters } from './topics';

/** What is wrong with our answer to one reference entry, first difference first; empty when it agrees. */
export const judgeEntry = (entry: OracleEntry): readonly string[] => {
  try {
    return entry.method === 'degenerate' ? judgeDegenerate(entry) : judgeMethod(entry);
  } catch (error) {
    return [error instanceof Error ? `${error.name}: ${error.message}` : String(error)];
  }
};

const judgeMethod = (entry: OracleEntry): readonly string[] => {
  const adapter = oracleAdapters.get(entry.method);
  if (adapter === undefined) return ['unknown method'];
  const settled = Object.entries(entry.results).filter(([field]) => !isDisputed(entry.id, field));
  return differences(entry, Object.fromEntries(settled), adapter(entry, loadData(entry)));
};

const judgeDegenerate = (entry: OracleEntry): readonly string[] => {
  const expected = entry.results as unknown as DegenerateOutcome;
  const actual = outcomeOf(entry);
  if (actual === null) return [`unknown target method ${entry.target_method ?? ''}`];
  if (actual.status !== expected.status) return [`status: ${actual.status}, reference ${expected.status}`];
  return differences(entry, { values: expected.values }, { values: actual.values ?? {} });
};

/** A RangeError is the kernel's way to refuse an input. */
const outcomeOf = (entry: OracleEntry): DegenerateOutcome | null => {
  const adapter = degenerateAdapters.get(entry.target_method ?? '');
  if (adapter === undefined) return null;
  try {
    return adapter(entry.input ?? {}, entry);
  } catch (error) {
    if (error instanceof RangeError) return { status: 'error', values: null };
    throw error;
  }
};
