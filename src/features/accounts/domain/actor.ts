import type { AccountId } from '../../../platform/ids';

export type Role = 'administrator' | 'evaluator' | 'director' | 'coordinator';

/** The signed-in person, as policies see them. A coordinator has exactly one institution. */
export type Actor =
  | { readonly id: AccountId; readonly role: 'administrator' | 'evaluator' | 'director'; readonly name: string }
  | { readonly id: AccountId; readonly role: 'coordinator'; readonly name: string; readonly institution: string };
