import type { Recommendation } from '../../../findings';
import type { Composing } from '../composing';

/** Institutions by their short names; on a scorecard only its own. */
export const addresseesText = ({ addressees }: Recommendation, { evaluation, wanted }: Composing): string => {
  const own = wanted.report.institution;
  const names = addressees
    .filter((one) => own === null || (one.kind === 'institution' && one.code === own))
    .map((one) =>
      one.kind === 'other'
        ? one.name
        : (evaluation.institutions.find(({ code }) => code === one.code)?.shortName ?? one.code),
    );
  return names.length === 0 ? '–' : names.join(', ');
};

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `I kwartał 2027`. */
export const dueText = ({ due }: Recommendation, { translator: { t } }: Composing): string =>
  due === null ? '–' : t('compose:recommendations.quarter', { quarter: ROMAN[due.quarter - 1] ?? '', year: due.year });
