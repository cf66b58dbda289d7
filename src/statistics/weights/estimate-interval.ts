import { zCritical } from '../distributions/normal';
import { tCritical } from '../distributions/student-t';
import type { Interval } from '../interval';

/** estimate ± t · se with the design's degrees of freedom; null without se or df. */
export const tInterval = (estimate: number, se: number | null, df: number, confidence: number): Interval | null => {
  if (se === null || df < 1) return null;
  return around(estimate, tCritical(confidence, df) * se);
};

/** estimate ± z · se; null without se. */
export const zInterval = (estimate: number, se: number | null, confidence: number): Interval | null =>
  se === null ? null : around(estimate, zCritical(confidence) * se);

const around = (middle: number, half: number): Interval => ({ low: middle - half, high: middle + half });
