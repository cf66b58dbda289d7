import type { Translator } from '../../../platform/i18n';
import type { ReportTree } from '../../reports';
import type { Meeting, MeetingId, Member, Minutes, MinutesId, MinutesVoice } from '../domain';
import { closeMinutes } from './close-minutes';
import { composeMinutes } from './compose';
import { minutesOf, readMinutes } from './draft';
import { readKey } from './keys';
import { aboutMinutes, sendLetterAgain, type Mailing } from './letters';
import type { MinutesNeeds } from './needs';
import { keyUnknown, textNotKept } from './problems';
import { readRecord, type MinutesRecord } from './read-record';
import { sendMinutes } from './send-minutes';
import { createMinutesStore } from './store';
import { answerRemark, speak } from './voices';
import { writeWords } from './write-words';

export type { MinutesRecord } from './read-record';
export type { Said, Spoken } from './voices';

/** Protokół: what a meeting heard, chose and agreed, on the page and on paper, approved by its members. */
export const createMinutes = (needs: MinutesNeeds) => {
  const store = createMinutesStore(needs.connection);
  const acts = { ...needs, store, readRecord: readRecord(needs) };
  const readTree = async (code: string): Promise<ReportTree> => {
    const tree = await store.readText(code);
    if (tree === undefined) throw textNotKept();
    return tree;
  };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** Undefined before they are begun. */
    findMinutes: (meeting: MeetingId): Promise<Minutes | undefined> => store.find(minutesOf(meeting)),
    /** As they are stored, or blank ones. */
    readMinutes: readMinutes(acts),
    /** What the minutes are made from, as it is now. */
    readRecord: acts.readRecord,
    /** Minutes as they would be sent now. */
    composeDraft: (record: MinutesRecord, { words }: Minutes, translator: Translator): ReportTree =>
      composeMinutes({ record, words, translator }, { kind: 'draft' }, null),
    /** A frozen text. @throws Problem `minutes.text-not-kept` */
    readTree,
    writeWords: writeWords(acts),
    sendMinutes: sendMinutes(acts),
    closeMinutes: closeMinutes(acts),
    /** Of all versions, by the moment somebody spoke. */
    voicesOf: (id: MinutesId): Promise<readonly MinutesVoice[]> => store.voicesOf(id),
    speak: speak(acts),
    answerRemark: answerRemark(acts),
    lettersOf: (minutes: Minutes) => needs.mail.standingsAbout(aboutMinutes(minutes)),
    sendsMail: needs.mail.isSet,
    sendLetterAgain: async (mailing: Omit<Mailing, 'pdf'>, member: Member): Promise<void> => {
      const { bytes } = await needs.reports.drawReport(await readTree(mailing.version.code));
      await sendLetterAgain(acts)({ ...mailing, pdf: bytes }, member);
    },
    drawReport: needs.reports.drawReport,
    openByKey: openByKey({ ...acts, meetings: needs.meetings }),
    now: (): Date => needs.clock.now(),
  };
};

export type MinutesDesk = ReturnType<typeof createMinutes>;

/** Minutes and member behind a personal link. */
export interface Opened {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly member: Member;
}

/** @throws Problem `minutes.key-unknown` · `minutes.too-many-keys` */
const openByKey =
  (
    needs: Parameters<typeof readKey>[0] & {
      readonly store: Pick<ReturnType<typeof createMinutesStore>, 'find'>;
      readonly meetings: Pick<MinutesNeeds['meetings'], 'find'>;
    },
  ) =>
  async (key: string, from: string): Promise<Opened> => {
    const holder = await readKey(needs)(key, from);
    const minutes = await needs.store.find(holder.minutes);
    const stored = minutes && (await needs.meetings.find(minutes.meetingId));
    const asked = minutes?.versions.flatMap((version) => version.asked).findLast(({ id }) => id === holder.member);
    if (minutes === undefined || stored === undefined || asked === undefined) throw keyUnknown();
    return { meeting: stored.meeting, minutes, member: asked };
  };
