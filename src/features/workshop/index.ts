import { createLiveHub } from './live/hub';
import { watchOthers } from './live/watch-others';
import { createMeetings } from './meetings';
import { createMeetingStore } from './meetings/store';
import type { WorkshopNeeds } from './needs';
import { castVote, chooseSpheres } from './room/cast-vote';
import { enterByCode } from './room/find-by-code';
import { findParticipant, joinMeeting, leaveMeeting } from './room/join';
import { closeVoting, openVoting } from './room/lead-voting';
import { amendProposal, commentProposal, mergeProposal, propose } from './room/propose';
import { readBoard, readPhone } from './room/read-board';
import { createRoomStore } from './room/store';

export type * from './domain';
export type { NewMeeting } from './meetings';
export type { WorkshopNeeds } from './needs';
export type { Board, Phone } from './room/read-board';

/** What we decide: meetings of the thematic group, from conclusions on the wall to votes that are counted once. */
export const createWorkshop = ({ connection, clock, readEvaluation, findings, readSpheres }: WorkshopNeeds) => {
  const meetings = createMeetingStore(connection);
  const room = createRoomStore(connection);
  const hub = createLiveHub();
  const needs = { clock, meetings, room, hub, readSpheres, findings };
  const stopWatching = watchOthers({ hub, editionsOf: meetings.editionsOf });
  const own = createMeetings(needs);
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await meetings.ensureIndexes();
      await room.ensureIndexes();
    },
    ...own,
    joinMeeting: joinMeeting(needs),
    enterByCode: enterByCode({
      clock,
      room,
      readMeetingByCode: own.readMeetingByCode,
      findParticipant: findParticipant(needs),
    }),
    leaveMeeting: leaveMeeting(needs),
    propose: propose(needs),
    amendProposal: amendProposal(needs),
    mergeProposal: mergeProposal(needs),
    commentProposal: commentProposal(needs),
    openVoting: openVoting(needs),
    closeVoting: closeVoting(needs),
    castVote: castVote(needs),
    chooseSpheres: chooseSpheres(needs),
    readBoard: readBoard(needs),
    readPhone: readPhone(needs),
    listen: hub.listen,
    readEvaluation,
    listConclusions: findings.conclusions.listConclusions,
    /** Ends the watching of other processes. */
    stop: stopWatching,
  };
};

export type Workshop = ReturnType<typeof createWorkshop>;
