import type { Clock } from '../../../platform/clock';
import type { Meeting, Participant } from '../domain';
import type { StoredMeeting } from '../meetings/store';
import { tooManyCodes } from '../problems';
import type { RoomStore } from './store';

export interface FindNeeds {
  readonly clock: Clock;
  readonly room: Pick<RoomStore, 'wrongCodes' | 'countWrongCode' | 'forgetWrongCodes'>;
  readonly readMeetingByCode: (code: string) => Promise<StoredMeeting | undefined>;
  readonly findParticipant: (meeting: Meeting, secret: string | undefined) => Promise<Participant | undefined>;
}

/** Who knocks: the code, the address it comes from, and what the device kept from joining before. */
export interface Knock {
  readonly code: string;
  readonly from: string;
  readonly secret: string | undefined;
}

export interface Entered {
  readonly stored: StoredMeeting;
  /** Undefined for somebody who has not joined yet. */
  readonly participant: Participant | undefined;
}

const CODE = /^\d{6}$/;
const WINDOW_MS = 600_000;
/** Two hundred people behind one address may each be wrong once; a million codes cannot be tried. */
const MOST_FROM_ONE = 200;
const MOST_FROM_ALL = 1_000;
const EVERYONE = '*';

/**
 * The meeting behind a code. Whoever has joined is let in always; a stranger is refused, right code or wrong, once too many wrong ones
 * came from the same address.
 *
 * @throws Problem `workshop.too-many-codes`
 */
export const enterByCode =
  (needs: FindNeeds) =>
  async ({ code, from, secret }: Knock): Promise<Entered | undefined> => {
    const stored = CODE.test(code) ? await needs.readMeetingByCode(code) : undefined;
    const participant = stored && (await needs.findParticipant(stored.meeting, secret));
    if (stored !== undefined && participant !== undefined) return { stored, participant };
    const window = Math.floor(needs.clock.now().getTime() / WINDOW_MS);
    const [own, all] = await Promise.all([from, EVERYONE].map((who) => needs.room.wrongCodes(who, window)));
    if ((own ?? 0) >= MOST_FROM_ONE || (all ?? 0) >= MOST_FROM_ALL) throw tooManyCodes();
    if (stored !== undefined) return { stored, participant };
    await needs.room.countWrongCode(from, window);
    await needs.room.countWrongCode(EVERYONE, window);
    await needs.room.forgetWrongCodes(window);
    return undefined;
  };
