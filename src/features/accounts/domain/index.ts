export type { Actor, Role } from './actor';
export { normaliseEmail, toActor, type Account, type NewAccount } from './account';
export { checkSignIn, type SignInForm, type SignInIssue } from './check-sign-in';
export { homeOf } from './home-of';
export { localPath } from './local-path';
export { ATTEMPTS_ALLOWED, attemptsLeft, isBeyondLimit, WINDOW_MS, type Attempt } from './sign-in-limit';
