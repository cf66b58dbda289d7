import type { Translator } from '../../../../platform/i18n';
import type { Criterion } from '../../../evaluations/domain';

/** Criteria of evaluation in the order of chapters (domain 4.1); those of questionnaires have Polish codes. */
export const CRITERIA_IN_ORDER = [
  'trafnosc',
  'spojnosc',
  'skutecznosc',
  'efektywnosc',
  'uzytecznosc',
  'oddzialywanie',
  'trwalosc',
  'jakosc',
  'preferencje',
] as const;

const OF_LISTED = {
  relevance: 'trafnosc',
  coherence: 'spojnosc',
  effectiveness: 'skutecznosc',
  efficiency: 'efektywnosc',
  utility: 'uzytecznosc',
  impact: 'oddzialywanie',
  sustainability: 'trwalosc',
} as const;

/** The code of a listed criterion, or the name of an own one. */
export const codeOfCriterion = (criterion: Criterion | null): string | null => {
  if (criterion === null) return null;
  return criterion.kind === 'own' ? criterion.name : OF_LISTED[criterion.code];
};

export const nameOfCriterion = (code: string, { t, has }: Translator): string =>
  has(`compose:criterion.${code}`) ? t(`compose:criterion.${code}`) : code;
