/** A number as people type it: `75%`, `4,2`, `−12`, `1 250`; null: none was typed; undefined: what was typed is no number. */
export const readAmount = (
  typed: string,
): { readonly value: number; readonly isPercent: boolean } | null | undefined => {
  const text = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (text === '') return null;
  const [, number, percent] = /^([+-]?\d{1,12}(?:\.\d{1,10})?)(%?)$/.exec(text) ?? [];
  return number === undefined ? undefined : { value: Number(number), isPercent: percent === '%' };
};

const FULL = 100;

/** A share as people type it: `75%` and `75` are 0.75, and so is `0,75`. */
export const readShare = (typed: string): number | null | undefined => {
  const amount = readAmount(typed);
  if (amount == null) return amount;
  const isShare = !amount.isPercent && /[.,]/.test(typed) && Math.abs(amount.value) <= 1;
  return isShare ? amount.value : amount.value / FULL;
};
