import { createHash } from 'node:crypto';
import { dayOf } from '../../platform/clock';
import type { RequestPurpose } from './domain';
import type { Needs } from './needs';
import type { Visit } from './open-visit';

/** Keep an address of someone who wants the results or agreed to an interview, apart from all answers. Repeatable. */
export const askForResults =
  ({ clock, stores }: Needs) =>
  async ({ evaluation }: Visit, email: string, purpose: RequestPurpose): Promise<void> => {
    const id = createHash('sha256').update(`${evaluation.id} ${purpose} ${email}`).digest('hex');
    await stores.requests.addOnce({ id, evaluationId: evaluation.id, email, purpose, savedOn: dayOf(clock.now()) });
  };
