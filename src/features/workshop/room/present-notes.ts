import type { Translator } from '../../../platform/i18n';
import type { Meeting, VotingName } from '../domain';

export interface BallotNote {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
}

/** What is recorded of a vote, said before anybody votes: as it was promised when the voting was opened. */
export const presentBallotNote = (
  { rules, voting, spheres }: Pick<Meeting, 'rules' | 'voting' | 'spheres'>,
  name: VotingName,
  { t }: Pick<Translator, 't'>,
): BallotNote => {
  const ballot = { voting, spheres }[name].terms?.ballot ?? rules.ballot;
  return {
    icon: ballot === 'secret' ? 'lock' : 'users',
    title: t(`proposals:ballot.${ballot}.title`),
    text: t(`proposals:ballot.${ballot}.text`),
  };
};

/** Somebody else may have joined under this name; null while there is one device. */
export const presentDevices = (devices: number, { t }: Pick<Translator, 't'>): string | null =>
  devices > 1 ? t('proposals:devices', { count: devices }) : null;
