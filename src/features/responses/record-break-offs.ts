import { dayOf } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import { readableCode } from '../../platform/random';
import { completeSheet, onDay } from '../questionnaires/domain';
import type { Draft } from './domain';
import type { Needs } from './needs';
import { ordersSeen } from './submit-answers';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Drafts that nobody touched for so many days become partial responses, unreached fields with missing code 95; the day of
 * receipt is the day of the last answer. Safe to repeat, also after a crash halfway: the draft's id counts once.
 *
 * @returns how many drafts were put away
 */
export const recordBreakOffs =
  (needs: Needs) =>
  async (evaluationId: EvaluationId, idleDays: number): Promise<number> => {
    const nowMs = needs.clock.now().getTime();
    const idle = await needs.stores.drafts.idleSince(evaluationId, new Date(nowMs - idleDays * DAY_MS));
    for (const draft of idle) await recordBreakOff(needs, draft);
    await needs.stores.codeAttempts.forgetBefore(Math.floor(nowMs / HOUR_MS) - 1);
    return idle.length;
  };

const recordBreakOff = async ({ stores, readVersion }: Needs, draft: Draft): Promise<void> => {
  const version = onDay(await readVersion(draft.versionId), dayOf(draft.savedAt));
  if (Object.keys(draft.answers).length > 0)
    await stores.responses.addOnce({
      id: draft.id,
      evaluationId: draft.evaluationId,
      versionId: draft.versionId,
      questionnaireCode: version.definition.code,
      mode: 'cawi',
      status: 'partial',
      language: draft.language ?? 'pl',
      ...ordersSeen(version, draft.answers, { seed: draft.id, lastPage: draft.reachedPage + 1 }),
      answers: completeSheet(version, draft.answers, { reachedPage: draft.reachedPage }),
      receivedOn: dayOf(draft.savedAt),
      receiptNumber: readableCode(),
    });
  await stores.drafts.removeUnchanged(draft);
};
