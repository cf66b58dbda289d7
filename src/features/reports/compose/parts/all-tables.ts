import type { Composing } from '../composing';
import type { Drawn } from '../drawn';
import { byModule } from './results-by-module';

/** Every closed question by institution, for the annex. */
export const allTables = (composing: Composing): Promise<Drawn> => byModule(composing, 'whole');
