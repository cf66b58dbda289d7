const DAY_MS = 86_400_000;

/** Days since 1970 of a real day such as `2026-11-21`; null for anything else. */
export const dayNumber = (text: string): number | null => {
  const parts = text.length === 10 ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  // February 30 would be March 2, and the year 26 would be 1926.
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? time / DAY_MS : null;
};

export const isDay = (text: string): boolean => dayNumber(text) !== null;

/** `21.11.2026`, `1.2.2026`, `21/11/2026`, `2026-11-21`: a day as people in Poland write it; null when there is none. */
export const readDay = (text: string): string | null => {
  const plain = text.replace(/\s/g, '').replace(/r\.?$/, '');
  const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain);
  const day =
    written === null
      ? plain
      : `${written[3] ?? ''}-${(written[2] ?? '').padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`;
  return isDay(day) ? day : null;
};

/** As printed in tables: `21.11.2026`. */
export const printDay = (day: string): string => day.split('-').reverse().join('.');
