import { capitalised, type Translator } from '../../../platform/i18n';
import { addressOfTable, type OpenDataset } from '../../analysis';
import type { FilterCondition } from '../../analysis/domain';
import { requestOf, type LiveSource } from '../domain';
import { conditionOf, conditionText } from './conditions';
import { askedOf, LEVEL } from './freeze-blocks';
import type { ShownBlock } from './present-block-page';
import { isData } from './read-material';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

type Variable = OpenDataset['set']['variables'] extends ReadonlyMap<string, infer One> ? One : never;

/** What the form of a table shows: what was typed, or what the block asks. */
export const presentDataForm = (shown: ShownBlock, { t }: Translator) => {
  const { block, desk, typed, report, divided } = shown;
  if (!isData(block)) return null;
  const asked = askedOf(block);
  const wanted: LiveSource =
    typed === undefined
      ? asked
      : {
          dataset: typed.zbior,
          rows: typed.wiersze,
          columns: typed.kolumny,
          weight: typed.waga === '' ? null : typed.waga,
          filter: typed.filtr.flatMap((text) => conditionOf(text) ?? []),
        };
  const all = [...(desk.dataset?.set.variables.values() ?? [])];
  return {
    title: typed?.tytul ?? block.title,
    address: typed?.adres ?? '',
    isFrozen: block.source.kind === 'frozen',
    displays: (['both', 'figure', 'table'] as const).map((value) => ({
      value,
      text: t(`report-editor:display.${value}`),
      isChosen: value === (typed?.pokaz ?? block.display),
    })),
    tables:
      asked.rows.length === 0
        ? `/badania/${encodeURIComponent(report.evaluationId)}/tabele`
        : addressOfTable(report.evaluationId, { dataset: asked.dataset, request: requestOf(asked), level: LEVEL }),
    views: desk.views.map(({ name, state }) => ({ value: state, text: name, isChosen: false })),
    datasets: desk.datasets.map(({ code, title }) => ({
      value: code,
      text: title,
      isChosen: code === (desk.dataset?.code ?? wanted.dataset),
    })),
    pickers: [
      pickerOf('wiersze', withUnknown(rowOptions(all, wanted.rows), wanted.rows), t),
      pickerOf('kolumny', withUnknown(columnOptions(all, wanted.columns), wanted.columns), t),
    ],
    weights: [
      { value: '', text: t('report-editor:form.unweighted'), isChosen: wanted.weight === null },
      ...all
        .filter(({ kind, level, name }) => kind === 'number' && (level === 'weight' || name === wanted.weight))
        .map((one) => optionOf(one, wanted.weight === null ? [] : [wanted.weight])),
    ],
    conditions: wanted.filter.map((condition, index) => ({
      value: conditionText(condition),
      text: wordsOf(condition, desk.dataset),
      index,
    })),
    divisible: all
      .filter(({ kind, sensitive }) => (kind === 'category' || kind === 'set') && sensitive !== true)
      .map((one) => optionOf(one, [divided])),
    categories: categoriesOf(all.find(({ name }) => name === divided)),
  };
};

const nameOf = ({ name, label }: Pick<Variable, 'name' | 'label'>): string =>
  name === label ? capitalised(label) : `${name}. ${label}`;

const optionOf = (variable: Pick<Variable, 'name' | 'label'>, chosen: readonly string[]): Option => ({
  value: variable.name,
  text: nameOf(variable),
  isChosen: chosen.includes(variable.name),
});

/** A battery as a whole by the code of its item, then every question. */
const rowOptions = (all: readonly Variable[], chosen: readonly string[]): readonly Option[] => {
  const names = new Set(all.map(({ name }) => name));
  const items = new Map<string, string>();
  for (const { origin } of all)
    if (origin?.kind === 'item' && origin.row !== null && !names.has(origin.item))
      items.set(origin.item, origin.wording);
  return [
    ...[...items].map(([name, label]) => optionOf({ name, label }, chosen)),
    ...all.filter(({ kind }) => kind !== 'text').map((one) => optionOf(one, chosen)),
  ];
};

const columnOptions = (all: readonly Variable[], chosen: readonly string[]): readonly Option[] =>
  all.filter(({ kind, sensitive }) => kind === 'category' && sensitive !== true).map((one) => optionOf(one, chosen));

/** Nested columns, and variables that are gone, stay ticked until somebody takes them away. */
const withUnknown = (options: readonly Option[], chosen: readonly string[]): readonly Option[] => {
  const known = new Set(options.map(({ value }) => value));
  return [
    ...chosen.filter((name) => !known.has(name)).map((name) => ({ value: name, text: name, isChosen: true })),
    ...options,
  ];
};

const LONG = 8;

const pickerOf = (name: 'wiersze' | 'kolumny', options: readonly Option[], t: Translator['t']) => {
  const chosen = options.filter(({ isChosen }) => isChosen);
  const [first] = chosen;
  return {
    name,
    label: t(`report-editor:form.${name}`),
    summary:
      first === undefined
        ? t(`report-editor:form.none-${name}`)
        : chosen.length === 1
          ? first.text
          : t('report-editor:form.several', {
              count: chosen.length,
              names: chosen.map(({ value }) => value).join(', '),
            }),
    options,
    isLong: options.length > LONG,
  };
};

const wordsOf = ({ variable, codes }: FilterCondition, dataset: OpenDataset | undefined): string => {
  const found = dataset?.set.variables.get(variable);
  const categories = found !== undefined && 'categories' in found ? found.categories : [];
  const labels = codes.map((code) => categories.find((one) => one.code === code)?.label ?? code);
  return `${capitalised(found?.label ?? variable)}: ${labels.join(', ')}`;
};

const categoriesOf = (variable: Variable | undefined) =>
  variable?.kind === 'category' || variable?.kind === 'set'
    ? {
        variable: nameOf(variable),
        options: variable.categories.map(({ code, label }) => ({ value: code, text: capitalised(label) })),
      }
    : null;
