import type { Clock } from '../../../platform/clock';
import type { Connection } from '../../../platform/storage';
import { createWaveEventStore } from './events-store';
import { importWave } from './import-wave';
import { keepWaves } from './keep-waves';
import { createWaveStore } from './store';

export type { NewWave, WaveReport } from './import-wave';
export type { Wave } from './wave';
export { createWaveImport, type UsesOf, type WaveImport } from './wave-import';
export { parseCodebook } from './parse-codebook';
export { readTextTable, type TextTable } from './read-text-table';

export interface WavesSetup {
  readonly connection: Connection;
  readonly clock: Clock;
}

/** Older and foreign studies, kept as coded columns. */
export const createWaves = ({ connection, clock }: WavesSetup) => {
  const [store, events] = [createWaveStore(connection), createWaveEventStore(connection)];
  return {
    ensureIndexes: async (): Promise<void> => {
      await store.ensureIndexes();
      await events.ensureIndexes();
    },
    importWave: importWave({ store, events, clock }),
    listWaves: store.allOf,
    /** Undefined when the evaluation has no such wave. */
    readWave: keepWaves(store),
  };
};

export type Waves = ReturnType<typeof createWaves>;
