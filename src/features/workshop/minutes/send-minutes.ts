import type { Translator } from '../../../platform/i18n';
import { readableCode } from '../../../platform/random';
import { hashTree, type ReportTree } from '../../reports';
import { standingOf, type Meeting, type Minutes, type MinutesVersion, type MinutesVoice } from '../domain';
import { composeMinutes, type Stage } from './compose';
import { readMinutes } from './draft';
import { sendLetters } from './letters';
import type { MinutesActs } from './needs';
import { alreadyApproved, cannotClose, changedMeanwhile, notEnded, textNotKept } from './problems';
import type { MinutesRecord } from './read-record';

export interface SendNeeds extends MinutesActs {
  readonly readRecord: (meeting: Meeting) => Promise<MinutesRecord>;
}

export interface ToSend extends Pick<MinutesVersion, 'until' | 'silence' | 'changes' | 'key'> {
  /** Of the minutes, as the person saw them. */
  readonly revision: number;
  readonly by: string;
  readonly translator: Translator;
  readonly publicUrl: string;
}

/**
 * Freezes the text and asks everybody on the list. The text is kept before the version that names it, and letters are queued last: an attempt
 * that was cut short is finished by sending the same form again.
 *
 * @throws Problem `minutes.not-ended` · `minutes.already-approved` · `minutes.cannot-close-unanswered` · `minutes.changed-meanwhile`
 */
export const sendMinutes =
  (needs: SendNeeds) =>
  async (meeting: Meeting, wanted: ToSend): Promise<Minutes> => {
    const before = await readMinutes(needs)(meeting);
    const known = before.versions.find(({ key }) => key === wanted.key);
    const minutes = known === undefined ? await freeze(needs, meeting, before, wanted) : before;
    const version = known ?? minutes.versions.at(-1);
    if (version === undefined || version.version !== minutes.version || minutes.state !== 'for-approval')
      return minutes;
    const { translator, publicUrl } = wanted;
    const tree = await needs.store.readText(version.code);
    if (tree === undefined) throw textNotKept();
    const { bytes: pdf } = await needs.reports.drawReport(tree);
    await sendLetters(needs)({ minutes, version, meeting, pdf, translator, publicUrl });
    return minutes;
  };

const freeze = async (needs: SendNeeds, meeting: Meeting, before: Minutes, wanted: ToSend): Promise<Minutes> => {
  const voices = await needs.store.voicesOf(before.id);
  refuse(meeting, before, voices, wanted.revision);
  const { until, silence, changes, key, by, translator } = wanted;
  const code = readableCode();
  const sent = {
    version: before.version + 1,
    until,
    silence,
    changes,
    key,
    code,
    asked: meeting.members,
    sentBy: by,
    sentAt: needs.clock.now(),
  };
  const stage: Stage = { kind: 'sent', version: sent, voices };
  const record = await needs.readRecord(meeting);
  const tree: ReportTree = composeMinutes({ record, words: before.words, translator }, stage, code);
  // A text that cannot be drawn is not sent.
  await needs.reports.drawReport(tree);
  await needs.store.putText(code, tree);
  const after: Minutes = {
    ...before,
    state: 'for-approval',
    version: sent.version,
    until,
    versions: [...before.versions, { ...sent, hash: hashTree(tree) }],
    revision: before.revision + 1,
  };
  if (!(await needs.store.put(after))) throw changedMeanwhile();
  return after;
};

const refuse = (
  { endedAt }: Meeting,
  { state, versions, revision }: Minutes,
  voices: readonly MinutesVoice[],
  seen: number,
): void => {
  if (endedAt === null) throw notEnded();
  if (state === 'approved') throw alreadyApproved();
  const last = versions.at(-1);
  if (last !== undefined && standingOf(last, voices).unanswered > 0) throw cannotClose('unanswered');
  if (revision !== seen) throw changedMeanwhile();
};
