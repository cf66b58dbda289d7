import { createHmac } from 'node:crypto';
import type { ParticipantId } from '../domain';

/** Name of a person's ballot. Once the key is erased nobody can tell whose it was. */
export const ballotOf = (key: string, participant: ParticipantId): string =>
  createHmac('sha256', key).update(participant).digest('base64url');
