import { capitalised, type Translator } from '../../../platform/i18n';
import type { DisclosedTable, TableColumn } from '../domain/tables';
import { findingDoor } from '../finding-door';
import type { TableForm } from './inputs';
import { presentBattery, type BatteryView } from './present-battery';
import type { BlockContext } from './block-context';
import { presentBlock, type BlockView } from './present-block';
import { presentTableFigure, type TableFigureView } from './present-figure';
import { presentForm, type FormView } from './present-form';
import { LEVELS } from './levels';
import type { ReadTable } from './read-table';
import { tableAddress } from './table-address';

export interface TablePageView {
  readonly form: FormView;
  /** The same table as files; none while no table is chosen. */
  readonly files: readonly { readonly text: string; readonly address: string }[];
  readonly views: string;
  /** The form in which the table becomes a finding; null while there is no table. */
  readonly door: string | null;
  /** Address of the page, to be kept under a name; null while there is no table. */
  readonly kept: string | null;
  readonly table: TableView | null;
}

export interface HeadView {
  readonly text: string;
  readonly letter: string | null;
  readonly isFirstOfGroup: boolean;
}

export interface TableView {
  readonly groups: readonly { readonly text: string; readonly span: number }[];
  readonly heads: readonly HeadView[];
  readonly blocks: readonly (BlockView & { readonly figure: TableFigureView | null })[];
  readonly batteries: readonly BatteryView[];
  /** People, data cut, weight. */
  readonly base: string;
  readonly leftOut: string | null;
  readonly reliability: string | null;
  readonly letters: string | null;
  readonly hasTones: boolean;
  readonly hasResiduals: boolean;
}

export const presentTablePage = (read: ReadTable, form: TableForm, translator: Translator): TablePageView => {
  const home = `/badania/${read.evaluation.id}/tabele`;
  return {
    form: presentForm(read, form, translator),
    files:
      read.table === null
        ? []
        : (['xlsx', 'csv', 'json'] as const).map((format) => ({
            text: format.toUpperCase(),
            address: tableAddress(read.evaluation.id, form, { format }),
          })),
    views: `${home}/widoki`,
    door: read.table === null ? null : findingDoor(tableAddress(read.evaluation.id, form)),
    kept: read.table === null ? null : tableAddress(read.evaluation.id, form).slice(home.length + 1),
    table: read.table === null ? null : presentTable(read, read.table, form, translator),
  };
};

/** Names of variables as people read them: dimensions by name, questions by their code. */
export const nameIn =
  ({ dataset }: Pick<ReadTable, 'dataset'>) =>
  (name: string): string => {
    const variable = dataset.set.variables.get(name);
    if (variable === undefined || variable.name === variable.label) return capitalised(name);
    return variable.origin?.kind === 'dimension' ? capitalised(variable.label) : variable.name;
  };

export const contextOf = (read: ReadTable, table: DisclosedTable, form: TableForm): BlockContext => ({
  table,
  query: form,
  provable: { evaluationId: read.evaluation.id, dataset: read.dataset.code, request: table.request },
  nameOf: nameIn(read),
  level: LEVELS[form.test],
});

const presentTable = (read: ReadTable, table: DisclosedTable, form: TableForm, translator: Translator): TableView => {
  const { t } = translator;
  const context = contextOf(read, table, form);
  const gathered = new Set(read.batteries.flatMap(({ variables }) => variables));
  const blocks = table.blocks.filter(({ variable }) => !gathered.has(variable));
  return {
    groups: groupsOf(table.columns, context.nameOf),
    heads: table.columns.map(({ label, letter, variable }, at) => ({
      text: variable === null ? t('tables:total') : capitalised(label),
      letter,
      isFirstOfGroup: variable !== null && table.columns[at - 1]?.variable !== variable,
    })),
    blocks: blocks.map((block) => ({
      ...presentBlock(block, context, translator),
      figure: presentTableFigure(block, context, translator),
    })),
    batteries: read.batteries.map((battery) =>
      presentBattery(battery, read.dataset.set.variables, context, translator),
    ),
    base: baseOf(read, table, translator),
    leftOut:
      read.leftOut.length === 0
        ? null
        : t('tables:leftOut', {
            count: read.leftOut.length,
            labels: read.leftOut.map(({ variable, label }) => `${context.nameOf(variable)}: ${label}`).join('; '),
          }),
    reliability: reliabilityOf(read, translator),
    letters: table.columns.length > 1 && form.test !== 'bez' ? t(`tables:letters.${form.test.replace('.', '')}`) : null,
    hasTones: form.wartosci[0] !== 'liczebnosci',
    hasResiduals: form.wartosci.includes('reszta'),
  };
};

const groupsOf = (columns: readonly TableColumn[], nameOf: (name: string) => string): TableView['groups'] => {
  const groups: { text: string; span: number; variable: string }[] = [];
  for (const { variable, within } of columns) {
    if (variable === null) continue;
    const text = within === undefined ? nameOf(variable) : `${capitalised(within.label)} › ${nameOf(within.inner)}`;
    const last = groups.at(-1);
    if (last?.variable === variable) last.span += 1;
    else groups.push({ text, span: 1, variable });
  }
  return groups;
};

/** How many people the filter lets through, on what day, weighted by what. */
export const baseOf = (
  { dataset }: ReadTable,
  { filtered, all, smallestGroup, request }: DisclosedTable,
  { t, format }: Translator,
): string => {
  if (filtered > 0 && filtered < smallestGroup) return t('tables:few', { smallest: smallestGroup });
  const weight = request.weight === null ? null : dataset.set.variables.get(request.weight);
  return [
    t('tables:respondents', { n: format.integer(filtered), all: format.integer(all) }),
    ...(dataset.dataCut === null ? [] : [t('tables:cut', { day: format.day(dataset.dataCut) })]),
    weight == null ? t('tables:dataUnweighted') : t('tables:dataWeighted', { weight: weight.label }),
  ].join(' ');
};

const reliabilityOf = ({ reliability }: ReadTable, { t, format }: Translator): string | null => {
  if (reliability === null) return null;
  const { alpha } = reliability;
  return alpha?.alpha == null
    ? t('tables:reliability.none')
    : t('tables:reliability.alpha', {
        alpha: format.decimal(alpha.alpha, 2),
        items: reliability.items.join(', '),
        n: format.integer(alpha.n),
      });
};
