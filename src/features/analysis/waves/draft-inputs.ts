import { z } from 'zod';
import { MODES, RECRUITMENTS } from '../domain/changes';

/** A form with nothing but its token. */
export const bareInput = z.object({ _csrf: z.string() });

/** Fields named by their place, `k12`; only those that stood on the page come back. */
const placed = (prefix: string) => z.string().regex(new RegExp(`^${prefix}\\d{1,4}(-\\d{1,4})?$`));

const stepOf = { _csrf: z.string(), rewizja: z.coerce.number().int().min(1), krok: z.enum(['dalej', 'zapisz']) };

const choice = z.string().max(600);

/** Step 2: what becomes of columns (`k`) and of cells that cannot be read (`p`). */
export const matchingInput = z
  .object({ ...stepOf, kwestionariusz: z.string().max(80).optional() })
  .catchall(choice)
  .transform(({ rewizja, krok, kwestionariusz, _csrf, ...rest }) => ({
    revision: rewizja,
    isDone: krok === 'dalej',
    questionnaire: kwestionariusz ?? null,
    columns: placedIn(rest, 'k'),
    problems: placedIn(rest, 'p'),
  }));

/** Step 3: decisions (`d`), their reasons (`u`) and answers turned into ours (`r<column>-<answer>`). */
export const comparabilityInput = z
  .object(stepOf)
  .catchall(choice)
  .transform(({ rewizja, krok, _csrf, ...rest }) => ({
    revision: rewizja,
    isDone: krok === 'dalej',
    decisions: placedIn(rest, 'd'),
    reasons: placedIn(rest, 'u'),
    recodings: placedIn(rest, 'r'),
  }));

const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .refine((text) => text === '' || !Number.isNaN(Date.parse(text)))
  .transform((text) => (text === '' ? null : text))
  .catch(null);

export const fieldworkFields = {
  tryb: z.enum(MODES).nullable().catch(null).default(null),
  dobor: z.enum(RECRUITMENTS).nullable().catch(null).default(null),
  od: day.default(null),
  do: day.default(null),
};

/** Step 4: how the wave is called and how it was done. */
export const approvalInput = z.object({
  ...stepOf,
  krok: z.enum(['zatwierdz', 'zapisz']),
  tytul: z.string().trim().max(300).catch(''),
  kod: z.string().trim().max(60).catch(''),
  zrodlo: z.string().trim().max(1_000).catch(''),
  ...fieldworkFields,
});

export const CODE_PATTERN = '[a-z0-9][a-z0-9_\\-]{0,59}';

export const columnsQuery = z.object({
  kolumny: z.enum(['wszystkie', 'sprawdz']).optional(),
  strona: z.coerce.number().int().min(1).max(100).default(1).catch(1),
  zapisano: z.enum(['1']).optional(),
  format: z.enum(['json', 'html']).optional(),
});

export const listQuery = z.object({
  dodano: z.string().max(80).optional(),
  usunieto: z.string().max(300).optional(),
  zapisano: z.enum(['1']).optional(),
  odrzucono: z.enum(['1']).optional(),
  format: z.enum(['json', 'html']).optional(),
});

type Placed = ReadonlyMap<string, string>;

/** `12` or `12-3` → what was chosen there. */
const placedIn = (fields: Readonly<Record<string, unknown>>, prefix: string): Placed =>
  new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      placed(prefix).safeParse(name).success && typeof value === 'string' ? [[name.slice(1), value] as const] : [],
    ),
  );

export type MatchingInput = z.output<typeof matchingInput>;
export type ComparabilityInput = z.output<typeof comparabilityInput>;
export type ApprovalInput = z.output<typeof approvalInput>;
