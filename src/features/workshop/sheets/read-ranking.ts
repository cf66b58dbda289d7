import { LEAST_FOR_PERCENT } from '../../analysis/domain';
import type { Spheres } from '../../analysis';
import { discloseScores, type DisclosedScores, type Meeting } from '../domain';
import type { DeskNeeds } from '../needs';
import { areExpertsHidden } from './state';
import type { SheetStore } from './store';

/** Rankings of clients, local governments and experts, as the wall shows them. */
export interface SheetRanking {
  /** Sheets filled in, of those who may. */
  readonly filled: number;
  readonly eligible: number;
  /** What experts said stays off the wall until the choice is closed or the moderator uncovers numbers. */
  readonly isHidden: boolean;
  readonly read: Spheres;
  readonly scores: DisclosedScores;
}

type Measured = Pick<SheetRanking, 'read' | 'scores'>;

export interface RankingNeeds extends Pick<DeskNeeds, 'readEvaluation' | 'analysis'> {
  readonly store: SheetStore;
}

/** Meetings whose ranking is held; the one not asked for longest goes first. */
const MOST_KEPT = 8;

/** Counted again only when a sheet was changed, and held until then: every vote draws the wall anew. */
export const readRanking = (needs: RankingNeeds) => {
  const kept = new Map<Meeting['id'], { readonly key: string; readonly measured: Promise<Measured> }>();
  return async (meeting: Meeting): Promise<SheetRanking> => {
    const isHidden = areExpertsHidden(meeting);
    const [edition, filled, { smallestGroup }] = await Promise.all([
      needs.store.editionOf(meeting.id),
      needs.store.countOf(meeting.id),
      needs.readEvaluation(meeting.evaluationId),
    ]);
    const key = `${isHidden ? 'hidden' : edition} ${smallestGroup}`;
    const known = kept.get(meeting.id);
    const measured = known?.key === key ? known.measured : measure(needs, meeting, { isHidden, smallestGroup });
    kept.delete(meeting.id);
    kept.set(meeting.id, { key, measured });
    // What failed is tried again by the next who looks.
    measured.catch(() => kept.delete(meeting.id));
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    const eligible = meeting.members.filter(({ mayVote }) => mayVote).length;
    return { filled, eligible, isHidden, ...(await measured) };
  };
};

const measure = async (
  { store, analysis }: RankingNeeds,
  { id, evaluationId, sphereOptions }: Meeting,
  { isHidden, smallestGroup }: { readonly isHidden: boolean; readonly smallestGroup: number },
): Promise<Measured> => {
  const sheets = isHidden ? [] : await store.sheetsOf(id);
  const orders = sheets.map(({ ranking }) => ranking);
  return {
    read: await analysis.spheres.readSpheres(evaluationId, null, orders),
    scores: discloseScores(
      sphereOptions.map(({ code }) => code),
      sheets,
      { smallestGroup, leastForMean: LEAST_FOR_PERCENT },
    ),
  };
};
