import { z } from 'zod';
import type { ResultsFilter } from './domain';

const code = z
  .string()
  .max(80)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

/** `owes-clients.U4:b`: a question of the page and one of its answers. */
const answer = z
  .string()
  .max(200)
  .regex(/^(?:[^:]+:.+)?$/u)
  .default('')
  .transform((text) => {
    const at = text.indexOf(':');
    return text === '' ? null : { question: text.slice(0, at), choice: text.slice(at + 1) };
  });

/** What the address of a results page may say: filters, and which figure as JSON. */
export const resultsQuery = z.strictObject({
  instytucja: code,
  podregion: code,
  typ: code,
  ukonczone: z.enum(['', '1']).default(''),
  wybor: answer,
  figura: z.string().min(1).max(200).optional(),
  format: z.enum(['json', 'html']).optional(),
});

export type ResultsQuery = z.output<typeof resultsQuery>;

export const filterOf = ({ instytucja, podregion, typ, ukonczone, wybor }: ResultsQuery): ResultsFilter => ({
  institution: instytucja,
  subregion: podregion,
  clientType: typ,
  completeOnly: ukonczone === '1',
  answer: wybor,
});
