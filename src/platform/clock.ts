/** Time as an argument, so that tests and demonstrations can choose it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export const fixedClock = (at: Date): Clock => ({ now: () => new Date(at) });

const polishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' });

/** Calendar day in Poland, `2026-11-18`: what answers carry instead of a time of day. */
export const dayOf = (at: Date): string => polishDay.format(at);

/** Whole days from one calendar day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The calendar day so many days later (or earlier). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const polishClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Warsaw',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const offsetAt = (at: number): number => Date.parse(`${polishClock.format(at).replace(' ', 'T')}Z`) - at;

/** The moment at which clocks in Poland show this: `2026-12-10`, `10:00`. */
export const momentOf = (day: string, time: string): Date => {
  const shown = Date.parse(`${day}T${time.padStart(5, '0')}:00Z`);
  return new Date(shown - offsetAt(shown - offsetAt(shown)));
};
