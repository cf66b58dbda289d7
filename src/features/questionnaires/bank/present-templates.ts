import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import { compileVersion, type QuestionnaireDefinition } from '../domain';
import { materialise, TEMPLATES } from '../templates';
import type { OptionView } from './present-bank';

export interface TemplateView {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** "28 pozycji, 57 wierszy, około 12 minut". */
  readonly size: string;
  readonly languages: string;
  readonly download: string;
}

/** Any two names: the templates are measured with the OWES that every evaluation has. */
const TWO_OWES = [
  { code: 'owes-1', name: 'OWES 1' },
  { code: 'owes-2', name: 'OWES 2' },
];

export const presentTemplates = (translator: Translator): readonly TemplateView[] =>
  TEMPLATES.map(({ name, description, definition }) => {
    const ready = materialise(definition, { owes: TWO_OWES });
    return {
      code: definition.code,
      name,
      description,
      size: sizeOf(translator, ready),
      languages: ['pl', ...(ready.languages ?? [])].map((each) => translator.t(`bank:language.${each}`)).join(', '),
      download: `/bank-pytan/szablony/${definition.code}.json`,
    };
  });

const sizeOf = ({ t }: Translator, definition: QuestionnaireDefinition): string => {
  const { items, fields } = compileVersion(definition);
  return t('bank:templates.size', {
    items: t('bank:items', { count: items.length }),
    rows: t('bank:choice.rows', { count: fields.filter(({ kind }) => kind !== 'other-text').length }),
    time: t('bank:choice.minutes', { count: definition.minutes }),
  });
};

export const evaluationOptions = (
  evaluations: readonly Evaluation[],
  chosen: string | undefined,
): readonly OptionView[] => evaluations.map(({ id, title }) => ({ value: id, text: title, isChosen: id === chosen }));
