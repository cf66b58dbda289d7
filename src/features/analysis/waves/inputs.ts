import { z } from 'zod';
import type { Codebook } from '../domain/variables/codebook';

const code = z.union([z.string().max(500), z.number()]).transform(String);
const text = z.string().max(2_000);

const SCALES = [
  'nominal',
  'ordinal',
  'binary',
  'interval',
  'ratio',
  'count',
  'weight',
  'stratum',
  'cluster',
  'fpc',
  'id',
  'text',
] as const;

const MOST_VARIABLES = 2_000;
const MOST_VALUES = 2_000;

/** The codebook of an external wave, as it is exchanged. Unknown keys are let pass: codebooks carry remarks of their own. */
export const codebookFile = z
  .object({
    dataset: z.string().min(1).max(200),
    title: text.min(1),
    source: text.nullish(),
    frequency_variable: z.string().max(200).nullish(),
    variables: z
      .array(
        z.object({
          name: z.string().min(1).max(200),
          /** R writes a named label as an object with one value. */
          label: z.union([text, z.record(z.string(), text).transform((named) => Object.values(named)[0] ?? '')]),
          type: z.enum(['integer', 'number', 'string']),
          scale: z.enum(SCALES),
          values: z
            .array(z.object({ code, label: text }))
            .max(MOST_VALUES)
            .default([]),
          missing_codes: z.array(code).max(MOST_VALUES).default([]),
        }),
      )
      .min(1)
      .max(MOST_VARIABLES),
  })
  .transform(
    ({ frequency_variable: frequencyVariable = null, source = null, variables, dataset, title }): Codebook => ({
      dataset,
      title,
      source,
      frequencyVariable,
      variables: variables.map(({ missing_codes: missingCodes, label, ...rest }) => ({
        ...rest,
        label: label === '' ? rest.name : label,
        missingCodes,
      })),
    }),
  );
