import { createHash } from 'node:crypto';
import type { EvaluationId } from '../../../platform/ids';
import type { Codebook } from '../domain/variables/codebook';
import { readWave, type CellRemark } from '../domain/variables/read-wave';
import { waveEmpty, waveUnreadable } from './problems';
import type { TextTable } from './read-text-table';
import { storeWave, type StoreWaveNeeds } from './store-wave';
import type { Wave } from './wave';

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
/** Where the caller does not know the evaluation's own. */
const SMALLEST_GROUP = 5;

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
  /** Of the evaluation. */
  readonly smallestGroup?: number;
  readonly codebook: Codebook;
  readonly table: TextTable;
  /** The file with the answers as it came. */
  readonly bytes: Buffer;
}

/**
 * Takes an external study in as a wave. Repeatable: the same file under the same code is the same wave.
 *
 * @throws Problem `waves.unreadable` · `waves.empty` · `waves.taken` · `waves.almost-same`
 */
export const importWave =
  (needs: StoreWaveNeeds) =>
  async ({
    evaluationId,
    smallestGroup = SMALLEST_GROUP,
    codebook,
    table,
    bytes,
  }: NewWave): Promise<{ wave: Wave; report: WaveReport }> => {
    const { set, report } = previewWave(codebook, table);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const { dataset: code, title, source } = codebook;
    const wave = await storeWave(needs)({ evaluationId, code, title, source, set, smallestGroup, hash, by: null });
    return { wave, report };
  };
