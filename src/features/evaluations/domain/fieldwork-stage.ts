import { daysBetween } from '../../../platform/clock';
import type { Evaluation } from './evaluation';

/** Where an evaluation stands on a given day. Days count from 1 and include both ends. */
export type FieldworkStage =
  | { readonly kind: 'planned'; readonly daysToStart: number; readonly days: number }
  | { readonly kind: 'running'; readonly day: number; readonly days: number; readonly daysLeft: number }
  | { readonly kind: 'ended'; readonly days: number; readonly daysSince: number };

export const fieldworkStage = (
  { opensOn, closesOn }: Pick<Evaluation, 'opensOn' | 'closesOn'>,
  today: string,
): FieldworkStage => {
  const days = daysBetween(opensOn, closesOn) + 1;
  if (today < opensOn) return { kind: 'planned', daysToStart: daysBetween(today, opensOn), days };
  if (today > closesOn) return { kind: 'ended', days, daysSince: daysBetween(closesOn, today) };
  return { kind: 'running', day: daysBetween(opensOn, today) + 1, days, daysLeft: daysBetween(today, closesOn) };
};
