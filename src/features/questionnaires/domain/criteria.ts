import type { Criterion } from './definition';

/** Evaluation criteria in the order of lists. */
export const CRITERIA = [
  'trafnosc',
  'spojnosc',
  'skutecznosc',
  'efektywnosc',
  'uzytecznosc',
  'oddzialywanie',
  'trwalosc',
  'jakosc',
  'preferencje',
  'profil',
] as const satisfies readonly Criterion[];
