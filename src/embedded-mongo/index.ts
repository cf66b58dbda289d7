export { startEmbedded } from './supervisor/start-embedded';
export type { Embedded, EmbeddedOptions } from './supervisor/start-embedded';
