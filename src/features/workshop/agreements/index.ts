import { newId } from '../../../platform/ids';
import type { Agreement, AgreementId, Meeting, MeetingId } from '../domain';
import type { DeskNeeds } from '../needs';
import { agreementNotFound, changedMeanwhile } from '../problems';
import { createAgreementStore } from './store';

/** What a person says of an agreement. */
export type AgreementWords = Pick<Agreement, 'text' | 'addressees' | 'person' | 'due' | 'dimension' | 'origin'>;

/** Ustalenia: who does what by when. */
export const createAgreements = ({
  connection,
  clock,
  hub,
  meetings,
}: Pick<DeskNeeds, 'connection' | 'clock' | 'hub' | 'meetings'>) => {
  const store = createAgreementStore(connection);
  const tellAll = async (meeting: MeetingId): Promise<void> => {
    await meetings.touch(meeting);
    hub.changed(meeting, 'board');
  };
  const readAgreement = async (id: AgreementId): Promise<Agreement> => {
    const found = await store.find(id);
    if (found === undefined) throw agreementNotFound();
    return found;
  };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    /** By number. */
    agreementsOf: store.ofMeeting,
    listAgreements: store.ofEvaluation,
    agreementsOfGroup: store.ofGroup,
    /** @throws Problem `workshop.agreement-not-found` */
    readAgreement,

    /** Repeatable by `id`: a form sent twice makes one agreement. */
    addAgreement: async (
      meeting: Meeting,
      { id = newId<'agreement'>(), ...words }: AgreementWords & { readonly id?: AgreementId },
      by: string,
    ): Promise<Agreement> => {
      const before = await store.find(id);
      if (before !== undefined) return before;
      const { evaluationId, groupId } = meeting;
      const at = clock.now();
      const agreement: Agreement = {
        ...words,
        id,
        groupId,
        evaluationId,
        meetingId: meeting.id,
        meetingNumber: meeting.number,
        number: await store.nextNumber(evaluationId),
        log: { revision: 1, createdBy: by, createdAt: at, changedAt: at },
      };
      if (!(await store.add(agreement))) return readAgreement(id);
      await tellAll(meeting.id);
      return agreement;
    },

    /** @throws Problem `workshop.agreement-not-found` · `workshop.changed-meanwhile` */
    changeAgreement: async (id: AgreementId, revision: number, words: AgreementWords): Promise<Agreement> => {
      const before = await readAgreement(id);
      const log = { ...before.log, revision: revision + 1, changedAt: clock.now() };
      const after = { ...before, ...words, log };
      if (!(await store.replace(after, revision))) throw changedMeanwhile();
      await tellAll(before.meetingId);
      return after;
    },

    /** @throws Problem `workshop.agreement-not-found` · `workshop.changed-meanwhile` */
    removeAgreement: async (id: AgreementId, revision: number): Promise<void> => {
      const { meetingId } = await readAgreement(id);
      if (!(await store.remove(id, revision))) throw changedMeanwhile();
      await tellAll(meetingId);
    },
  };
};

export type Agreements = ReturnType<typeof createAgreements>;
