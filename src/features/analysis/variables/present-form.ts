import type { Translator } from '../../../platform/i18n';
import { pointsOf, type DerivationFault, type Lookup } from '../domain/derived';
import type { Variable } from '../domain/variables/variable';
import { itemsBeside } from './form/candidates';
import { EMPTY_LINE, KIND_NAMES, type DerivedForm, type GroupLine } from './form/derived-form';
import type { VariableDesk } from './open-variables';
import type { Option } from './present-dictionary';
import { presentFaults, type FaultView } from './present-faults';

export interface FormView {
  readonly action: string;
  readonly dataset: string;
  readonly kind: DerivedForm['kind'];
  readonly kindName: string;
  readonly source: string;
  readonly sourceText: string | null;
  /** 0 for a new variable. */
  readonly seen: number;
  readonly isNew: boolean;
  readonly name: string;
  readonly label: string;
  readonly levels: readonly Option[];
  readonly groups: readonly (GroupLine & { readonly id: string; readonly legend: string })[];
  readonly groupTexts: { readonly heading: string; readonly hint: string; readonly add: string } | null;
  readonly answers: readonly {
    readonly id: string;
    readonly code: string;
    readonly label: string;
    readonly targets: readonly Option[];
  }[];
  readonly outside: readonly Option[];
  readonly items: readonly {
    readonly name: string;
    readonly label: string;
    readonly isChosen: boolean;
    readonly isReversed: boolean;
  }[];
  readonly summaries: readonly Option[];
  readonly least: string;
  readonly options: readonly Option[];
  readonly yes: string;
  readonly no: string;
  readonly expression: string;
  readonly results: readonly Option[];
  readonly names: readonly string[];
  readonly save: string;
  readonly issues: readonly FaultView[];
  readonly issueTitle: string;
  /** First issue of each field. */
  readonly errorOf: Readonly<Record<string, FaultView>>;
  readonly focus: string | null;
}

export interface ShownForm {
  readonly action: string;
  readonly form: DerivedForm;
  readonly seen: number;
  readonly faults: readonly DerivationFault[];
  /** An empty line more than there are groups. */
  readonly hasMore: boolean;
}

const MISSING_TARGETS = ['97', '98', '99', 'pomin'] as const;

export const presentForm = (desk: VariableDesk, shown: ShownForm, lookup: Lookup, translator: Translator): FormView => {
  const { t } = translator;
  const { form, seen } = shown;
  const source = form.source === '' ? undefined : lookup(form.source);
  const issues = presentFaults(shown.faults, form.expression, translator);
  const optionsOf = (key: string, values: readonly string[], chosen: string): readonly Option[] =>
    values.map((value) => ({ value, text: t(`variables:form.${key}.${value}`), isChosen: value === chosen }));
  const groups = linesOf(form, shown.hasMore, translator);
  return {
    action: shown.action,
    dataset: desk.dataset.code,
    kind: form.kind,
    kindName: KIND_NAMES[form.kind],
    source: form.source,
    sourceText: source === undefined || form.kind === 'scale' ? null : titleOf(source),
    seen,
    isNew: seen === 0,
    name: form.name,
    label: form.label,
    levels: optionsOf('levels', ['nominal', 'ordinal'], form.level),
    groups,
    groupTexts: groupTexts(form, translator),
    answers: form.kind === 'recode' ? answersOf(source, form, groups, translator) : [],
    outside: optionsOf('target', MISSING_TARGETS, form.outside),
    items: form.kind === 'scale' ? itemsOf(desk, source, form) : [],
    summaries: optionsOf('summaries', ['mean', 'sum'], form.summary),
    least: form.least,
    options: markOptions(source, form),
    yes: form.yes,
    no: form.no,
    expression: form.expression,
    results: optionsOf('results', ['number', 'category'], form.result),
    names: form.kind === 'expression' ? referenceable(desk) : [],
    save: seen === 0 ? t('variables:form.save') : t('variables:form.saveVersion', { version: seen + 1 }),
    issues,
    issueTitle: t('variables:form.errors', { count: issues.length }),
    errorOf: Object.fromEntries(issues.toReversed().map((issue) => [issue.field, issue])),
    focus: shown.hasMore ? `${groups.at(-1)?.id ?? ''}-etykieta` : null,
  };
};

const titleOf = ({ name, label }: Variable): string => (name === label ? name : `${name}. ${label}`);

const LEGENDS = { bands: 'band', expression: 'category' } as const;

const linesOf = (form: DerivedForm, hasMore: boolean, { t }: Translator): FormView['groups'] => {
  if (form.kind !== 'recode' && form.kind !== 'bands' && form.kind !== 'expression') return [];
  const isBands = form.kind === 'bands';
  const legend = form.kind === 'recode' ? 'group' : LEGENDS[form.kind];
  const least = form.groups.length < 2 ? 2 : form.groups.length + (hasMore ? 1 : 0);
  return Array.from({ length: Math.max(least, form.groups.length) }, (_, at) => ({
    ...(form.groups[at] ?? { ...EMPTY_LINE, code: String(at + 1) }),
    id: `f-${isBands ? 'band' : 'group'}-${at}`,
    legend: t(`variables:form.${legend}`, { number: at + 1 }),
  }));
};

const groupTexts = ({ kind }: DerivedForm, { t }: Translator): FormView['groupTexts'] => {
  const texts = (heading: string, hint: string, add: string) => ({
    heading: t(`variables:form.${heading}`),
    hint: t(`variables:form.${hint}`),
    add: t(`variables:form.${add}`),
  });
  if (kind === 'recode') return texts('groups', 'groupsHint', 'add');
  if (kind === 'bands') return texts('bands', 'bandsHint', 'addBand');
  return kind === 'expression' ? texts('resultGroups', 'resultGroupsHint', 'addCategory') : null;
};

const answersOf = (
  source: Variable | undefined,
  { targets }: DerivedForm,
  groups: readonly GroupLine[],
  { t }: Translator,
): FormView['answers'] => {
  if (source?.kind !== 'category') return [];
  const texts = [
    { value: '', text: t('variables:form.choose') },
    ...groups.map(({ label }, at) => ({
      value: `g${at}`,
      text:
        label === ''
          ? t('variables:form.toGroupPlain', { number: at + 1 })
          : t('variables:form.toGroup', { number: at + 1, label }),
    })),
    ...MISSING_TARGETS.map((value) => ({ value, text: t(`variables:form.target.${value}`) })),
  ];
  return source.categories.map(({ code, label }, at) => ({
    id: `f-assignment-${at}`,
    code,
    label,
    targets: texts.map((option) => ({ ...option, isChosen: option.value === (targets.get(code) ?? '') })),
  }));
};

/** The items that go together, and those chosen before that no longer do. */
const itemsOf = (
  { derived }: VariableDesk,
  anchor: Variable | undefined,
  { items, reversed }: DerivedForm,
): FormView['items'] => {
  const beside = anchor === undefined ? [] : itemsBeside(derived.set.variables, anchor);
  const gone = items.filter((name) => !beside.some((variable) => variable.name === name));
  return [
    ...beside.map(({ name, label }) => ({ name, label })),
    ...gone.map((name) => ({ name, label: derived.set.variables.get(name)?.label ?? name })),
  ].map(({ name, label }) => ({
    name,
    label: label === name ? '' : label,
    isChosen: items.includes(name),
    isReversed: reversed.includes(name),
  }));
};

const markOptions = (source: Variable | undefined, { kind, options }: DerivedForm): readonly Option[] => {
  if ((kind !== 'count' && kind !== 'mark') || source?.kind !== 'set') return [];
  return source.categories
    .filter(({ missing }) => missing === null)
    .map(({ code, label }) => ({ value: code, text: label, isChosen: options.includes(code) }));
};

const MOST_NAMES = 300;
const REFERENCE = /^[A-Za-z][A-Za-z0-9_]*$/;

/** What an expression can name, with what its answers look like. */
const referenceable = ({ derived }: VariableDesk): readonly string[] =>
  [...derived.set.variables.values()]
    .filter(({ name, kind }) => kind !== 'text' && REFERENCE.test(name))
    .slice(0, MOST_NAMES)
    .map((variable) => `\${${variable.name}} ${answerHint(variable)}`);

const MOST_CODES = 6;

const answerHint = (variable: Variable): string => {
  if (!('categories' in variable)) return variable.label;
  const codes = variable.categories.filter(({ missing }) => missing === null).map(({ code }) => `'${code}'`);
  const points = variable.kind === 'category' ? pointsOf(variable).filter((point) => point !== null).length : 0;
  const list = codes.slice(0, MOST_CODES).join(', ') + (codes.length > MOST_CODES ? ', …' : '');
  return points === 0 && codes.length === 0 ? variable.label : `${variable.label} (${list})`;
};
