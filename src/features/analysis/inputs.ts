import { z } from 'zod';
import type { ResultsFilter } from './domain';

const code = z
  .string()
  .max(80)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

/** What the address of a results page may say: filters, and which figure as JSON. */
export const resultsQuery = z.strictObject({
  instytucja: code,
  podregion: code,
  typ: code,
  ukonczone: z.enum(['', '1']).default(''),
  figura: z.string().min(1).max(200).optional(),
  format: z.enum(['json', 'html']).optional(),
});

export type ResultsQuery = z.output<typeof resultsQuery>;

export const filterOf = ({ instytucja, podregion, typ, ukonczone }: ResultsQuery): ResultsFilter => ({
  institution: instytucja,
  subregion: podregion,
  clientType: typ,
  completeOnly: ukonczone === '1',
});
