export { startEmbedded } from './supervisor/start-embedded';
export { runningStore } from './supervisor/running-store';
export { decode } from './values/decode';
export type { Embedded, EmbeddedOptions } from './supervisor/start-embedded';
