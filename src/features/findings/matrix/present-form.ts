import { capitalised, type Translator } from '../../../platform/i18n';
import type { OpenDataset } from '../../analysis';
import { CRITERIA, MATRIX_LIMITS } from '../../evaluations/domain';
import { nameItems } from '../domain';
import type { RowForm } from './inputs';
import { presentNumberChoice, type NumberChoiceView, type Option } from './present-number-choice';
import type { FormFault } from './read-draft';
import type { JudgedMatrix } from './read-judged';
import type { WordedRow } from './word-row';

export interface FormView {
  readonly study: string;
  readonly home: string;
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly fields: RowForm;
  readonly faults: readonly { readonly href: string; readonly text: string }[];
  readonly faultsTitle: string;
  /** First sentence of each field. */
  readonly errorOf: Readonly<Record<string, string>>;
  readonly objectives: readonly Option[];
  readonly criteria: readonly Option[];
  readonly kinds: readonly (Option & { readonly hint: string })[];
  readonly number: NumberChoiceView;
  readonly comparisons: readonly Option[];
  readonly items: readonly ItemGroup[];
  /** Nothing is chosen yet: the lists stand open. */
  readonly areItemsOpen: boolean;
  readonly isApproved: boolean;
  readonly conflict: ConflictView | null;
  readonly limits: typeof MATRIX_LIMITS;
}

/** What somebody else has saved meanwhile; `theirs` is null when it was removed. */
export interface ConflictView {
  readonly title: string;
  readonly text: string;
  readonly theirs: WordedRow | null;
}

export interface ItemGroup {
  readonly title: string;
  readonly chosen: string;
  readonly options: readonly (Option & { readonly code: string })[];
}

export interface ShownForm {
  /** Absent for a new question. */
  readonly number: number | null;
  readonly action: string;
  readonly back: string;
  readonly form: RowForm;
  readonly faults: readonly FormFault[];
  readonly conflict: ConflictView | null;
}

/** The matrix that a form belongs to: its objectives, questionnaires and approval. */
export type FormSetting = Pick<JudgedMatrix, 'evaluation' | 'matrix' | 'questionnaires'> & {
  readonly datasets: readonly OpenDataset[];
};

export const presentForm = (setting: FormSetting, shown: ShownForm, translator: Translator): FormView => {
  const { t } = translator;
  const { evaluation, matrix } = setting;
  const { form, number } = shown;
  const faults = shown.faults.map(({ field, sentence, details }) => ({
    field,
    href: `#${field}`,
    text: t(`matrix:fault.${sentence}`, details),
  }));
  return {
    study: evaluation.id,
    home: `/badania/${evaluation.id}/matryca`,
    action: shown.action,
    back: shown.back,
    title: number === null ? t('matrix:form.new') : t('matrix:form.edit', { number }),
    fields: form,
    faults,
    faultsTitle: t('matrix:form.errors', { count: faults.length }),
    errorOf: Object.fromEntries(faults.toReversed().map(({ field, text }) => [field, text])),
    objectives: [
      { value: '', text: t('matrix:form.no-objective'), isChosen: form.cel === '' },
      ...matrix.objectives.map((text, at) => ({ value: String(at), text, isChosen: form.cel === String(at) })),
    ],
    criteria: [
      ...CRITERIA.map((code) => ({
        value: code,
        text: t(`matrix:criterion.${code}`),
        isChosen: form.kryterium === code,
      })),
      { value: 'wlasne', text: t('matrix:form.own'), isChosen: isOwn(form) },
    ],
    kinds: (
      [
        ['liczba', 'number'],
        ['wpisany', 'typed'],
        ['slowa', 'words'],
      ] as const
    ).map(([value, name]) => ({
      value,
      text: t(`matrix:form.kind-${name}`),
      hint: t(`matrix:form.kind-${name}-hint`),
      isChosen: form.rodzaj === value,
    })),
    number: presentNumberChoice(setting.datasets, form, translator),
    comparisons: (['at-least', 'at-most'] as const).map((value) => ({
      value,
      text: t(`matrix:form.${value}`),
      isChosen: form.kierunek === value,
    })),
    items: itemGroups(setting, form, translator),
    areItemsOpen: form.pozycja.length === 0 && number !== null,
    isApproved: matrix.approved !== null && number !== null,
    conflict: shown.conflict,
    limits: MATRIX_LIMITS,
  };
};

const isOwn = ({ kryterium }: RowForm): boolean => CRITERIA.every((code) => code !== kryterium);

/** Every item of every questionnaire, and those of the row that are in none. */
const itemGroups = (
  { questionnaires }: Pick<FormSetting, 'questionnaires'>,
  { pozycja }: RowForm,
  { t }: Translator,
): readonly ItemGroup[] => {
  const shown = new Set<string>();
  const groups = questionnaires.map(({ letter, title, places }) => {
    const options = places.map(({ questionnaire, item, code, wording }) => {
      const value = `${questionnaire}|${code}`;
      const whole = `${questionnaire}|${item}`;
      shown.add(value).add(whole);
      const isChosen = pozycja.includes(value) || pozycja.includes(whole);
      return { value, code, text: capitalised(wording), isChosen };
    });
    return groupOf(t('matrix:assign-form.questionnaire', { letter, title }), options, t);
  });
  const strange = pozycja
    .filter((value) => !shown.has(value))
    .map((value) => ({ value, code: value.replace('|', ': '), text: '', isChosen: true }));
  return strange.length === 0 ? groups : [...groups, groupOf(t('matrix:form.gone'), strange, t)];
};

const groupOf = (title: string, options: ItemGroup['options'], t: Translator['t']): ItemGroup => {
  const chosen = nameItems(options.filter(({ isChosen }) => isChosen).map(({ code }) => code)).join(', ');
  return {
    title,
    chosen: t('matrix:form.chosen', { items: chosen === '' ? t('matrix:form.none-chosen') : chosen }),
    options,
  };
};
