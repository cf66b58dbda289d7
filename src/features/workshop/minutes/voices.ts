import { dayOf } from '../../../platform/clock';
import { ACCOUNT_VOICE, type Minutes, type MinutesAnswer, type MinutesId, type MinutesVoice } from '../domain';
import type { MinutesActs } from './needs';
import { alreadyApproved, changedMeanwhile, hasSpoken, voiceNotFound } from './problems';

/** What somebody says of a version, as the page was drawn. */
export type Said = Pick<MinutesVoice, 'version' | 'member' | 'name' | 'kind' | 'text' | 'recordedBy'>;

/** `late`: after the day; `other-version`: another one was sent since; `not-asked`: the person is not on the list of this version. */
export type Spoken = 'written' | 'late' | 'other-version' | 'not-asked';

const MOST_TRIES = 8;

/**
 * Writes a voice: one for each person and version, however often it is sent. A later one takes its place until the day, and the earlier one stays
 * below it.
 *
 * @throws Problem `minutes.already-approved` · `minutes.has-spoken`
 */
export const speak =
  ({ clock, store }: Pick<MinutesActs, 'clock' | 'store'>) =>
  async (id: MinutesId, said: Said): Promise<Spoken> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const minutes = await store.find(id);
      const refused = minutes === undefined ? 'other-version' : refusal(minutes, said, dayOf(clock.now()));
      if (refused !== null) return refused;
      const before = await store.findVoice(id, said);
      if (before !== undefined && isSame(before, said)) return 'written';
      if (before?.recordedBy === null && said.recordedBy !== null) throw hasSpoken({ name: said.name });
      if (await store.putVoice(id, voiceAfter(before, said, clock.now()))) return 'written';
    }
    throw changedMeanwhile();
  };

const refusal = (minutes: Minutes, said: Said, today: string): Exclude<Spoken, 'written'> | null => {
  if (minutes.state === 'approved') throw alreadyApproved();
  const version = minutes.versions.find((one) => one.version === minutes.version);
  if (version === undefined || said.version !== minutes.version) return 'other-version';
  if (!said.member.startsWith(ACCOUNT_VOICE) && !version.asked.some((member) => member.id === said.member))
    return 'not-asked';
  return said.recordedBy === null && today > version.until ? 'late' : null;
};

const isSame = (before: MinutesVoice, { kind, text, recordedBy }: Said): boolean =>
  before.kind === kind && before.text === text && before.recordedBy === recordedBy;

const voiceAfter = (before: MinutesVoice | undefined, said: Said, at: Date): MinutesVoice => ({
  ...said,
  answer: null,
  at,
  earlier:
    before === undefined
      ? []
      : [...before.earlier, { kind: before.kind, text: before.text, at: before.at, answer: before.answer }],
  revision: (before?.revision ?? 0) + 1,
});

export interface ToAnswer extends Pick<MinutesVoice, 'version' | 'member' | 'revision'> {
  readonly answer: MinutesAnswer;
}

/**
 * Says what became of a remark, until the minutes are approved.
 *
 * @throws Problem `minutes.already-approved` · `minutes.voice-not-found` · `minutes.changed-meanwhile`
 */
export const answerRemark =
  ({ store }: Pick<MinutesActs, 'store'>) =>
  async (id: MinutesId, { answer, revision, ...which }: ToAnswer): Promise<void> => {
    if ((await store.find(id))?.state === 'approved') throw alreadyApproved();
    const before = await store.findVoice(id, which);
    if (before?.kind !== 'remark') throw voiceNotFound();
    if (before.answer?.isTaken === answer.isTaken && before.answer.text === answer.text) return;
    const after = { ...before, answer, revision: revision + 1 };
    if (before.revision !== revision || !(await store.putVoice(id, after))) throw changedMeanwhile();
  };
