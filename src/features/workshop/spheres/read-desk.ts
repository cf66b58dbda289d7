import { dayOf } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Spheres as RankedSpheres } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import {
  currentDecisions,
  groupOf,
  roundsOf,
  type Counted,
  type Meeting,
  type SphereDecision,
  type SphereList,
  type VotingRound,
} from '../domain';
import type { DeskNeeds } from '../needs';
import type { SphereDecisionStore } from './store';

/** Everything that decisions about spheres rest on. */
export interface SphereDesk {
  readonly evaluation: Evaluation;
  /** Calendar day. */
  readonly today: string;
  /** As clients, local governments and experts rank them. */
  readonly ranked: RankedSpheres;
  /** Spheres that may be decided about, in the order of the questionnaire; those it no longer asks about come last. */
  readonly spheres: readonly { readonly code: string; readonly label: string }[];
  /** By number. */
  readonly meetings: readonly Meeting[];
  /** Oldest first. */
  readonly decisions: readonly SphereDecision[];
  /** By code of the sphere. */
  readonly current: ReadonlyMap<string, SphereDecision>;
  /** Public list: its code, and its versions, newest first. */
  readonly code: string;
  readonly lists: readonly SphereList[];
}

type Needs = Pick<DeskNeeds, 'clock' | 'analysis' | 'meetings' | 'readEvaluation'> & {
  readonly store: SphereDecisionStore;
};

/** @throws Problem `evaluations.not-found` */
export const readDesk =
  ({ clock, analysis, meetings: kept, readEvaluation, store }: Needs) =>
  async (id: EvaluationId): Promise<SphereDesk> => {
    const evaluation = await readEvaluation(id);
    const code = groupOf(evaluation);
    const ranked = await analysis.spheres.readSpheres(id, null);
    const [meetings, decisions, lists] = await Promise.all([kept.allOf(id), store.ofList(code), store.listsOf(code)]);
    const current = new Map(currentDecisions(decisions).map((decision) => [decision.sphere, decision]));
    const asked = (ranked.spheres?.spheres ?? []).filter(({ isOther }) => !isOther);
    const chosen = meetings.toReversed().flatMap(({ sphereOptions }) => sphereOptions);
    const decided = [...current.values()].map(({ sphere, label }) => ({ code: sphere, label }));
    const spheres = new Map<string, string>();
    for (const { code: sphere, label } of [...asked, ...chosen, ...decided])
      if (!spheres.has(sphere)) spheres.set(sphere, label);
    return {
      evaluation,
      today: dayOf(clock.now()),
      ranked,
      spheres: [...spheres].map(([sphere, label]) => ({ code: sphere, label })),
      meetings,
      decisions,
      current,
      code,
      lists,
    };
  };

/** What a meeting chose, round after round. */
export interface Choice {
  readonly meeting: Meeting;
  /** At least one. */
  readonly rounds: readonly VotingRound[];
}

/** The last choice of spheres that was counted, up to a meeting. */
export const lastChoice = (meetings: readonly Meeting[], upTo: number | null = null): Choice | undefined =>
  meetings
    .filter(({ number }) => upTo === null || number <= upTo)
    .map((meeting) => ({ meeting, rounds: roundsOf(meeting, 'spheres', []) }))
    .findLast(({ rounds }) => rounds.length > 0);

/** Votes for a sphere in the last round in which it could be chosen. */
export const votesFor = ({ rounds }: Choice, sphere: string): Counted | undefined =>
  rounds.flatMap(({ result }) => result).findLast(({ option }) => option === sphere);

/** Meetings at which something can have been decided: those that were opened, and those whose day has come. */
export const heldMeetings = ({ meetings, today }: Pick<SphereDesk, 'meetings' | 'today'>): readonly Meeting[] =>
  meetings.filter(({ openedAt, day, cancelled }) => cancelled == null && (openedAt !== null || day <= today));
