import { createHash } from 'node:crypto';

/** What a page shows, as a short mark: with it a later change tells whether somebody else changed the same in between. */
export const printOf = (shown: unknown): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
