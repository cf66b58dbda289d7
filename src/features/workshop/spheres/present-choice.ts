import type { Translator } from '../../../platform/i18n';
import { hasQuorum, tiedAt, whatVotesSay, type Meeting } from '../domain';

/** What a meeting chose, and how many took part. */
export interface ChoiceView {
  readonly title: string;
  readonly turnout: string;
  readonly quorum: string | null;
  readonly tie: string | null;
  readonly note: string;
  readonly bars: readonly {
    readonly no: string;
    readonly label: string;
    readonly votes: string;
    readonly width: string;
    readonly isChosen: boolean;
  }[];
  /** Spheres that nobody chose. */
  readonly unchosen: string | null;
}

const FULL = 100;

export const presentChoice = (meeting: Meeting, { t, format }: Translator): ChoiceView => {
  const { spheres, rules, sphereOptions } = meeting;
  const counted = spheres.result ?? [];
  const labels = new Map(sphereOptions.map(({ code, label }) => [code, label]));
  const labelOf = (code: string): string => labels.get(code) ?? code;
  const tied = tiedAt(counted, rules.spheresEach);
  const quorum = spheres.turnout === null ? null : hasQuorum(rules, spheres.turnout);
  const most = Math.max(1, spheres.turnout?.voters ?? 1);
  const unchosen = counted.filter(({ votes }) => votes === 0);
  return {
    title: t('sphere-decisions:choice.title', { number: meeting.number, day: format.day(meeting.day) }),
    turnout:
      spheres.turnout === null
        ? ''
        : t('sphere-decisions:choice.turnout', {
            voters: format.integer(spheres.turnout.voters),
            count: spheres.turnout.eligible,
            votes: format.integer(spheres.turnout.votes),
          }),
    quorum: quorum === null ? null : t(`sphere-decisions:choice.${quorum ? 'quorum' : 'noQuorum'}`),
    tie:
      tied.length === 0
        ? null
        : t('sphere-decisions:choice.tie', {
            list: tied.map(({ option }) => `„${labelOf(option)}”`).join(', '),
            count: tied[0]?.votes ?? 0,
          }),
    note: t('sphere-decisions:choice.note', { count: rules.spheresEach }),
    bars: counted
      .filter(({ votes }) => votes > 0)
      .map(({ option, votes }) => ({
        no: String(1 + counted.filter((other) => other.votes > votes).length),
        label: labelOf(option),
        votes: t('sphere-decisions:choice.votes', { count: votes }),
        width: `${((FULL * votes) / most).toFixed(1)}%`,
        isChosen: whatVotesSay(counted, rules.spheresEach, option) === 'chosen',
      })),
    unchosen:
      unchosen.length === 0
        ? null
        : t('sphere-decisions:choice.unchosen', { list: unchosen.map(({ option }) => labelOf(option)).join(', ') }),
  };
};
