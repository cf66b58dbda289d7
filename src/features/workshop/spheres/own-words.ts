import { areApart, isAgainstVotes, whatRoundsSay, type GroupPlace, type SphereVerdict, type VotesSay } from '../domain';
import { lastChoice, type SphereDesk } from './read-desk';

/** How clients and experts place a sphere whose intervals do not touch. */
export interface Disagreement {
  readonly sphere: string;
  readonly label: string;
  readonly clients: GroupPlace;
  readonly experts: GroupPlace;
}

/** Spheres over which clients and experts disagree, in the order of the questionnaire. */
export const disagreements = ({ ranked: { spheres } }: Pick<SphereDesk, 'ranked'>): readonly Disagreement[] => {
  const placeOf = (name: 'clients' | 'experts', at: number): GroupPlace | null => {
    const group = spheres?.groups.find((one) => one.group === name);
    const sphere = group?.level === 'estimates' ? group.spheres[at] : null;
    if (sphere == null) return null;
    const { interval, borda: mean, places } = sphere;
    return { mean, interval, places };
  };
  return (spheres?.spheres ?? []).flatMap(({ code, label, isOther }, at) => {
    const [clients, experts] = [placeOf('clients', at), placeOf('experts', at)];
    if (isOther || clients === null || experts === null || !areApart(clients, experts)) return [];
    return [{ sphere: code, label, clients, experts }];
  });
};

/** What the last counted choice up to a meeting says of a sphere; null: nothing was counted, or it was no option. */
export const votesSayOf = (
  { meetings }: Pick<SphereDesk, 'meetings'>,
  sphere: string,
  upTo: number | null,
): VotesSay | null => {
  const choice = lastChoice(meetings, upTo);
  return choice === undefined ? null : whatRoundsSay(choice.rounds, sphere);
};

/** Where clients and experts disagree, or the decision goes against the votes. */
export const needsOwnWords =
  (desk: Pick<SphereDesk, 'meetings' | 'ranked'>, sphere: string) =>
  (verdict: SphereVerdict, meetingNumber: number | null): boolean =>
    disagreements(desk).some((one) => one.sphere === sphere) ||
    isAgainstVotes(verdict, votesSayOf(desk, sphere, meetingNumber));

const FEWEST_WORDS = 4;
const wordsIn = (text: string): readonly string[] => text.toLocaleLowerCase('pl').match(/\p{L}{2,}/gu) ?? [];

/** A sentence of one's own: several words, and not those of the decision before. */
export const isInOwnWords = (reason: string, earlier: string): boolean => {
  const words = wordsIn(reason);
  return new Set(words).size >= FEWEST_WORDS && words.join(' ') !== wordsIn(earlier).join(' ');
};
