import type { Translator } from '../../../platform/i18n';
import { faultSentence, type DefinitionFault } from '../domain';
import type { Remark } from '../domain/proof';

/** What is wrong or could be better, and what to do, in a sentence. */
export const remarkSentence = ({ t }: Translator, { kind, details }: Remark): string => {
  if (kind === 'fault') return faultSentence(t, faultOf(details));
  const language = details['language'] === undefined ? {} : { language: t(`proof:language.${details['language']}`) };
  return t(`proof:remark.${kind}`, { ...details, ...language });
};

const faultOf = ({ fault, code, character, ...details }: Remark['details']): DefinitionFault => ({
  code: code === undefined ? null : String(code),
  kind: fault as DefinitionFault['kind'],
  details,
  ...(typeof character === 'number' ? { character } : {}),
});
