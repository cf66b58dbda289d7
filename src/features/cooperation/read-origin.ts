import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import { namesAnother } from '../findings';
import type { Conclusion } from '../findings/domain';
import {
  standingProposals,
  type Agreement,
  type Meeting,
  type Outcome,
  type StandingProposal,
  type VotingRound,
} from '../workshop/domain';
import type { RegisterEntry } from './domain';
import { conclusionsBehind, type RegisterNeeds, type RegisterRead } from './read-register';

export interface Numbered {
  readonly number: number;
  /** Empty: not for the eyes of the reader. */
  readonly title: string;
}

/** From what was found to what was agreed: why an entry stands in the register. */
export interface Origin {
  readonly findings: readonly Numbered[];
  readonly conclusions: readonly Numbered[];
  /** The recommendation that an agreement carries out. */
  readonly recommendation: Pick<RegisterEntry, 'code' | 'title'> | null;
  readonly proposal: VotedProposal | null;
  /** Name of the development sphere that an agreement is about. */
  readonly sphere: string | null;
  readonly meeting: MeetingBehind | null;
  /** Meetings that had the conclusions of a recommendation on the wall, by number. */
  readonly discussedAt: readonly MeetingBehind[];
  /** Agreements that carry out a recommendation. */
  readonly agreements: readonly Pick<RegisterEntry, 'code' | 'title'>[];
}

export interface VotedProposal {
  readonly number: number;
  /** Empty: not for the eyes of the reader. */
  readonly text: string;
  /** Null where it was not voted on, or voting has not ended. */
  readonly vote: { readonly votes: number; readonly voters: number; readonly eligible: number } | null;
  readonly outcome: Outcome['kind'] | null;
}

export type MeetingBehind = Pick<Meeting, 'number' | 'title' | 'day'>;

/** @param register as the person may see it */
export const readOrigin =
  (needs: Pick<RegisterNeeds, 'findings' | 'workshop'>) =>
  async (actor: Actor, { evaluation, entries }: RegisterRead, entry: RegisterEntry): Promise<Origin> => {
    const { id } = evaluation;
    const [findings, conclusions, recommendations, agreements, meetings] = await Promise.all([
      needs.findings.listFindings(id),
      needs.findings.conclusions.listConclusions(id),
      needs.findings.recommendations.listRecommendations(id),
      needs.workshop.agreements.listAgreements(id),
      needs.workshop.listMeetings(id),
    ]);
    const { followed } = entry;
    const agreement = followed.kind === 'agreement' ? agreements.find((one) => one.id === followed.id) : undefined;
    const meeting = agreement && meetings.find((one) => one.id === agreement.meetingId);
    const proposals = meeting === undefined ? [] : await needs.workshop.listProposals(meeting.id);
    const ids =
      agreement === undefined
        ? (recommendations.find((one) => one.id === followed.id)?.conclusions ?? [])
        : conclusionsBehind(agreement, { proposals: new Map(proposals.map((one) => [one.id, one])), recommendations });
    const behind = conclusions.filter((one) => ids.includes(one.id));
    const eyes = eyesOf(actor, evaluation);
    return {
      findings: eyes.readsAll
        ? findings.filter((one) => entry.findings.includes(one.id)).map(({ number, title }) => ({ number, title }))
        : [],
      conclusions: behind.filter(({ state }) => eyes.readsAll || state === 'ready').map(numbered(eyes)),
      recommendation: recommendationOf(agreement, entries),
      proposal: await votedProposal(needs, { agreement, meeting, standing: standingProposals(proposals) }, eyes),
      sphere: sphereOf(agreement, meeting),
      meeting: meeting === undefined ? null : meetingBehind(meeting),
      discussedAt: agreement === undefined ? meetings.filter((one) => discussed(one, behind)).map(meetingBehind) : [],
      agreements: entries
        .filter((one) => carriesOut(agreements, one, entry))
        .map(({ code, title }) => ({ code, title })),
    };
  };

interface Eyes {
  readonly readsAll: boolean;
  /** What names another institution is not for a coordinator. */
  readonly shown: (text: string) => string;
}

const eyesOf = (actor: Actor, evaluation: Evaluation): Eyes =>
  actor.role === 'coordinator'
    ? { readsAll: false, shown: (text) => (namesAnother(text, actor.institution, evaluation) ? '' : text) }
    : { readsAll: true, shown: (text) => text };

const numbered =
  ({ shown }: Eyes) =>
  ({ number, title }: Conclusion): Numbered => ({ number, title: shown(title) });

const meetingBehind = ({ number, title, day }: Meeting): MeetingBehind => ({ number, title, day });

const recommendationOf = (
  agreement: Agreement | undefined,
  entries: readonly RegisterEntry[],
): Origin['recommendation'] => {
  if (agreement?.origin.kind !== 'recommendation') return null;
  const { recommendation } = agreement.origin;
  const found = entries.find(({ followed }) => followed.id === recommendation);
  return found === undefined ? null : { code: found.code, title: found.title };
};

const sphereOf = (agreement: Agreement | undefined, meeting: Meeting | undefined): string | null => {
  if (agreement?.origin.kind !== 'sphere') return null;
  const { sphere } = agreement.origin;
  return meeting?.sphereOptions.find(({ code }) => code === sphere)?.label ?? sphere;
};

const discussed = ({ openedAt, materials }: Meeting, behind: readonly Conclusion[]): boolean =>
  openedAt !== null && behind.some(({ id }) => materials.includes(id));

const carriesOut = (agreements: readonly Agreement[], one: RegisterEntry, entry: RegisterEntry): boolean =>
  agreements.some(
    ({ id, origin }) =>
      id === one.followed.id && origin.kind === 'recommendation' && origin.recommendation === entry.followed.id,
  );

interface Debate {
  readonly agreement: Agreement | undefined;
  readonly meeting: Meeting | undefined;
  readonly standing: readonly StandingProposal[];
}

/** A proposal that was merged has the votes of the one that took its place. */
const votedProposal = async (
  { workshop }: Pick<RegisterNeeds, 'workshop'>,
  { agreement, meeting, standing }: Debate,
  { shown }: Eyes,
): Promise<VotedProposal | null> => {
  if (agreement?.origin.kind !== 'proposal' || meeting === undefined) return null;
  const wanted = agreement.origin.proposal;
  const root = standing.find(({ id, standsFor }) => id === wanted || standsFor.some((one) => one.id === wanted));
  const proposal = root?.standsFor.find(({ id }) => id === wanted) ?? root;
  if (root === undefined || proposal === undefined) return null;
  const [rounds, outcomes] = await Promise.all([
    workshop.outcomes.votingRounds(meeting),
    workshop.outcomes.outcomesOf(meeting.id),
  ]);
  return {
    number: proposal.number,
    text: shown(proposal.text),
    vote: voteOf(rounds, root.id),
    outcome: outcomes.find((one) => one.proposal === root.id)?.kind ?? null,
  };
};

/** Of the last round that it was voted on in. */
const voteOf = (rounds: readonly VotingRound[], option: string): VotedProposal['vote'] => {
  const round = rounds.findLast(({ result }) => result.some((one) => one.option === option));
  const counted = round?.result.find((one) => one.option === option);
  if (round === undefined || counted === undefined) return null;
  return { votes: counted.votes, voters: round.turnout.voters, eligible: round.turnout.eligible };
};
