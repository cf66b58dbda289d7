import type { Answer, AnswerSheet } from '../../questionnaires/domain';

/** Questions that name the institution a whole response is about: `K2` of the questionnaire for clients of OWES. */
export const INSTITUTION_FIELD = 'K2';

/** The questionnaire whose every response is about the ROPS. */
export const ROPS_QUESTIONNAIRE = 'rops-partners';

/** Questions that ask for consent to an interview. */
const CONSENT_FIELDS = ['Z5', 'R34'];
const YES: Answer = '1';

export const agreesToInterview = (answers: AnswerSheet): boolean =>
  CONSENT_FIELDS.some((code) => answers[code] === YES);
