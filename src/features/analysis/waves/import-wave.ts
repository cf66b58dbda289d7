import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Codebook } from '../domain/variables/codebook';
import { readWave, type CellRemark } from '../domain/variables/read-wave';
import { encodeVariable } from './encode-variable';
import { waveEmpty, waveTaken, waveUnreadable } from './problems';
import type { TextTable } from './read-text-table';
import type { WaveStore } from './store';
import type { Wave } from './wave';

interface Needs {
  readonly store: WaveStore;
  readonly clock: Clock;
}

/** What was found in the files, before anything is stored. */
export interface WaveReport {
  /** Rows of the file, and respondents: more where a column says how often a row counts. */
  readonly rows: number;
  readonly respondents: number;
  readonly variables: number;
  /** Columns that the codebook does not describe: not taken. */
  readonly ignoredColumns: readonly string[];
  /** The first hundred cells that could not be taken and count as left empty. */
  readonly remarks: readonly CellRemark[];
  readonly remarksInAll: number;
}

const MOST_REMARKS = 100;

/** @throws Problem `waves.unreadable` · `waves.empty` */
export const previewWave = (codebook: Codebook, table: TextTable) => {
  const known = new Set(table.header);
  const missing = codebook.variables.map(({ name }) => name).filter((name) => !known.has(name));
  if (missing.length > 0) throw waveUnreadable({ missing: missing.slice(0, 10).join(', ') });
  if (table.rows.length === 0) throw waveEmpty();
  const { set, remarks } = readWave(codebook, table.header, table.rows);
  const described = new Set(codebook.variables.map(({ name }) => name));
  const report: WaveReport = {
    rows: table.rows.length,
    respondents: set.n,
    variables: set.variables.size,
    ignoredColumns: table.header.filter((name) => !described.has(name)),
    remarks: remarks.slice(0, MOST_REMARKS),
    remarksInAll: remarks.length,
  };
  return { set, report };
};

export interface NewWave {
  readonly evaluationId: EvaluationId;
  readonly codebook: Codebook;
  readonly table: TextTable;
  /** The file with the answers as it came. */
  readonly bytes: Buffer;
}

/**
 * Takes an external study in as a wave. Repeatable: the same file under the same code is the same wave.
 *
 * @throws Problem `waves.unreadable` · `waves.empty` · `waves.taken`
 */
export const importWave =
  ({ store, clock }: Needs) =>
  async ({ evaluationId, codebook, table, bytes }: NewWave): Promise<{ wave: Wave; report: WaveReport }> => {
    const { set, report } = previewWave(codebook, table);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const earlier = await store.find(evaluationId, codebook.dataset);
    if (earlier !== undefined) {
      if (earlier.hash !== hash) throw waveTaken({ code: codebook.dataset });
      return { wave: earlier, report };
    }
    const wave: Wave = {
      id: newId<'wave'>(),
      evaluationId,
      code: codebook.dataset,
      title: codebook.title,
      source: codebook.source,
      n: set.n,
      variables: set.variables.size,
      importedAt: clock.now(),
      hash,
    };
    await store.add(wave, [...set.variables.values()].map(encodeVariable));
    return { wave, report };
  };
