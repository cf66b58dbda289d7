import { z } from 'zod';
import { isUuid, type SubmissionId } from '../../platform/ids';
import type { CompiledVersion, FormFields } from '../questionnaires/domain';
import type { Step } from './answer-page';
import type { RequestPurpose } from './domain';

const oneText = z.string();
/** A field and its empty marker may come together; two answers where one belongs may not. */
const oneTextAndMarkers = z
  .array(z.string())
  .transform((texts) => texts.filter((text) => text !== ''))
  .refine((texts) => texts.length <= 1)
  .transform(([text = '']) => text);
const severalTexts = z.array(z.string()).max(200);

const controls = {
  /** The submission id, made by the server with the first page. A mangled one counts as absent. */
  zgloszenie: z.string().max(100).optional(),
  /** Read before anything else, see `wishIn`. */
  wersja: z.string().max(100).optional(),
  jezyk: z.string().max(20).optional(),
  /** Codes of the texts that end the questionnaire and that the form held. */
  koniec: z.union([oneText, severalTexts]).optional(),
  akcja: z.enum(['wstecz', 'pozniej', 'zapisz']).optional(),
  ruch: z
    .string()
    .regex(/^[A-Za-z][\w-]{0,60}:(add|remove|up|down):[\w-]{1,60}$/)
    .optional(),
};

const makePostedForm = ({ fields }: CompiledVersion) =>
  z.strictObject({
    ...Object.fromEntries(
      fields.map(({ code, kind }) => [
        code,
        z.union(kind === 'multiple' ? [oneText, severalTexts] : [oneText, oneTextAndMarkers]).optional(),
      ]),
    ),
    ...controls,
  });

const postedForms = new WeakMap<CompiledVersion, ReturnType<typeof makePostedForm>>();

/** What a form of this version may post: its own fields and our controls, nothing else. Made once per version. */
export const postedForm = (version: CompiledVersion): ReturnType<typeof makePostedForm> => {
  const known = postedForms.get(version);
  if (known !== undefined) return known;
  const made = makePostedForm(version);
  postedForms.set(version, made);
  return made;
};

export interface PostedControls {
  readonly endsShown: readonly string[];
  readonly step: Step;
  readonly fields: FormFields;
}

export const toControls = ({
  zgloszenie: _id,
  wersja: _version,
  jezyk: _language,
  koniec = [],
  akcja,
  ruch,
  ...fields
}: z.output<ReturnType<typeof makePostedForm>>): PostedControls => ({
  step: toStep(akcja, ruch),
  fields,
  endsShown: [koniec].flat(),
});

const STEPS = { wstecz: 'back', pozniej: 'later', zapisz: 'keep' } as const;

const toStep = (akcja: keyof typeof STEPS | undefined, ruch: string | undefined): Step => {
  if (akcja !== undefined) return { kind: STEPS[akcja] };
  if (ruch === undefined) return { kind: 'next' };
  const [field = '', kind = '', code = ''] = ruch.split(':');
  return { kind: 'move', field, move: { kind: kind as 'add' | 'remove' | 'up' | 'down', code } };
};

export const submissionIdIn = (text: unknown): SubmissionId | undefined =>
  isUuid(text) ? (text as SubmissionId) : undefined;

/** Page number in an address, from 1; undefined when it is none of the version's. */
export const pageNumberIn = (text: string, { pages }: CompiledVersion): number | undefined => {
  const number = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= pages.length ? number : undefined;
};

const RETURN_CODE = /^[0-9A-Z]{8}$/;

/** A return code as people type it: small letters, spaces and a missing dash are fine. */
export const returnCodeIn = (text: string): string | undefined => {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return RETURN_CODE.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
};

export const codeForm = z.strictObject({ kod: z.string().max(100).default(''), jezyk: controls.jezyk });

export const resultsForm = z.strictObject({
  email: z.string().max(1_000).default(''),
  cel: z.enum(['wyniki', 'rozmowa']),
  zgloszenie: controls.zgloszenie,
  jezyk: controls.jezyk,
});

export const purposeIn = (cel: 'wyniki' | 'rozmowa'): RequestPurpose => (cel === 'wyniki' ? 'results' : 'interview');

const emailAddress = z.email().max(254);

/** An e-mail address in small letters; undefined when it cannot be one. */
export const emailIn = (text: string): string | undefined => emailAddress.safeParse(text.trim().toLowerCase()).data;
