import { newId } from '../../../platform/ids';
import type { Agreement, AgreementId, Meeting, MeetingId, Minutes } from '../domain';
import type { DeskNeeds } from '../needs';
import { agreementNotFound, agreementReported, changedMeanwhile, minutesApproved } from '../problems';
import { createAgreementStore, type AgreementStore } from './store';

/** What a person says of an agreement. */
export type AgreementWords = Pick<Agreement, 'text' | 'addressees' | 'person' | 'due' | 'dimension' | 'origin'>;

export interface AgreementsNeeds extends Pick<DeskNeeds, 'connection' | 'clock' | 'hub' | 'meetings' | 'isReportedOn'> {
  readonly findMinutes: (meeting: MeetingId) => Promise<Pick<Minutes, 'state'> | undefined>;
}

/** What all acts on agreements begin and end with. */
const aroundActs = ({ hub, meetings, findMinutes }: AgreementsNeeds, store: AgreementStore) => {
  const isClosed = async (meeting: MeetingId): Promise<boolean> => (await findMinutes(meeting))?.state === 'approved';
  return {
    isClosed,
    refuseClosed: async (meeting: MeetingId): Promise<void> => {
      if (await isClosed(meeting)) throw minutesApproved();
    },
    tellAll: async (meeting: MeetingId): Promise<void> => {
      await meetings.touch(meeting);
      hub.changed(meeting, 'board');
    },
    readAgreement: async (id: AgreementId): Promise<Agreement> => {
      const found = await store.find(id);
      if (found === undefined) throw agreementNotFound();
      return found;
    },
  };
};

const newAgreement = (
  { id: meetingId, number: meetingNumber, evaluationId, groupId }: Meeting,
  said: AgreementWords & Pick<Agreement, 'id' | 'number'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Agreement => ({
  ...said,
  groupId,
  evaluationId,
  meetingId,
  meetingNumber,
  log: { revision: 1, createdBy: by, createdAt: at, changedAt: at },
});

/** Ustalenia: who does what by when, until the minutes that hold them are approved. */
export const createAgreements = (needs: AgreementsNeeds) => {
  const { connection, clock } = needs;
  const store = createAgreementStore(connection);
  const { isClosed, refuseClosed, tellAll, readAgreement } = aroundActs(needs, store);
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** By number. */
    agreementsOf: store.ofMeeting,
    listAgreements: store.ofEvaluation,
    agreementsOfGroup: store.ofGroup,
    /** @throws Problem `workshop.agreement-not-found` */
    readAgreement,
    /** Whether the minutes are approved: nothing is agreed, changed or removed any more. */
    isClosed,

    /** Repeatable by `id`: a form sent twice makes one agreement. @throws Problem `workshop.minutes-approved` */
    addAgreement: async (
      meeting: Meeting,
      { id = newId<'agreement'>(), ...words }: AgreementWords & { readonly id?: AgreementId },
      by: string,
    ): Promise<Agreement> => {
      const before = await store.find(id);
      if (before !== undefined) return before;
      await refuseClosed(meeting.id);
      const number = await store.nextNumber(meeting.evaluationId);
      const agreement = newAgreement(meeting, { ...words, id, number }, { by, at: clock.now() });
      if (!(await store.add(agreement))) return readAgreement(id);
      await tellAll(meeting.id);
      return agreement;
    },

    /** @throws Problem `workshop.agreement-not-found` · `workshop.changed-meanwhile` · `workshop.minutes-approved` */
    changeAgreement: async (id: AgreementId, revision: number, words: AgreementWords): Promise<Agreement> => {
      const before = await readAgreement(id);
      await refuseClosed(before.meetingId);
      const log = { ...before.log, revision: revision + 1, changedAt: clock.now() };
      const after = { ...before, ...words, log };
      if (!(await store.replace(after, revision))) throw changedMeanwhile();
      await tellAll(before.meetingId);
      return after;
    },

    /**
     * @throws Problem `workshop.agreement-not-found` · `workshop.changed-meanwhile` · `workshop.minutes-approved` · `workshop.agreement-reported` when
     *   its addressee has said something of it
     */
    removeAgreement: async (id: AgreementId, revision: number): Promise<void> => {
      const { meetingId } = await readAgreement(id);
      await refuseClosed(meetingId);
      if (await needs.isReportedOn(id)) throw agreementReported();
      if (!(await store.remove(id, revision))) throw changedMeanwhile();
      await tellAll(meetingId);
    },
  };
};

export type Agreements = ReturnType<typeof createAgreements>;
