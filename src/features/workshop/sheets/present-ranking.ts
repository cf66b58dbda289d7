import type { Translator } from '../../../platform/i18n';
import { presentSpheres, type Spheres, type SpheresView } from '../../analysis';
import { SHEET_CRITERIA, type Meeting, type ShownScore } from '../domain';
import type { SheetRanking } from './read-ranking';
import { sheetsStateOf } from './state';

/** Rankings side by side, as the wall shows them. */
export interface RankingView {
  /** How many sheets there are. */
  readonly filled: string;
  /** Where the moderator writes down a sheet from paper; null while none can be saved. */
  readonly paper: string | null;
  readonly notices: readonly string[];
  readonly figure: SpheresView['ranking'];
  readonly empty: string;
  readonly criteria: readonly string[];
  readonly scores: readonly ScoresRow[];
}

export interface ScoresRow {
  readonly label: string;
  readonly cells: readonly {
    readonly heading: string;
    readonly mean: string | null;
    readonly note: string;
    readonly isHidden: boolean;
  }[];
}

export const presentRanking = (
  meeting: Meeting,
  { filled, eligible, isHidden, read, scores }: SheetRanking,
  translator: Translator,
): RankingView => {
  const { t, format } = translator;
  const { ranking, notices, empty } = presentSpheres(isHidden ? withoutMissingExperts(read) : read, translator);
  const labels = new Map(meeting.sphereOptions.map(({ code, label }) => [code, label]));
  const isOpen = sheetsStateOf(meeting) === 'open' && meeting.sphereOptions.length > 0;
  return {
    filled: t('sheets:board.filled', { filled: format.integer(filled), count: eligible }),
    paper: isOpen ? `/badania/${meeting.evaluationId}/warsztat/${meeting.number}/arkusze` : null,
    notices: [...(isHidden ? [t('sheets:board.hidden')] : []), ...notices],
    figure: ranking,
    empty: empty?.text ?? '',
    criteria: SHEET_CRITERIA.map((criterion) => t(`sheets:criterion.${criterion}.name`)),
    scores: scores.spheres.map((scored) => ({
      label: labels.get(scored.sphere) ?? scored.sphere,
      cells: SHEET_CRITERIA.map((criterion) => ({
        heading: t(`sheets:criterion.${criterion}.name`),
        ...scoreOf(scored.scores[criterion], translator),
      })),
    })),
  };
};

/** Experts who are not shown yet are not missing. */
const withoutMissingExperts = (read: Spheres): Spheres => {
  const { spheres } = read;
  if (spheres === null) return read;
  const groups = spheres.groups.filter(({ group, level }) => group !== 'experts' || level !== 'missing');
  return { ...read, spheres: { ...spheres, groups } };
};

const scoreOf = (score: ShownScore, { t, format }: Translator) => {
  switch (score.level) {
    case 'none':
      return { mean: null, note: '–', isHidden: false };
    case 'hidden':
      return { mean: null, note: t('sheets:board.score-hidden'), isHidden: true };
    case 'count':
      return { mean: null, note: t('sheets:board.score-count', { n: format.integer(score.n) }), isHidden: false };
    case 'mean':
      return {
        mean: format.decimal(score.mean, 1),
        note: t('sheets:board.score-n', { n: format.integer(score.n) }),
        isHidden: false,
      };
  }
};
