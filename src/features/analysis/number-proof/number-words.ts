import type { Translator } from '../../../platform/i18n';
import type { NumberProof } from './read-number';

/** A number as people write it. */
export const worded = (value: number, { wanted: { measure } }: NumberProof, { format }: Translator): string => {
  if (measure === 'srednia' || measure === 'mediana') return format.decimal(value, 2);
  return measure === 'nps' ? format.integer(Math.round(value)) : format.percent(value);
};

/** „15–30 dni” lub „ponad 30 dni” */
export const answersOf = ({ variable, wanted: { row } }: NumberProof, { t }: Translator): string => {
  const categories = variable.kind === 'category' || variable.kind === 'set' ? variable.categories : [];
  const labels = categories.filter(({ code }) => row.codes.includes(code)).map(({ label }) => label);
  return labels.map((label) => t('number-proof:answer', { label })).join(t('number-proof:or'));
};
