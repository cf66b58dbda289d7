import type { Translator } from '../../../platform/i18n';
import { tiedAt, type Counted } from '../domain';
import type { Board } from '../room/read-board';

export interface SpheresView {
  readonly lead: string;
  readonly note: string;
  readonly tie: string | null;
  /** Most chosen first; empty while numbers are hidden. */
  readonly bars: readonly {
    readonly no: number;
    readonly label: string;
    readonly votes: string;
    readonly unit: string;
    readonly width: string;
    readonly isChosen: boolean;
  }[];
  /** What may be chosen, with what clients say. */
  readonly options: readonly { readonly label: string; readonly clients: string | null }[];
  readonly base: string | null;
}

const FULL = 100;

export const presentSpheres = (board: Board, translator: Translator): SpheresView => {
  const { t, format } = translator;
  const { meeting, spheres, spheresVotes, spheresTurnout } = board;
  const places = meeting.rules.spheresEach;
  const labels = new Map(spheres.map(({ code, label }) => [code, label]));
  const most = Math.max(1, spheresTurnout.voters);
  const bases = spheres.flatMap(({ clients }) => (clients === null ? [] : [clients.n]));
  return {
    lead: t('workshop:spheres.lead', { count: places }),
    note: t('workshop:spheres.line', { count: places }),
    tie: meeting.spheres.state === 'closed' ? tieText(spheresVotes, places, t) : null,
    bars: (spheresVotes ?? []).map(({ option, votes }, at) => ({
      no: at + 1,
      label: labels.get(option) ?? option,
      votes: format.integer(votes),
      unit: t('workshop:board.votes', { count: votes }),
      width: `${((FULL * votes) / most).toFixed(1)}%`,
      isChosen: at < places,
    })),
    options: spheres.map(({ label, clients }) => ({
      label,
      clients: clients === null ? null : t('workshop:spheres.clients', { share: format.percent(clients.share) }),
    })),
    base: bases.length === 0 ? null : t('workshop:spheres.base', { n: format.integer(Math.max(...bases)) }),
  };
};

const tieText = (counted: readonly Counted[] | null, places: number, t: Translator['t']): string | null => {
  const tied = tiedAt(counted ?? [], places);
  return tied.length === 0 ? null : t('workshop:board.tie', { count: tied.length, votes: tied[0]?.votes ?? 0 });
};
