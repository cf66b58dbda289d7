import type { Quarter } from './recommendation';

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;

/** Calendar day by which what is due in a quarter is to be done: `2027-03-31`. */
export const lastDayOf = ({ year, quarter }: Quarter): string =>
  `${String(year).padStart(4, '0')}-${LAST_DAYS[quarter - 1] ?? LAST_DAYS[3]}`;

/** The quarter that a calendar day is in. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
});

/** The quarter that comes so many after another. */
export const quartersAfter = ({ year, quarter }: Quarter, count: number): Quarter => {
  const total = year * 4 + (quarter - 1) + count;
  return { year: Math.floor(total / 4), quarter: (((total % 4) + 4) % 4) + 1 };
};
