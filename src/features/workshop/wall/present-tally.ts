import type { Translator } from '../../../platform/i18n';
import { hasQuorum, termsOf, type Turnout } from '../domain';
import type { Board } from '../room/read-board';

/** The voting of a stage, above what is voted on. */
export interface TallyView {
  readonly name: 'voting' | 'spheres';
  readonly icon: string;
  readonly state: string;
  readonly badge: string;
  readonly turnout: string;
  readonly quorum: string | null;
  readonly hidesCounts: boolean;
  /** What its buttons say. */
  readonly begin: string;
  readonly end: string;
}

export const presentTally = (board: Board, translator: Translator): TallyView | null => {
  const { meeting, turnout, spheresTurnout } = board;
  const { stage } = meeting;
  if (stage !== 'voting' && stage !== 'spheres') return null;
  const { t } = translator;
  const voting = meeting[stage];
  const terms = termsOf(meeting, stage, board.proposals);
  const [came, icon] = stage === 'voting' ? ([turnout, 'vote'] as const) : ([spheresTurnout, 'sprout'] as const);
  const quorum = hasQuorum(terms, came);
  return {
    name: stage,
    icon,
    state: voting.state,
    badge: t(`workshop:board.${stage}.${voting.state}`),
    turnout: turnoutText(came, terms.votesEach, translator),
    quorum: quorum === null ? null : t(quorum ? 'workshop:board.quorum' : 'workshop:board.no-quorum'),
    hidesCounts: voting.hidesCounts && voting.result === null,
    begin: t(`workshop:board.begin-${stage}`),
    end: t(`workshop:board.end-${stage}`),
  };
};

const turnoutText = ({ voters, eligible, votes }: Turnout, each: number, { t, format }: Translator): string =>
  t('workshop:board.turnout', {
    voters: format.integer(voters),
    count: eligible,
    votes: format.integer(votes),
    most: format.integer(eligible * each),
  });
