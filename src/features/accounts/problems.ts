import { Problem } from '../../platform/problems';

/** The form's token is missing or belongs to an earlier session. */
export const formExpired = (): Problem => new Problem('accounts.form-expired', 'forbidden');

/** A page of another role. */
export const forbidden = (): Problem => new Problem('accounts.forbidden', 'forbidden');

/** Told to programs only: people are sent to the sign-in page. */
export const signedOut = (): Problem => new Problem('accounts.signed-out', 'unauthenticated');

export const emailTaken = (): Problem => new Problem('accounts.email-taken', 'conflict');

export const passwordTooShort = (least: number): Problem =>
  new Problem('accounts.password-too-short', 'invalid', { count: least });
