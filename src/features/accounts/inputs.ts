import { z } from 'zod';

const token = z.string().max(300).optional();

export const SignInInput = z.strictObject({
  _csrf: token,
  email: z.string().max(254).default(''),
  haslo: z.string().max(200).default(''),
  dalej: z.string().max(1_000).optional(),
});

/** Addresses of the sign-in page carry other things too (campaign marks of mail programs); only this one is read. */
export const SignInQuery = z.object({ dalej: z.string().max(1_000).optional() });

export const SignOutInput = z.strictObject({ _csrf: token });

export const AppearanceInput = z.strictObject({
  _csrf: token,
  jezyk: z.enum(['pl', 'en']).optional(),
  motyw: z.enum(['light', 'dark', 'system']).optional(),
});
