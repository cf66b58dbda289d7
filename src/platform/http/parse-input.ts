import type { z } from 'zod';
import { Problem } from '../problems';

/** Parses what a stranger sent, once. All faults are reported together, by field name; values are never echoed. */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.flatMap(fieldsOf))];
  throw new Problem('http.invalid-input', 'invalid', { fields: fields.join(', '), count: fields.length });
};

const fieldsOf = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map(shorten) : [shorten(issue.path.join('.'))];

const shorten = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
