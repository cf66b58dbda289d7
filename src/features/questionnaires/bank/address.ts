import type { BankView } from './inputs';

export const HOME = '/bank-pytan';

/** The page of the bank with this search, choice and target: the state is the address. */
export const addressOf = (view: Partial<BankView>, path = HOME): string => {
  const query = parametersOf(view).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** What narrows the list, apart from the module. */
export const NARROWING = ['q', 'kryterium', 'skala', 'dla'] as const;

export const isNarrowed = (view: BankView): boolean => NARROWING.some((name) => (view[name] ?? '') !== '');

const parametersOf = (view: Partial<BankView>): URLSearchParams => {
  const parameters = new URLSearchParams();
  for (const name of [...NARROWING, 'modul', 'kwestionariusz', 'miejsce'] as const) {
    const value = view[name];
    if (value !== undefined && value !== '') parameters.set(name, value);
  }
  for (const code of view.poz ?? []) parameters.append('poz', code);
  return parameters;
};
