import { capitalised, type Translator } from '../../../platform/i18n';
import { columnSpecOf } from '../domain/tables';
import type { Variable } from '../domain/variables/variable';
import { VALUES, type TableForm } from './inputs';
import { parametersOf, tableAddress, type Parameter } from './table-address';
import type { ReadTable } from './read-table';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** A list of boxes behind a summary that says what is ticked. */
export interface Picker {
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Long lists can be searched. */
  readonly isLong: boolean;
}

export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

export interface Chip {
  readonly text: string;
  readonly label: string;
  readonly address: string;
}

export interface FormView {
  readonly action: string;
  readonly pickers: readonly Picker[];
  readonly choices: readonly Choice[];
  readonly more: readonly Choice[];
  /** State that the form has no field for. */
  readonly kept: readonly Parameter[];
  readonly chips: readonly Chip[];
  readonly clear: string | null;
  /** Variables whose categories can be filtered by, merged or hidden. */
  readonly divisible: readonly Option[];
  /** Categories of the variable chosen. */
  readonly categories: {
    readonly variable: string;
    readonly options: readonly Option[];
    readonly mayFilter: boolean;
  } | null;
}

const LONG = 8;

export const presentForm = (read: ReadTable, form: TableForm, translator: Translator): FormView => {
  const { t } = translator;
  const { set } = read.dataset;
  const all = [...set.variables.values()];
  const rows = [
    ...itemsOf(all, form.wiersze),
    ...all.filter(({ kind }) => kind !== 'text').map((one) => optionOf(one, form.wiersze)),
  ];
  const columns = [
    ...form.kolumny
      .filter((name) => columnSpecOf(name, set).outer !== null)
      .map((name) => ({ value: name, text: nestedName(name, read), isChosen: true })),
    ...all
      .filter(({ kind, sensitive }) => kind === 'category' && sensitive !== true)
      .map((one) => optionOf(one, form.kolumny)),
  ];
  return {
    action: `/badania/${read.evaluation.id}/tabele`,
    pickers: [
      picker('wiersze', rows, translator),
      picker('kolumny', columns, translator),
      picker(
        'wartosci',
        VALUES.map((value) => ({ value, text: t(`tables:values.${value}`), isChosen: form.wartosci.includes(value) })),
        translator,
      ),
    ],
    choices: [choice('test', ['0.05', '0.01', 'bez'], form.test, translator)],
    more: moreOf(read, form, translator),
    kept: parametersOf(form).filter(([name]) => ['filtr', 'polacz', 'ukryj', 'rzetelnosc', 'odwroc'].includes(name)),
    chips: chipsOf(read, form, translator),
    clear:
      form.filtr.length + form.polacz.length + form.ukryj.length === 0
        ? null
        : tableAddress(read.evaluation.id, form, { filtr: [], polacz: [], ukryj: [] }),
    divisible: all
      .filter(({ kind }) => kind === 'category' || kind === 'set')
      .map((one) => optionOf(one, [form.zmienna])),
    categories: categoriesOf(set.variables.get(form.zmienna)),
  };
};

export const optionOf = (variable: Pick<Variable, 'name' | 'label'>, chosen: readonly string[]): Option => ({
  value: variable.name,
  text: nameOf(variable),
  isChosen: chosen.includes(variable.name),
});

/** As people read it: the question with its code, a dimension by its name. */
export const nameOf = ({ name, label }: Pick<Variable, 'name' | 'label'>): string =>
  name === label ? capitalised(label) : `${name}. ${label}`;

/** A battery as a whole, by the code of its item. */
const itemsOf = (variables: readonly Variable[], chosen: readonly string[]): readonly Option[] => {
  const items = new Map<string, string>();
  const names = new Set(variables.map(({ name }) => name));
  for (const { origin } of variables)
    if (origin?.kind === 'item' && origin.row !== null && !names.has(origin.item))
      items.set(origin.item, origin.wording);
  return [...items].map(([value, wording]) => ({
    value,
    text: `${value}. ${wording}`,
    isChosen: chosen.includes(value),
  }));
};

export const nestedName = (name: string, { dataset }: Pick<ReadTable, 'dataset'>): string => {
  const { outer, inner } = columnSpecOf(name, dataset.set);
  return [outer, inner]
    .flatMap((one) => one ?? [])
    .map((one) => nameOf(dataset.set.variables.get(one) ?? { name: one, label: one }))
    .join(' › ');
};

const picker = (name: string, options: readonly Option[], { t }: Translator): Picker => {
  const chosen = options.filter(({ isChosen }) => isChosen);
  const [first] = chosen;
  return {
    name,
    label: t(`tables:field.${name}`),
    summary:
      first === undefined
        ? t(`tables:picker.none.${name}`)
        : chosen.length === 1
          ? first.text
          : t('tables:picker.several', {
              count: chosen.length,
              names: chosen.map(({ value, text }) => (name === 'wartosci' ? text : value)).join(', '),
            }),
    options,
    isLong: options.length > LONG,
  };
};

const choice = (name: string, values: readonly string[], chosen: string, { t }: Translator): Choice => ({
  name,
  label: t(`tables:field.${name}`),
  options: values.map((value) => ({
    value,
    text: t(`tables:choice.${name}.${value === '' ? 'none' : value.replace('.', '')}`),
    isChosen: value === chosen,
  })),
});

const moreOf = (read: ReadTable, form: TableForm, translator: Translator): readonly Choice[] => {
  const { t } = translator;
  const { datasets, dataset, table } = read;
  const all = [...dataset.set.variables.values()];
  const divides = all.filter(({ kind, sensitive }) => kind === 'category' && sensitive !== true);
  const letters = (table?.columns ?? []).flatMap(({ letter, label, within }) =>
    letter === null
      ? []
      : [
          {
            value: letter,
            text: t('tables:choice.sortuj.column', {
              letter,
              label: [within?.label, label].flatMap((one) => one ?? []).join(' › '),
            }),
            isChosen: form.sortuj === letter,
          },
        ],
  );
  const sorts = choice('sortuj', ['', 'ogolem', 'srednia'], form.sortuj, translator);
  return [
    ...(datasets.length > 1
      ? [
          {
            name: 'zbior',
            label: t('tables:field.zbior'),
            options: datasets.map(({ code, title }) => ({ value: code, text: title, isChosen: code === dataset.code })),
          },
        ]
      : []),
    {
      name: 'waga',
      label: t('tables:field.waga'),
      options: [
        { value: '', text: t('tables:unweighted'), isChosen: form.waga === '' },
        ...all
          .filter(({ kind, level, name }) => kind === 'number' && (level === 'weight' || name === form.waga))
          .map((one) => optionOf(one, [form.waga])),
      ],
    },
    {
      name: 'zagniezdz',
      label: t('tables:field.zagniezdz'),
      options: [{ value: '', text: t('tables:none'), isChosen: true }, ...divides.map((one) => optionOf(one, []))],
    },
    choice('podstawa', ['osoby', 'wskazania'], form.podstawa, translator),
    choice('uklad', ['', 'bateria', 'osobno'], form.uklad, translator),
    { ...sorts, options: [...sorts.options, ...letters] },
  ];
};

/** Each link drops one filter, merge or hiding. */
const chipsOf = ({ evaluation, dataset }: ReadTable, form: TableForm, { t }: Translator): readonly Chip[] => {
  const labelsOf = (variable: string, codes: readonly string[]): string => {
    const found = dataset.set.variables.get(variable);
    const categories = found !== undefined && 'categories' in found ? found.categories : [];
    return codes.map((code) => categories.find((one) => one.code === code)?.label ?? code).join(', ');
  };
  const chip = (kind: string, variable: string, text: string, change: Partial<TableForm>): Chip => ({
    text: t(`tables:chip.${kind}`, { variable: capitalised(variable), text }),
    label: t(`tables:chip.drop.${kind}`, { variable: capitalised(variable), text }),
    address: tableAddress(evaluation.id, form, change),
  });
  const without = <One>(list: readonly One[], at: number): readonly One[] => list.filter((_, place) => place !== at);
  return [
    ...form.filtr.map(({ variable, codes }, at) =>
      chip('filtr', variable, labelsOf(variable, codes), { filtr: without(form.filtr, at) }),
    ),
    ...form.polacz.map(({ variable, codes, label }, at) =>
      chip('polacz', variable, label ?? labelsOf(variable, codes), { polacz: without(form.polacz, at) }),
    ),
    ...form.ukryj.map(({ variable, codes }, at) =>
      chip('ukryj', variable, labelsOf(variable, codes), { ukryj: without(form.ukryj, at) }),
    ),
  ];
};

const categoriesOf = (variable: Variable | undefined): FormView['categories'] =>
  variable?.kind === 'category' || variable?.kind === 'set'
    ? {
        variable: nameOf(variable),
        options: variable.categories.map(({ code, label }) => ({
          value: code,
          text: capitalised(label),
          isChosen: false,
        })),
        mayFilter: variable.sensitive !== true,
      }
    : null;
