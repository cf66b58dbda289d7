import { capitalised, type Translator } from '../../platform/i18n';
import { CRITERIA, DIMENSIONS } from '../evaluations/domain';
import { TONES, WORK_STATES } from './domain';
import { optionsOf, type Field } from './form-fields';
import type { WordsForm } from './inputs';
import { criterionName } from './present-labels';
import { LONGEST, type WordsFault } from './read-words';

const OWN = 'own';

/** The words of a finding as fields of its form, those that must be mended with their sentence. */
export const wordFields = (
  form: WordsForm,
  faults: readonly WordsFault[],
  translator: Translator,
): readonly Field[] => {
  const { t, format } = translator;
  const errorOf = (name: string): string | null => {
    const fault = faults.find(({ field }) => field === name);
    return fault === undefined ? null : t(`findings:fault.${name}.${fault.kind}`, { most: format.integer(fault.most) });
  };
  const field = (name: keyof WordsForm, hasHint = false) => ({
    name,
    label: t(`findings:field.${name}.label`),
    hint: hasHint ? t(`findings:field.${name}.hint`) : null,
    error: errorOf(name),
  });
  return [
    { ...field('tytul', true), kind: 'lines', value: form.tytul, longest: LONGEST.tytul },
    { ...field('tresc', true), kind: 'lines', value: form.tresc, longest: LONGEST.tresc },
    {
      ...field('wymiar'),
      kind: 'boxes',
      options: optionsOf(DIMENSIONS, form.wymiar, (code) => capitalised(t(`conclusions:dimension.${code}`))),
      empty: null,
    },
    {
      ...field('kryterium'),
      kind: 'select',
      options: optionsOf(['', ...CRITERIA, OWN], [form.kryterium], (code) => criterionText(code, translator)),
      empty: null,
    },
    { ...field('wlasne', true), kind: 'text', value: form.wlasne, longest: LONGEST.wlasne },
    {
      ...field('ton'),
      kind: 'radios',
      options: optionsOf(TONES, [form.ton], (code) => t(`conclusions:tone.${code}`)),
      empty: null,
    },
    {
      ...field('stan', true),
      kind: 'radios',
      options: optionsOf(WORK_STATES, [form.stan], (code) => t(`conclusions:state.${code}`)),
      empty: null,
    },
  ];
};

const criterionText = (code: string, translator: Translator): string => {
  if (code === '' || code === OWN) return translator.t(`findings:field.kryterium.${code === OWN ? 'own' : 'none'}`);
  const listed = CRITERIA.find((one) => one === code);
  return listed === undefined ? code : criterionName({ kind: 'listed', code: listed }, translator);
};

export const errorsIn = (fields: readonly Field[]): readonly { readonly href: string; readonly text: string }[] =>
  fields.flatMap(({ name, error }) => (error === null ? [] : [{ href: `#p-${name}`, text: error }]));
