export { tokenIn, type Invitation, type InvitationKind } from './invitation';
