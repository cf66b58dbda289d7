import { createHash } from 'node:crypto';
import type { LetterStanding } from '../../../platform/mail';
import type { Meeting, Member, MeetingId } from '../domain';

/** What is written about a meeting: it takes place, it is near, it does not take place (or not with this person). */
export type LetterKind = 'zaproszenie' | 'przypomnienie' | 'odwolanie';

/** A conclusion that the meeting is about. */
export interface Topic {
  readonly number: number;
  readonly title: string;
}

const PRINT_DIGITS = 12;
const printOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, PRINT_DIGITS);

/** Changes with everything that an invitation says; who has another one is told anew. */
export const editionPrint = (
  { title, day, from, to, place, agenda, cancelled }: Meeting,
  topics: readonly Topic[],
): string => printOf(JSON.stringify([title, day, from, to, place, agenda, topics, Boolean(cancelled)]));

export const aboutMeeting = (id: MeetingId): string => `spotkanie:${id}`;

/** Where a letter belongs. `round` counts how often the person was told not to come. */
export interface LetterPlace {
  readonly kind: LetterKind;
  readonly member: string;
  readonly edition: number;
  readonly round: number;
  readonly address: string;
}

/** `zaproszenie:<meeting>:<member>:<edition>-<round>:<address>`: the same letter is never queued twice. */
export const letterKey = (meeting: MeetingId, { kind, member, edition, round, address }: LetterPlace, again?: string) =>
  [
    kind,
    meeting,
    member,
    `${edition}-${round}`,
    printOf(address.toLowerCase()),
    ...(again === undefined ? [] : [again]),
  ].join(':');

interface Known {
  readonly kind: string;
  readonly member: string;
  readonly edition: number;
  /** The key without what tells repetitions apart. */
  readonly place: string;
  readonly letter: LetterStanding;
}

const toKnown = (letter: LetterStanding): Known => {
  const [kind = '', meeting, member = '', part = '', print] = letter.key.split(':');
  return {
    kind,
    member,
    edition: Number(part.split('-')[0]),
    place: [kind, meeting, member, part, print].join(':'),
    letter,
  };
};

/** How a person on the list stands. */
export interface MemberStanding {
  readonly member: Member;
  readonly round: number;
  /** The newest one with what is true now, to the present address. */
  readonly invitation: LetterStanding | null;
  /** One that reached the person and is not true any more. */
  readonly outdated: LetterStanding | null;
  readonly reminder: LetterStanding | null;
  /** That the meeting is called off. */
  readonly cancellation: LetterStanding | null;
}

/** Somebody who was invited and is not on the list any more. */
export interface FormerGuest {
  readonly member: Member;
  readonly round: number;
  readonly invitation: LetterStanding;
}

const last = (found: readonly Known[]): LetterStanding | null => found.at(-1)?.letter ?? null;

/** @param letters oldest first */
export const standingsOf = (
  { id, members }: Pick<Meeting, 'id' | 'members'>,
  edition: number,
  letters: readonly LetterStanding[],
): { readonly members: readonly MemberStanding[]; readonly former: readonly FormerGuest[] } => {
  const known = letters.map(toKnown);
  const of = (member: string, kind: LetterKind): readonly Known[] =>
    known.filter((one) => one.member === member && one.kind === kind);
  const roundOf = (member: string): number => of(member, 'odwolanie').length;
  const listed = new Set(members.map((member) => member.id));
  return {
    members: members.map((member) => {
      const round = roundOf(member.id);
      const place = letterKey(id, {
        kind: 'zaproszenie',
        member: member.id,
        edition,
        round,
        address: member.email ?? '',
      });
      const invitations = of(member.id, 'zaproszenie');
      const reached = invitations.filter(({ letter }) => letter.state === 'sent');
      return {
        member,
        round,
        invitation: last(invitations.filter((one) => one.place === place)),
        outdated: last(reached.filter((one) => one.edition < edition)),
        reminder: last(of(member.id, 'przypomnienie').filter((one) => one.edition === edition)),
        cancellation: last(of(member.id, 'odwolanie').filter((one) => one.edition === edition)),
      };
    }),
    former: [...new Set(known.filter(({ kind }) => kind === 'zaproszenie').map(({ member }) => member))]
      .filter((member) => !listed.has(member))
      .flatMap((member) => formerGuest(member, roundOf(member), of(member, 'zaproszenie'))),
  };
};

/** As long as the newest invitation that went out was not taken back. */
const formerGuest = (id: string, round: number, invitations: readonly Known[]): readonly FormerGuest[] => {
  const invitation = last(invitations.filter(({ letter }) => letter.state === 'sent'));
  if (invitation === null || Number(toRound(invitation.key)) < round) return [];
  const member = { id, name: invitation.name, institution: '', mayVote: false, email: invitation.to };
  return [{ member, round, invitation }];
};

const toRound = (key: string): string => key.split(':')[3]?.split('-')[1] ?? '0';
