import { secretToken } from '../../../platform/random';
import type { EvaluationId } from '../../../platform/ids';
import type { ExpertSheet, Meeting, ParticipantId } from '../domain';
import type { DeskNeeds } from '../needs';
import { ballotOf } from '../room/ballot-of';
import { readRanking } from './read-ranking';
import { saveSheet } from './save-sheet';
import { areSheetsClosed, areSheetsOver, areSheetsSecret } from './state';
import { createSheetStore } from './store';

export type { SheetRanking } from './read-ranking';
export type { SheetOwner, SheetWanted } from './save-sheet';

/** Experts' sheets: spheres in order and scored, filled in on phones at the meeting. */
export const createSheets = ({
  connection,
  clock,
  meetings,
  hub,
  readEvaluation,
  analysis,
}: Pick<DeskNeeds, 'connection' | 'clock' | 'meetings' | 'hub' | 'readEvaluation' | 'analysis'>) => {
  const store = createSheetStore(connection);
  const rankingOf = readRanking({ store, readEvaluation, analysis });
  /** Of a secret ballot nobody can tell whose sheet is whose once the choice is closed. */
  const sealed = new Set<Meeting['id']>();
  const sealSheets = async (meeting: Meeting): Promise<void> => {
    if (sealed.has(meeting.id) || !areSheetsSecret(meeting) || !areSheetsClosed(meeting)) return;
    await store.eraseKey(meeting.id);
    sealed.add(meeting.id);
  };
  return {
    /** Call once before the first request. */
    ensureIndexes: store.ensureIndexes,
    sheetsOf: store.sheetsOf,
    saveSheet: saveSheet({ store, clock, meetings, hub }),

    /** To be called when the choice of spheres was closed; whoever looks later does it again. */
    sealSheets: async (id: Meeting['id']): Promise<void> => {
      const stored = await meetings.find(id);
      if (stored !== undefined) await sealSheets(stored.meeting);
    },

    /** Undefined where there is none, or where nobody can tell any more. */
    sheetOf: async (meeting: Meeting, owner: ParticipantId): Promise<ExpertSheet | undefined> => {
      await sealSheets(meeting);
      const key = await store.keyOf(meeting.id, secretToken());
      return key === null ? undefined : store.find(ballotOf(key, owner));
    },

    /** Clients, local governments and the experts of this meeting, side by side. */
    rankingOf: async (meeting: Meeting) => {
      await sealSheets(meeting);
      return rankingOf(meeting);
    },

    /** Orders of spheres, the most important first, of the last meeting of the evaluation that has any and whose sheets are closed. */
    readExpertRankings: async (id: EvaluationId): Promise<readonly (readonly string[])[]> => {
      const over = (await meetings.allOf(id)).filter(areSheetsOver);
      for (const meeting of over.toReversed()) {
        const sheets = await store.sheetsOf(meeting.id);
        if (sheets.some(({ ranking }) => ranking.length > 0)) return sheets.map(({ ranking }) => ranking);
      }
      return [];
    },
  };
};

export type Sheets = ReturnType<typeof createSheets>;
