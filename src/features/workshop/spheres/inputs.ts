import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { SPHERE_VERDICTS } from '../domain';

const MOST_READ = 20_000;
const MOST_AREAS = 300;
const text = z
  .string()
  .max(MOST_READ)
  .default('')
  .transform((value) => value.replaceAll('\r\n', '\n').trim());
const code = z.string().max(40);
const several = z.union([code.transform((one) => [one]), z.array(code).max(MOST_AREAS)]).default([]);
const id = z.string().refine(isUuid);

export const decisionForm = z.object({
  id,
  /** The decision that the form was drawn from; empty: the sphere had none. */
  poprzednia: z.union([z.literal(''), id]).default(''),
  decyzja: z.enum(['', ...SPHERE_VERDICTS]).default(''),
  powod: text,
  zasieg: z.enum(['region', 'obszary']).default('region'),
  obszar: several,
  od: text,
  do: text,
  spotkanie: z.string().max(6).default(''),
});
export type DecisionForm = z.output<typeof decisionForm>;

export const publishForm = z.object({
  id,
  stan: z.string().max(100),
  spotkanie: z.string().max(6).default(''),
  potwierdzam: z.enum(['', '1']).default(''),
});
