import type { Translator } from '../../platform/i18n';
import type { SignInIssue } from './domain';
import type { SignInOutcome } from './sign-in';

/** Why the sign-in page is shown, when it is not simply the first time. */
export type SignInReply =
  | Exclude<SignInOutcome, { readonly kind: 'signed-in' }>
  | { readonly kind: 'incomplete'; readonly issues: readonly SignInIssue[] }
  | { readonly kind: 'form-expired' };

export interface FieldError {
  readonly field: 'email' | 'haslo';
  readonly text: string;
}

const MINUTE_MS = 60_000;
const FIELDS = { email: 'email', password: 'haslo' } as const;

export const signInStatus = ({ kind }: SignInReply): number =>
  ({ incomplete: 400, refused: 401, 'form-expired': 403, locked: 429 })[kind];

/** The sentences beside the fields, in the order of the form. */
export const presentSignInErrors = (
  reply: SignInReply,
  { t, format }: Pick<Translator, 't' | 'format'>,
): readonly FieldError[] => {
  switch (reply.kind) {
    case 'refused':
      return [{ field: 'haslo', text: t('accounts:signIn.refused', { count: reply.attemptsLeft }) }];
    case 'locked': {
      const from = new Date(Math.ceil(reply.until.getTime() / MINUTE_MS) * MINUTE_MS);
      return [{ field: 'haslo', text: t('accounts:signIn.locked', { time: format.time(from) }) }];
    }
    case 'form-expired':
      return [{ field: 'haslo', text: t('accounts:signIn.formExpired') }];
    case 'incomplete':
      return reply.issues.map(({ field, fault }) => ({
        field: FIELDS[field],
        text: t(`accounts:signIn.issues.${fault}`),
      }));
  }
};
