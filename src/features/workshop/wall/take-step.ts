import type { Workshop } from '..';
import type { Meeting, ProposalId } from '../domain';
import type { StepForm } from './inputs';

type Steps = Pick<
  Workshop,
  | 'openMeeting'
  | 'endMeeting'
  | 'moveStage'
  | 'showMaterial'
  | 'openVoting'
  | 'closeVoting'
  | 'hideCounts'
  | 'mergeProposal'
>;

/** One act of whoever leads the meeting, on the meeting as it was when the page was drawn. */
export const takeStep =
  (workshop: Steps) =>
  async (found: Meeting, { krok, etap, nr, co, stan, propozycja, w, rewizja }: StepForm): Promise<void> => {
    const meeting = { ...found, log: { ...found.log, revision: rewizja } };
    switch (krok) {
      case 'otworz':
        return workshop.openMeeting(meeting);
      case 'zakoncz':
        return workshop.endMeeting(meeting);
      case 'etap':
        return etap === undefined ? undefined : workshop.moveStage(meeting, etap);
      case 'wniosek':
        return workshop.showMaterial(meeting, nr);
      case 'glosowanie':
        return workshop.openVoting(meeting.id, co);
      case 'policz':
        return workshop.closeVoting(meeting.id, co);
      case 'liczby':
        return workshop.hideCounts(meeting, co, stan === '1');
      case 'polacz':
        return workshop.mergeProposal(meeting, propozycja as ProposalId, w === '' ? null : (w as ProposalId));
    }
  };
