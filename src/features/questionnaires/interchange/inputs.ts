import { z } from 'zod';
import { CRITERIA, type Item, type QuestionnaireDefinition } from '../domain';
import { LONGEST_TEXT } from '../domain/plain-text';
import { FORMAT, FORMAT_VERSION } from './json/envelope';

/** Limits of one questionnaire; a file beyond them is refused. */
export const LIMITS = { pages: 200, items: 500, choices: 300, rows: 200, repeatItems: 100, texts: 20_000 } as const;

const CODE_LENGTH = 80;
const LONGEST_EXPRESSION = 2000;
const LARGEST_NUMBER = 1_000_000_000_000;

/** Drafts may hold codes that cannot be published; only what no table and no page could hold is kept out. */
const code = z
  .string()
  .min(1)
  .max(CODE_LENGTH)
  .regex(/^[^\s<>&"'`${}\\]+$/)
  .describe('Stable code: K1, U1b, rola');
const text = z.string().max(LONGEST_TEXT);
const label = z.string().max(2000);
const expression = z
  .string()
  .max(LONGEST_EXPRESSION)
  .describe("Expression of the XLSForm subset: selected(${U1}, 'U1b')");
const number = z.number().min(-LARGEST_NUMBER).max(LARGEST_NUMBER);
const count = z.int().min(0).max(100_000);
const flag = z.literal(true);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const choice = z.strictObject({
  code,
  label,
  value: number.exactOptional(),
  missing: z.literal([97, 98, 99]).exactOptional(),
  exclusive: flag.exactOptional(),
  other: flag.exactOptional(),
});
const choices = z.array(choice).max(LIMITS.choices);

const row = z.strictObject({
  code,
  text: label,
  shownIf: expression.exactOptional(),
  comparisonCode: code.exactOptional(),
});
const rows = z.array(row).max(LIMITS.rows);

const scale = z.enum(['AGREE5', 'SAT5', 'QUAL5', 'IMP5', 'FREQ4', 'YN3', 'CHG5', 'NPS11', 'RANK5']);
const criterion = z.enum(CRITERIA);

/** What every kind of item has. */
const shared = {
  code,
  text,
  hint: text.exactOptional(),
  required: flag.exactOptional(),
  shownIf: expression.exactOptional(),
  comparisonCode: code.exactOptional(),
  criterion: criterion.exactOptional(),
  constraint: expression.exactOptional(),
  constraintText: label.exactOptional(),
  random: flag.exactOptional(),
  sensitive: flag.exactOptional(),
  wording: z.int().min(1).max(10_000).exactOptional(),
  bank: z.strictObject({ code, version: z.int().min(1).max(10_000) }).exactOptional(),
};

const askedKinds = [
  z.strictObject({ kind: z.literal('information'), ...shared, ends: flag.exactOptional() }),
  z.strictObject({
    kind: z.literal('single'),
    ...shared,
    choices,
    scale: scale.exactOptional(),
    appearance: z.literal('minimal').exactOptional(),
  }),
  z.strictObject({ kind: z.literal('multiple'), ...shared, choices, most: count.exactOptional() }),
  z.strictObject({ kind: z.literal('battery'), ...shared, scale: scale.exactOptional(), choices, rows }),
  z.strictObject({ kind: z.literal('scale0to10'), ...shared, lowLabel: label, highLabel: label }),
  z.strictObject({
    kind: z.literal('number'),
    ...shared,
    least: number,
    most: number,
    unit: label.exactOptional(),
    whole: flag.exactOptional(),
    notAbove: code.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('ranking'), ...shared, choices, most: count }),
  z.strictObject({ kind: z.literal('territory'), ...shared, level: z.enum(['gmina', 'powiat']) }),
  z.strictObject({ kind: z.literal('open'), ...shared, longest: count, oneLine: flag.exactOptional() }),
  z.strictObject({
    kind: z.literal('date'),
    ...shared,
    earliest: day.exactOptional(),
    latest: day.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('email'), ...shared }),
  z.strictObject({ kind: z.literal('sum'), ...shared, rows, total: number, unit: label.exactOptional() }),
  z.strictObject({ kind: z.literal('consent'), ...shared, agreeLabel: label, declineLabel: label }),
  z.strictObject({ kind: z.literal('calculated'), ...shared, expression }),
] as const;

const askedItem = z.discriminatedUnion('kind', askedKinds);

/** No block within a block: nesting ends here. */
const repeat = z.strictObject({
  kind: z.literal('repeat'),
  ...shared,
  over: code,
  most: count.exactOptional(),
  items: z.array(askedItem).max(LIMITS.repeatItems),
});

export const itemSchema = z.discriminatedUnion('kind', [...askedKinds, repeat]) satisfies z.ZodType<Item>;

const translationLanguage = z.enum(['en', 'uk', 'pl-etr']);

export const definitionSchema = z.strictObject({
  code,
  version: z.int().min(1).max(100_000),
  locale: z.literal('pl'),
  title: label,
  lead: text,
  minutes: number,
  pages: z
    .array(z.strictObject({ id: code, title: label, items: z.array(itemSchema).max(LIMITS.items) }))
    .max(LIMITS.pages),
  languages: z.array(translationLanguage).max(3).exactOptional(),
  translations: z
    .array(
      z.strictObject({
        language: translationLanguage,
        texts: z.array(z.strictObject({ key: z.string().max(300), from: text, text })).max(LIMITS.texts),
      }),
    )
    .max(3)
    .exactOptional(),
}) satisfies z.ZodType<QuestionnaireDefinition>;

/** A questionnaire as a file. */
export const envelopeSchema = z.strictObject({
  $schema: z.string().max(500).optional(),
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  definition: definitionSchema,
});

export const publishedSchema = (): object => ({
  ...z.toJSONSchema(envelopeSchema, { target: 'draft-7', reused: 'ref' }),
  title: 'Kwestionariusz Ewaluacji ES',
});

/** What is wrong with a definition or its envelope: where, and what kind of fault. */
export interface SchemaFault {
  /** `definition.pages.2.items.0.code` */
  readonly path: string;
  readonly kind: 'unknown-key' | 'schema';
  readonly reason: string;
}

const MOST_FAULTS = 200;

const faultsOf = (issues: readonly z.core.$ZodIssue[]): readonly SchemaFault[] =>
  issues.slice(0, MOST_FAULTS).map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    return {
      path: [...issue.path.map(String), ...keys.slice(0, 1)].join('.'),
      kind: issue.code === 'unrecognized_keys' ? 'unknown-key' : 'schema',
      reason: issue.code,
    };
  });

type Checked = { readonly definition: QuestionnaireDefinition } | { readonly faults: readonly SchemaFault[] };

export const checkEnvelope = (value: unknown): Checked => {
  const parsed = envelopeSchema.safeParse(value);
  return parsed.success ? { definition: parsed.data.definition } : { faults: faultsOf(parsed.error.issues) };
};

export const checkDefinition = (value: unknown): Checked => {
  const parsed = definitionSchema.safeParse(value);
  return parsed.success ? { definition: parsed.data } : { faults: faultsOf(parsed.error.issues) };
};

/** A form with nothing but its token. */
export const bareInput = z.object({ _csrf: z.string() });

export const replaceInput = z.object({ _csrf: z.string(), rewizja: z.coerce.number().int().min(0) });

/** Addresses hold the code, so it is short and plain. */
export const CODE_PATTERN = '[a-z][a-z0-9-]{1,39}';
export const newQuestionnaireInput = z.object({
  _csrf: z.string(),
  kod: z
    .string()
    .trim()
    .regex(new RegExp(`^${CODE_PATTERN}$`))
    .catch(''),
  tytul: z.string().trim().max(300).catch(''),
});
export const filesQuery = z.object({ wczytano: z.string().max(40).optional() });
