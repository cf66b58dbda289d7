/** In what words pages speak: the staff's two languages, and two more for respondents. `pl-etr` is Polish, easy to read. */
export type Locale = 'pl' | 'en' | 'uk' | 'pl-etr';

/** Numbers and dates as people of one locale write them. Rounding is half up, on the decimal digits of the number. */
export interface Format {
  /** 12480 → `12 480`. */
  readonly integer: (value: number) => string;
  /** 4.305 → `4,31`. */
  readonly decimal: (value: number, digits?: number) => string;
  /** A share in [0, 1] → `76%`. */
  readonly percent: (share: number, digits?: number) => string;
  /** 34 → `+34`, -3 → `−3`. */
  readonly signed: (value: number, digits?: number) => string;
  /** `2026-11-18` → `18 listopada 2026`. */
  readonly day: (day: string) => string;
  /** `2026-11-18` → `18 listopada`. */
  readonly dayOfMonth: (day: string) => string;
  /** `2026-11-18` → `18.11.2026`. */
  readonly shortDay: (day: string) => string;
  /** `2026-11-18` → `środa`. */
  readonly weekday: (day: string) => string;
  /** A moment → `14:32`, Polish time. */
  readonly time: (at: Date) => string;
}

const TAGS: Readonly<Record<Locale, string>> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA', 'pl-etr': 'pl-PL' };

const trueMinus = (text: string): string => text.replace('-', '−');

/** One `Intl` object per pattern: making them is slow, using them is not. */
const numbers = (locale: Locale) => {
  const known = new Map<string, Intl.NumberFormat>();
  return (value: number, options: Intl.NumberFormatOptions): string => {
    const pattern = JSON.stringify(options);
    const format = known.get(pattern) ?? new Intl.NumberFormat(TAGS[locale], options);
    known.set(pattern, format);
    return trueMinus(format.format(value));
  };
};

const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

export const createFormat = (locale: Locale): Format => {
  const number = numbers(locale);
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', ...options });
    return (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  };
  const clockTime = new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    integer: (value) => number(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 2) => number(value, fixed(digits)),
    percent: (share, digits = 0) => number(share, { style: 'percent', ...fixed(digits) }),
    signed: (value, digits = 0) => number(value, { ...fixed(digits), signDisplay: 'exceptZero' }),
    day: days({ day: 'numeric', month: 'long', year: 'numeric' }),
    dayOfMonth: days({ day: 'numeric', month: 'long' }),
    shortDay: days({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    weekday: days({ weekday: 'long' }),
    time: (at) => clockTime.format(at),
  };
};
