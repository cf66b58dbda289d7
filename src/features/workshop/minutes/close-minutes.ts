import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { readableCode } from '../../../platform/random';
import { hashTree } from '../../reports';
import { closingObstacle, meetingCode, standingOf, type Meeting, type Minutes } from '../domain';
import { closeTree } from './compose';
import { readMinutes } from './draft';
import type { MinutesActs } from './needs';
import { alreadyApproved, cannotClose, changedMeanwhile, notSent, textNotKept } from './problems';

interface ToClose {
  readonly revision: number;
  readonly by: string;
  readonly translator: Translator;
}

/**
 * Ends the approval: the frozen text gets everyone's voices, and nothing changes any more. Repeatable.
 *
 * @throws Problem `minutes.not-sent` · `minutes.cannot-close-…` · `minutes.changed-meanwhile` · `minutes.already-approved`
 */
export const closeMinutes =
  (needs: Pick<MinutesActs, 'clock' | 'store' | 'reports'>) =>
  async (meeting: Meeting, { revision, by, translator }: ToClose): Promise<Minutes> => {
    const { clock, store, reports } = needs;
    const before = await readMinutes(needs)(meeting);
    if (before.state === 'approved') {
      if (before.revision === revision + 1) return before;
      throw alreadyApproved();
    }
    const version = before.versions.at(-1);
    if (version === undefined) throw notSent();
    const voices = await store.voicesOf(before.id);
    const at = clock.now();
    const obstacle = closingObstacle(version, standingOf(version, voices), dayOf(at));
    if (obstacle !== null) throw cannotClose(obstacle);
    const sent = await store.readText(version.code);
    if (sent === undefined) throw textNotKept();
    const code = readableCode();
    const signing = { writtenBy: before.words.writtenBy, led: meeting.led.name, number: meetingCode(meeting) };
    const tree = closeTree(sent, signing, { kind: 'approved', version, voices, by, at }, code, translator);
    await reports.drawReport(tree);
    await store.putText(code, tree);
    const approval = { by, at, code, hash: hashTree(tree) };
    const after: Minutes = { ...before, state: 'approved', approval, revision: before.revision + 1 };
    if (before.revision !== revision || !(await store.put(after))) throw changedMeanwhile();
    return after;
  };
