import type { Clock } from '../../platform/clock';
import type { InvitationToken } from '../../platform/ids';
import { tokenIn, type Invitation } from './domain';
import { unknownLink } from './problems';
import type { InvitationStore } from './store';

/** More links than any study has; beyond it the oldest are read again. */
const REMEMBERED = 10_000;
/** A link that another process has moved or closed is seen after this long. */
const REMEMBERED_MS = 5_000;

interface Remembered {
  readonly invitation: Invitation;
  readonly atMs: number;
}

/** The invitation behind a link. Open ones are kept in memory for a moment; personal ones are read each time. */
export const readInvitation = ({ store, clock }: { readonly store: InvitationStore; readonly clock: Clock }) => {
  const remembered = new Map<InvitationToken, Remembered>();
  return {
    /** Read all of them anew. */
    forget: (): void => {
      remembered.clear();
    },
    /** @throws Problem `fieldwork.unknown-link` */
    read: async (text: string): Promise<Invitation> => {
      const token = tokenIn(text);
      if (token === undefined) throw unknownLink();
      const known = remembered.get(token);
      const nowMs = clock.now().getTime();
      if (known !== undefined && Math.abs(nowMs - known.atMs) < REMEMBERED_MS) return known.invitation;
      const found = await store.find(token);
      if (found === undefined) throw unknownLink();
      if (found.kind === 'open') remember(remembered, { invitation: found, atMs: nowMs });
      return found;
    },
  };
};

const remember = (remembered: Map<InvitationToken, Remembered>, entry: Remembered): void => {
  const { token } = entry.invitation;
  remembered.delete(token);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(token, entry);
};
