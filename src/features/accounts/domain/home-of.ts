import type { Role } from './actor';

const HOMES: Readonly<Record<Role, string>> = {
  administrator: '/badania',
  evaluator: '/badania',
  director: '/podsumowanie',
  coordinator: '/nasze-wyniki',
};

/** The page each role lands on after signing in. */
export const homeOf = (role: Role): string => HOMES[role];
