import type { Translator } from '../../../platform/i18n';
import { DIMENSIONS } from '../../evaluations/domain';
import { hasQuorum, STAGES, tiedAt, type Counted, type Meeting, type Turnout } from '../domain';
import { spacedCode, stagesOf, type StageView } from '../room/present-phone';
import type { Board } from '../room/read-board';

export interface BoardView {
  readonly home: string;
  readonly title: string;
  readonly code: string | null;
  readonly join: string;
  readonly revision: number;
  readonly stages: readonly StageView[];
  readonly next: { readonly stage: string; readonly text: string } | null;
  readonly previous: { readonly stage: string; readonly text: string } | null;
  readonly present: string;
  readonly conclusion: {
    readonly kicker: string;
    readonly title: string;
    readonly text: string;
    readonly address: string;
    readonly previous: number | null;
    readonly next: number | null;
  } | null;
  readonly voting: VotingView;
  readonly groups: readonly {
    readonly icon: string;
    readonly title: string;
    readonly proposals: readonly {
      readonly id: string;
      readonly text: string;
      readonly institution: string;
      readonly votes: string | null;
      readonly unit: string;
      readonly standsFor: readonly string[];
    }[];
  }[];
  readonly spheres: VotingView & {
    readonly lead: string;
    readonly note: string;
    readonly bars: readonly {
      readonly no: number;
      readonly label: string;
      readonly votes: string;
      readonly width: string;
      readonly isChosen: boolean;
    }[];
  };
}

export interface VotingView {
  readonly state: string;
  readonly badge: string;
  readonly turnout: string;
  readonly quorum: string | null;
  readonly tie: string | null;
  readonly hidesCounts: boolean;
}

const ICONS = { quality: 'star', effectiveness: 'target', coordination: 'handshake' } as const;
const FULL = 100;

/** The wall: what everybody in the room looks at. */
export const presentBoard = (board: Board, address: string, translator: Translator): BoardView => {
  const { meeting } = board;
  const { t, format } = translator;
  const at = STAGES.indexOf(meeting.stage);
  const step = (to: number) => {
    const stage = STAGES[to];
    return stage === undefined ? null : { stage, text: t(`workshop:stages.${stage}`) };
  };
  return {
    home: `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`,
    title: t('workshop:board.title', { title: meeting.title, day: format.day(meeting.day) }),
    code: meeting.code === null ? null : spacedCode(meeting.code),
    join: `${address}/s`,
    revision: meeting.log.revision,
    stages: stagesOf(meeting, translator),
    next: step(at + 1),
    previous: step(at - 1),
    present: t('workshop:board.present', { count: board.participants.length }),
    conclusion: conclusionOf(board, translator),
    voting: votingOf(meeting, 'voting', board, translator),
    groups: groupsOf(board, translator),
    spheres: spheresOf(board, translator),
  };
};

const conclusionOf = ({ shown, conclusions, meeting }: Board, { t }: Translator): BoardView['conclusion'] => {
  if (shown === null) return null;
  const at = conclusions.indexOf(shown);
  return {
    kicker: [
      t('workshop:conclusion.place', { number: at + 1, count: conclusions.length }),
      t('workshop:conclusion.code', { number: shown.number }),
      ...shown.dimensions.map((dimension) => t(`workshop:dimension.${dimension}`)),
    ].join(' · '),
    title: shown.title,
    text: shown.text,
    address: `/badania/${meeting.evaluationId}/wnioski#W${shown.number}`,
    previous: at > 0 ? at - 1 : null,
    next: at < conclusions.length - 1 ? at + 1 : null,
  };
};

const votingOf = (
  meeting: Meeting,
  name: 'voting' | 'spheres',
  { votes, turnout, spheresVotes, spheresTurnout }: Board,
  { t, format }: Translator,
): VotingView => {
  const voting = meeting[name];
  const [came, counted] = name === 'voting' ? [turnout, votes] : [spheresTurnout, spheresVotes];
  const each = name === 'voting' ? meeting.rules.votesEach : meeting.rules.spheresEach;
  const quorum = hasQuorum(meeting.rules, came);
  return {
    state: voting.state,
    badge: t(`workshop:board.${name}.${voting.state}`),
    turnout: turnoutText(came, each, { t, format }),
    quorum: quorum === null ? null : t(quorum ? 'workshop:board.quorum' : 'workshop:board.no-quorum'),
    tie: voting.state === 'closed' && name === 'spheres' ? tieText(counted, meeting.rules.spheresEach, t) : null,
    hidesCounts: voting.hidesCounts && voting.result === null,
  };
};

const turnoutText = (
  { voters, eligible, votes }: Turnout,
  each: number,
  { t, format }: Pick<Translator, 't' | 'format'>,
): string =>
  t('workshop:board.turnout', {
    voters: format.integer(voters),
    count: eligible,
    votes: format.integer(votes),
    most: format.integer(eligible * each),
  });

const tieText = (counted: readonly Counted[] | null, places: number, t: Translator['t']): string | null => {
  const tied = tiedAt(counted ?? [], places);
  return tied.length === 0 ? null : t('workshop:board.tie', { count: tied.length, votes: tied[0]?.votes ?? 0 });
};

const groupsOf = ({ proposals, votes }: Board, { t, format }: Translator): BoardView['groups'] => {
  const countOf = new Map(votes?.map((counted) => [counted.option, counted.votes]));
  return DIMENSIONS.map((dimension) => ({
    icon: ICONS[dimension],
    title: t(`workshop:dimension.${dimension}`),
    proposals: proposals
      .filter((proposal) => proposal.dimension === dimension)
      .toSorted((one, other) => (countOf.get(other.id) ?? 0) - (countOf.get(one.id) ?? 0) || one.number - other.number)
      .map(({ id, number, text, institution, standsFor }) => {
        const count = countOf.get(id);
        return {
          id,
          number,
          text,
          institution: institution ?? t('workshop:board.unnamed'),
          votes: count === undefined ? null : format.integer(count),
          unit: t('workshop:board.votes', { count: count ?? 0 }),
          standsFor: standsFor.map((one) => one.text),
        };
      }),
  }));
};

const spheresOf = (board: Board, translator: Translator): BoardView['spheres'] => {
  const { t, format } = translator;
  const { meeting, spheres, spheresVotes, spheresTurnout } = board;
  const labels = new Map(spheres.map(({ code, label }) => [code, label]));
  const most = Math.max(1, spheresTurnout.voters);
  return {
    ...votingOf(meeting, 'spheres', board, translator),
    lead: t('workshop:spheres.lead', { count: meeting.rules.spheresEach }),
    note: t('workshop:spheres.line', { count: meeting.rules.spheresEach }),
    bars: (spheresVotes ?? []).map(({ option, votes }, at) => ({
      no: at + 1,
      label: labels.get(option) ?? option,
      votes: format.integer(votes),
      width: `${((FULL * votes) / most).toFixed(1)}%`,
      isChosen: at < meeting.rules.spheresEach,
    })),
  };
};
