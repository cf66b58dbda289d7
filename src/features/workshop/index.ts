import { createAgreements } from './agreements';
import { createAttendance } from './attendance';
import type { Meeting } from './domain';
import { createGroups } from './group';
import { createInvitations } from './invitations';
import { createLiveHub } from './live/hub';
import { watchOthers } from './live/watch-others';
import { createMeetings } from './meetings';
import { createMeetingStore } from './meetings/store';
import { createMinutes, type MinutesDesk } from './minutes';
import type { DeskNeeds, WorkshopNeeds } from './needs';
import { createOutcomes } from './outcomes';
import { castVote, chooseSpheres } from './room/cast-vote';
import { amendProposal, commentProposal, mergeProposal } from './room/change-proposal';
import { enterByCode } from './room/find-by-code';
import { findParticipant, joinMeeting, leaveMeeting } from './room/join';
import { closeVoting, openVoting } from './room/lead-voting';
import { propose } from './room/propose';
import { createBoards } from './room/read-board';
import { createRoomStore } from './room/store';
import { createSheets } from './sheets';
import { createSphereDecisions } from './spheres';

export { currentDecisions, groupOf } from './domain';
export type * from './domain';
export type { AgreementWords } from './agreements';
export { presentPreferred } from './spheres';
export type { NewMeeting } from './meetings';
export type { WorkshopNeeds } from './needs';
export type { Board, Phone } from './room/read-board';

/** What we decide: meetings of the thematic group, from conclusions on the wall to votes that are counted once. */
export const createWorkshop = (given: WorkshopNeeds) => {
  const { connection, clock, readEvaluation, findings, analysis, readSpheres } = given;
  const meetings = createMeetingStore(connection);
  const room = createRoomStore(connection);
  const hub = createLiveHub();
  const needs = { clock, meetings, room, hub, readSpheres, findings, analysis, readEvaluation };
  const stopWatching = watchOthers({ hub, editionsOf: meetings.editionsOf });
  const own = createMeetings(needs);
  const desks = createDesks({ ...given, meetings, room, hub });
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await meetings.ensureIndexes();
      await room.ensureIndexes();
      for (const desk of Object.values(desks)) await desk.ensureIndexes();
    },
    ...own,
    ...desks,
    joinMeeting: joinMeeting(needs),
    enterByCode: enterByCode({
      clock,
      room,
      readMeetingByCode: own.readMeetingByCode,
      findParticipant: findParticipant(needs),
    }),
    leaveMeeting: leaveMeeting(needs),
    devicesOf: room.devicesOf,
    propose: propose(needs),
    amendProposal: amendProposal(needs),
    mergeProposal: mergeProposal(needs),
    commentProposal: commentProposal(needs),
    openVoting: openVoting(needs),
    closeVoting: async (...voting: Parameters<ReturnType<typeof closeVoting>>): Promise<void> => {
      await closeVoting(needs)(...voting);
      await desks.sheets.sealSheets(voting[0]);
    },
    castVote: castVote(needs),
    chooseSpheres: chooseSpheres(needs),
    ...createBoards({
      ...needs,
      outcomesOf: desks.outcomes.outcomesOf,
      agreementsOf: desks.agreements.agreementsOf,
    }),
    listen: hub.listen,
    /** What stood to be done when the meeting began, or stands now before it does. */
    readCarriedTo: ({ groupId, openedAt }: Pick<Meeting, 'groupId' | 'openedAt'>) =>
      given.readCarried(groupId, openedAt ?? clock.now()),
    readEvaluation,
    listConclusions: findings.conclusions.listConclusions,
    listRecommendations: findings.recommendations.listRecommendations,
    /** By number, merged ones too. */
    listProposals: room.proposalsOf,
    /** Ends the watching of other processes. */
    stop: stopWatching,
  };
};

/** What surrounds a meeting, each with its pages. */
const createDesks = (needs: DeskNeeds) => {
  const desks = {
    groups: createGroups(needs),
    invitations: createInvitations(needs),
    attendance: createAttendance(needs),
    outcomes: createOutcomes(needs),
    sheets: createSheets(needs),
    sphereDecisions: createSphereDecisions(needs),
    agreements: createAgreements({ ...needs, findMinutes: (meeting) => minutes.findMinutes(meeting) }),
  };
  const minutes: MinutesDesk = createMinutes({ ...needs, ...desks });
  return { ...desks, minutes };
};

export type Workshop = ReturnType<typeof createWorkshop>;
