import { z } from 'zod';
import { isUuid } from '../../../platform/ids';
import { SILENCE_RULES } from '../domain';

/** Longer than any text may be: what is too long is said beside the field, with the text kept. */
const typed = z
  .string()
  .max(100_000)
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
const token = z.string().max(300);
const count = z.coerce.number().int().min(0).max(1_000_000);

/** Notes of the discussion come as `dyskusja-W5`. */
export const DISCUSSION = 'dyskusja-W';
export const wordsForm = z
  .object({ _csrf: token, rewizja: count, uwagi: typed, nastepne: typed, sporzadzil: typed })
  .catchall(typed);
export type WordsForm = z.output<typeof wordsForm>;

export const sendForm = z.strictObject({
  _csrf: token,
  klucz: z.string().refine(isUuid),
  rewizja: count,
  do: typed,
  milczenie: z.enum(SILENCE_RULES).default('consents'),
  zmiany: typed,
});
export type SendForm = z.output<typeof sendForm>;

export const closeForm = z.strictObject({ _csrf: token, rewizja: count });
export const resendForm = z.strictObject({ _csrf: token, osoba: z.string().max(200) });

export const answerForm = z.strictObject({
  _csrf: token,
  osoba: z.string().max(200),
  wersja: count,
  rewizja: count,
  wynik: z.enum(['tak', 'nie']).optional(),
  odpowiedz: typed,
});
export type AnswerForm = z.output<typeof answerForm>;

const voice = { wersja: count, glos: z.enum(['zatwierdzam', 'uwaga']).default('uwaga'), uwaga: typed };
/** Of people without an account: no form token. */
export const personForm = z.strictObject(voice);
export const accountForm = z.strictObject({ _csrf: token, ...voice });
export const recordForm = z.strictObject({ _csrf: token, ...voice, osoba: z.string().max(200).default('') });
export type VoiceForm = z.output<typeof personForm>;

export const pageQuery = z.object({
  podglad: z.string().max(10).optional(),
  zapisano: z.string().max(10).optional(),
});
