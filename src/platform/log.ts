import pino, { type Logger } from 'pino';

export type { Logger };

/** Lines of JSON on standard output. Nothing that identifies a respondent may be passed in: no bodies, tokens, addresses. */
export const createLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
