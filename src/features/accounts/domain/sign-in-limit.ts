/** Wrong passwords allowed for one address before it waits. */
export const ATTEMPTS_ALLOWED = 5;

/** How long after the first wrong password the counting starts anew. */
export const WINDOW_MS = 15 * 60_000;

/** One more try for an address: its number in the current window, and when that window ends. */
export interface Attempt {
  readonly number: number;
  readonly windowEndsAt: Date;
}

export const isBeyondLimit = (attempt: Attempt): boolean => attempt.number > ATTEMPTS_ALLOWED;

export const attemptsLeft = (attempt: Attempt): number => Math.max(0, ATTEMPTS_ALLOWED - attempt.number);
