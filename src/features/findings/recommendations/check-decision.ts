import type { Translator } from '../../../platform/i18n';
import type { ImplementationStatus } from '../domain';
import { LONGEST } from './check-words';
import { tidy } from './inputs';
import { needsReason } from './policy';
import type { DecisionTyped } from './present-one';

/** A decision as it was sent: what is missing is said beside its field, what was typed stays. */
export const checkDecision = (
  form: { readonly stanowisko: ImplementationStatus | null; readonly uzasadnienie: string },
  { t, format }: Pick<Translator, 't' | 'format'>,
): DecisionTyped => {
  const { stanowisko: status } = form;
  const reason = tidy(form.uzasadnienie);
  const isMissing = status !== null && needsReason(status) && reason === '';
  const isLong = reason.length > LONGEST.reason;
  const long = { longest: format.integer(LONGEST.reason), length: format.integer(reason.length) };
  return {
    status,
    reason,
    isOvertaken: false,
    errors: {
      ...(status === null ? { stanowisko: t('recommendations:issue.decision-missing') } : {}),
      ...(isMissing ? { uzasadnienie: t('recommendations:issue.reason-missing') } : {}),
      ...(isLong ? { uzasadnienie: t('recommendations:issue.too-long', long) } : {}),
    },
  };
};
