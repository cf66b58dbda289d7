import type { PrioritiesQuery } from './inputs';

/** The page's address with some of its state changed; what is empty or ordinary is left out. */
export const addressOf = (
  path: string,
  query: PrioritiesQuery,
  change: Partial<Omit<PrioritiesQuery, 'format'>> & { readonly format?: string } = {},
): string => {
  const { zbior, instytucja, waga, filtr, widok, wynik, czynniki, format } = {
    ...query,
    format: undefined,
    ...change,
  };
  const pairs = [
    ['zbior', zbior],
    ['widok', widok === 'mapa' ? '' : widok],
    ['instytucja', instytucja],
    ['waga', waga],
    ...filtr.map(({ variable, codes }) => ['filtr', `${variable}:${codes.join(',')}`]),
    ['wynik', wynik],
    ['czynniki', czynniki.join(',')],
    ['format', format ?? ''],
  ].filter(([, value]) => value !== '');
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
};
