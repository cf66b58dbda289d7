import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import type { MeetingBehind, Origin, VotedProposal } from './read-origin';

/** One link of the chain from what was found to what was agreed. */
export interface OriginStep {
  readonly name: string;
  readonly lines: readonly { readonly code: string; readonly text: string; readonly href: string | null }[];
}

/** Where one step may not be read, the chain goes on without it. */
export const presentOrigin = (
  origin: Origin,
  { study, actor }: { readonly study: string; readonly actor: Actor },
  translator: Translator,
): readonly OriginStep[] => {
  const { t } = translator;
  const home = `/badania/${study}`;
  const opens = actor.role !== 'coordinator';
  const register = ({ code, title }: { readonly code: string; readonly title: string }) => ({
    code,
    text: title,
    href: `${home}/wdrazanie/${code}`,
  });
  const meetings = origin.meeting === null ? origin.discussedAt : [origin.meeting];
  const steps = {
    findings: origin.findings.map(({ number, title }) => ({
      code: t('follow-up:origin.finding', { number }),
      text: title,
      href: opens ? `${home}/wnioski/wyniki/${number}` : null,
    })),
    conclusions: origin.conclusions.map(({ number, title }) => ({
      code: `W${number}`,
      text: title,
      href: opens ? `${home}/wnioski#W${number}` : null,
    })),
    recommendation: origin.recommendation === null ? [] : [register(origin.recommendation)],
    sphere: origin.sphere === null ? [] : [{ code: '', text: origin.sphere, href: null }],
    proposal: origin.proposal === null ? [] : [proposalLine(origin.proposal, translator)],
    votes: origin.proposal === null ? [] : voteLines(origin.proposal, translator),
    meeting: meetings.map((meeting) => meetingLine(meeting, opens ? home : null, translator)),
    agreements: origin.agreements.map(register),
  };
  return Object.entries(steps)
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => ({ name: t(`follow-up:origin.step.${name}`), lines }));
};

const proposalLine = ({ number, text }: VotedProposal, { t }: Translator) => ({
  code: t('follow-up:origin.proposal', { number }),
  text: text === '' ? t('follow-up:origin.others') : text,
  href: null,
});

const voteLines = ({ vote, outcome }: VotedProposal, { t, format }: Translator) => [
  ...(vote === null
    ? []
    : [
        {
          code: '',
          text: t('follow-up:origin.votes', {
            count: vote.votes,
            voters: format.integer(vote.voters),
            eligible: format.integer(vote.eligible),
          }),
          href: null,
        },
      ]),
  ...(outcome === null ? [] : [{ code: '', text: t(`follow-up:origin.outcome.${outcome}`), href: null }]),
];

const meetingLine = ({ number, title, day }: MeetingBehind, home: string | null, { t, format }: Translator) => ({
  code: t('follow-up:origin.meeting', { number }),
  text: t('follow-up:origin.meeting-on', { title, day: format.day(day) }),
  href: home === null ? null : `${home}/warsztat/${number}`,
});
