import type { InvitationToken } from '../../platform/ids';
import { tokenIn, type Invitation } from './domain';
import { unknownLink } from './problems';
import type { InvitationStore } from './store';

/** More links than any study has; beyond it the oldest are read again. */
const REMEMBERED = 10_000;

/** The invitation behind a link. Open ones never change and are kept in memory; personal ones are read each time. */
export const readInvitation = ({ store }: { readonly store: InvitationStore }) => {
  const remembered = new Map<InvitationToken, Invitation>();
  return async (text: string): Promise<Invitation> => {
    const token = tokenIn(text);
    if (token === undefined) throw unknownLink();
    const known = remembered.get(token);
    if (known !== undefined) return known;
    const found = await store.find(token);
    if (found === undefined) throw unknownLink();
    if (found.kind === 'open') remember(remembered, found);
    return found;
  };
};

const remember = (remembered: Map<InvitationToken, Invitation>, invitation: Invitation): void => {
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(invitation.token, invitation);
};
