import { capitalised, type Translator } from '../../../platform/i18n';
import type { OpenDataset } from '../../analysis';
import type { RowForm } from './inputs';
import { categoriesOf, findVariable, measuresOf, type Variable } from './read-variables';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** How the number of an indicator is chosen: a variable, then what of it, without scripts. */
export interface NumberChoiceView {
  readonly variables: readonly OptionGroup[];
  /** The variable whose measures and answers are shown; null: none is chosen yet. */
  readonly shown: {
    readonly value: string;
    readonly measures: readonly Option[];
    readonly codes: readonly Option[];
    readonly columns: readonly OptionGroup[];
    readonly weights: readonly Option[];
  } | null;
}

export const presentNumberChoice = (
  datasets: readonly OpenDataset[],
  form: RowForm,
  translator: Translator,
): NumberChoiceView => {
  const at = form.zmienna.indexOf('|');
  const dataset = datasets.find(({ code }) => code === form.zmienna.slice(0, Math.max(0, at)));
  const variable = dataset && findVariable([dataset], { dataset: dataset.code, variable: form.zmienna.slice(at + 1) });
  return {
    variables: datasets.map((one) => ({
      label: one.title,
      options: [...one.set.variables.values()].filter(isCounted).map((candidate) => {
        const value = `${one.code}|${candidate.name}`;
        return { value, text: nameOf(candidate), isChosen: value === form.zmienna };
      }),
    })),
    shown: dataset === undefined || variable === undefined ? null : shownOf(dataset, variable, form, translator),
  };
};

/** What tells of people and not of the evaluation is no indicator. */
const isCounted = ({ kind, origin, level }: Variable): boolean =>
  kind !== 'text' && origin?.kind !== 'dimension' && origin?.kind !== 'weight' && level !== 'weight' && level !== 'id';

const nameOf = ({ name, label }: Variable): string => (name === label ? name : `${name}. ${capitalised(label)}`);

const shownOf = (
  dataset: OpenDataset,
  variable: Variable,
  form: RowForm,
  { t }: Translator,
): NonNullable<NumberChoiceView['shown']> => {
  const measures = measuresOf(variable);
  const chosen = measures.includes(form.miara) ? form.miara : (measures.find((one) => one !== 'udzial') ?? 'udzial');
  const everyone = { value: '', text: t('matrix:form.everyone'), isChosen: form.kolumna === '' };
  const weights = [...dataset.set.variables.values()].filter(
    ({ kind, level, name }) => kind === 'number' && (level === 'weight' || name === form.waga),
  );
  return {
    value: `${dataset.code}|${variable.name}`,
    measures: measures.map((value) => ({ value, text: t(`matrix:measure.${value}`), isChosen: value === chosen })),
    codes: measures.includes('udzial')
      ? categoriesOf(variable).map(({ code, label }) => ({
          value: code,
          text: capitalised(label),
          isChosen: form.kod.includes(code),
        }))
      : [],
    columns: [{ label: '', options: [everyone] }, ...columnsOf(dataset, form, variable)],
    weights: [
      { value: '', text: t('matrix:form.no-weight'), isChosen: form.waga === '' },
      ...weights.map((one) => ({ value: one.name, text: nameOf(one), isChosen: one.name === form.waga })),
    ],
  };
};

/** Groups that everybody belongs to without being asked, those that somebody derived, and the one chosen before. */
const columnsOf = ({ set }: OpenDataset, { kolumna }: RowForm, own: Variable): readonly OptionGroup[] =>
  [...set.variables.values()]
    .filter(
      (variable) =>
        variable.kind === 'category' &&
        variable.sensitive !== true &&
        own.sensitive !== true &&
        variable.name !== own.name &&
        (variable.origin?.kind === 'dimension' ||
          variable.origin?.kind === 'derived' ||
          kolumna.startsWith(`${variable.name}:`)),
    )
    .map((variable) => ({
      label: capitalised(variable.label),
      options: categoriesOf(variable).map(({ code, label }) => ({
        value: `${variable.name}:${code}`,
        text: label,
        isChosen: kolumna === `${variable.name}:${code}`,
      })),
    }));
