import { addDays, daysBetween } from '../../../platform/clock';

/** Days before a date on which its addressee is reminded. */
export const REMINDED_BEFORE = { month: 30, week: 7 } as const;
const EVERY_DAYS = 7;

/** A letter about a date that is near, or over. */
export interface Reminder {
  /** `month`, `week`, `day`, then `late-1`, `late-2`, … for each week that has passed: one letter of each. */
  readonly kind: string;
  /** Days to the date; negative when it is over. */
  readonly left: number;
}

/**
 * Which letter of a date is due today; null: none. The same letter is due until the next one is, so that a day without a
 * sweep loses none. What was asked for later than a letter would have gone does not get it.
 *
 * @param since calendar day on which it was asked for
 */
export const reminderOf = (
  { due, since }: { readonly due: string; readonly since: string },
  today: string,
): Reminder | null => {
  const left = daysBetween(today, due);
  if (left <= 0) {
    const weeks = Math.floor(-left / EVERY_DAYS);
    return { kind: weeks === 0 ? 'day' : `late-${weeks}`, left };
  }
  const { month, week } = REMINDED_BEFORE;
  const wasAsked = (before: number): boolean => since <= addDays(due, -before);
  if (left <= week) return wasAsked(week) ? { kind: 'week', left } : null;
  return left <= month && wasAsked(month) ? { kind: 'month', left } : null;
};
