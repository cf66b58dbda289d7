import { capitalised, type Translator } from '../../../platform/i18n';
import { doorOfTable } from '../finding-door';
import { presentComparisonTabs, type ComparisonTabView } from '../present-comparison-tabs';
import { MARGINS, type DisclosedComparison } from '../domain/comparison';
import { addressOf, filterFields } from './address';
import { measureName, type ComparisonQuery } from './inputs';
import { presentAdjustment, type AdjustmentView } from './present-adjustment';
import { presentContrasts, type ContrastsView } from './present-depth';
import { presentFunnel, type FunnelView } from './present-funnel';
import { marksOf } from './present-marks';
import { presentOverview, type SectionView } from './present-overview';
import type { ReadComparison } from './read-comparison';
import { measureText, questionText, variableText, wordsOf, type Words } from './words';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface ComparisonPageView {
  readonly tabs: readonly ComparisonTabView[];
  readonly lead: string;
  readonly form: FormView;
  readonly files: readonly { readonly text: string; readonly address: string }[];
  /** Why there is nothing to compare; null where there is. */
  readonly empty: { readonly title: string; readonly text: string } | null;
  readonly notices: readonly string[];
  readonly sections: readonly (SectionView & { readonly door: string })[];
  readonly depth: DepthView | null;
}

export interface DepthView {
  readonly back: string;
  readonly title: string;
  readonly sub: string;
  readonly contrasts: readonly ContrastsView[];
  readonly funnel: FunnelView | null;
  readonly adjustment: AdjustmentView | null;
}

interface SelectView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

interface FormView {
  readonly action: string;
  readonly selects: readonly SelectView[];
  readonly margins: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly more: readonly SelectView[];
  readonly mix: readonly Option[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

export const presentComparisonPage = (
  read: ReadComparison,
  query: ComparisonQuery,
  translator: Translator,
): ComparisonPageView => {
  const { t } = translator;
  const { evaluation, comparison } = read;
  const shown = comparison !== null && comparison.units.length > 1 && comparison.items.length > 0 ? comparison : null;
  const words = shown && wordsOf(shown, translator);
  return {
    tabs: presentComparisonTabs(translator, evaluation.id, 'institutions'),
    lead: t('comparison:lead'),
    form: formOf(read, query, translator),
    files:
      shown === null
        ? []
        : FILES.map((format) => ({ text: format.toUpperCase(), address: addressOf(evaluation.id, query, { format }) })),
    empty: shown === null ? emptyOf(comparison, read, translator) : null,
    notices: shown === null ? [] : noticesOf(shown, read, translator),
    sections: shown === null || words === null ? [] : sectionsOf(shown, read, query, words),
    depth: words === null ? null : depthOf(read, query, words),
  };
};

const FILES = ['xlsx', 'csv', 'json'] as const;

/** With one item in depth, only that item is drawn. */
const sectionsOf = (
  comparison: DisclosedComparison,
  read: ReadComparison,
  query: ComparisonQuery,
  words: Words,
): ComparisonPageView['sections'] =>
  presentOverview(read.depth === null ? comparison.items : [read.depth.shown.item], {
    words,
    markOf: marksOf(comparison, read.evaluation),
    addressOf: (variable) => addressOf(read.evaluation.id, query, { pytanie: variable, miara: '' }),
    isByValue: query.kolejnosc === 'wynik',
  })
    .map((section) => ({ ...section, door: doorOf(section, read, query) }))
    .map((section) =>
      read.depth === null
        ? section
        : { ...section, address: null, rows: section.rows.map((row) => ({ ...row, address: null, verdicts: [] })) },
    );

/** The table of the same questions; what other questionnaires answered to them is not in it. */
const doorOf = (
  { variables }: SectionView,
  { evaluation, dataset, comparison }: ReadComparison,
  { filtr, waga }: ComparisonQuery,
): string =>
  doorOfTable(evaluation.id, {
    dataset: dataset.code,
    rows: variables,
    columns: comparison === null ? [] : [comparison.unit.variable],
    filter: filtr,
    weight: waga === '' ? null : waga,
  });

const depthOf = (
  { evaluation, comparison, depth }: ReadComparison,
  query: ComparisonQuery,
  words: Words,
): DepthView | null => {
  if (depth === null || comparison === null) return null;
  const { shown, other } = depth;
  const against = comparison.request.against;
  const { family } = comparison.request;
  return {
    back: addressOf(evaluation.id, query, { pytanie: '', miara: '' }),
    title: questionText(shown.item.about),
    sub: measureText(shown.item.about, words),
    contrasts: [
      presentContrasts(shown, against, family, words),
      ...(other === null ? [] : [presentContrasts(other, against === 'pairs' ? 'rest' : 'pairs', family, words)]),
    ],
    funnel: presentFunnel(shown, marksOf(comparison, evaluation), words),
    adjustment: presentAdjustment(shown, words),
  };
};

const emptyOf = (comparison: DisclosedComparison | null, read: ReadComparison, { t }: Translator) => {
  const why = (name: string) => ({
    title: t(`comparison:empty.${name}.title`),
    text: t(`comparison:empty.${name}.text`),
  });
  if (comparison === null) return why('noGroups');
  const [only] = comparison.units;
  if (comparison.units.length === 1 && only !== undefined)
    return {
      title: t('comparison:empty.oneGroup.title'),
      text: t('comparison:empty.oneGroup.text', { name: only.label }),
    };
  return why(comparison.units.length === 0 || read.options.questions.length === 0 ? 'noAnswers' : 'noItems');
};

const noticesOf = (
  { request, smallestGroup, items }: DisclosedComparison,
  { evaluation }: ReadComparison,
  { t, format }: Translator,
): readonly string[] => {
  const seen = items.flatMap(({ groups }) => groups);
  const [example] = seen.flatMap((group) => (group.seen ? [group.estimate] : []));
  return [
    ...(request.weight === null || example === undefined
      ? []
      : [
          t('comparison:notice.weighted', {
            name: request.weight,
            n: format.integer(example.n),
            weighted: format.decimal(example.weighted, 1),
            effective: format.decimal(example.effectiveN, 1),
          }),
        ]),
    ...(seen.some((group) => !group.seen && group.reason !== 'none')
      ? [t('comparison:notice.hidden', { smallest: smallestGroup })]
      : []),
    ...(evaluation.resultState === 'preliminary' ? [t('comparison:notice.preliminary')] : []),
  ];
};

const option = (value: string, text: string, chosen: string): Option => ({ value, text, isChosen: value === chosen });

const formOf = (read: ReadComparison, query: ComparisonQuery, translator: Translator): FormView => {
  const { t } = translator;
  const { options } = read;
  const choice = (name: 'wobec' | 'rodzina' | 'kolejnosc', key: string, values: readonly string[]): SelectView => ({
    name,
    label: t(`comparison:field.${name}`),
    options: values.map((value) =>
      option(value, t(`comparison:${key}.${value === '' ? 'usual' : value}`), query[name]),
    ),
  });
  return {
    action: `/badania/${read.evaluation.id}/porownanie`,
    selects: selectsOf(read, query, translator),
    margins: marginsOf(query, translator),
    more: [
      choice('wobec', 'against', ['', 'pary', 'reszta']),
      choice('rodzina', 'families', ['strona', 'pytanie']),
      choice('kolejnosc', 'order', ['kwestionariusz', 'wynik']),
    ],
    mix: options.mix.map(({ name, label }) => ({
      value: name,
      text: capitalised(variableText(name, label, translator)),
      isChosen: options.chosenMix.includes(name),
    })),
    hidden: filterFields(query).map(([name, value]) => ({ name, value })),
  };
};

/** Data set, division, question, measure and weight; each only where there is a choice. */
const selectsOf = (read: ReadComparison, query: ComparisonQuery, translator: Translator): readonly SelectView[] => {
  const { t } = translator;
  const { options, comparison, datasets } = read;
  const select = (name: string, all: readonly Option[]): SelectView => ({
    name,
    label: t(`comparison:field.${name}`),
    options: all,
  });
  const named = (all: ReadComparison['options']['units'], chosen: string): readonly Option[] =>
    all.map(({ name, label }) => option(name, capitalised(variableText(name, label, translator)), chosen));
  const measures = measuresIn(read, translator);
  return [
    ...(datasets.length < 2
      ? []
      : [
          select(
            'zbior',
            datasets.map(({ code, title }) => option(code, title, read.dataset.code)),
          ),
        ]),
    select('wedlug', named(options.units, comparison?.unit.variable ?? '')),
    select('pytanie', [
      option('', t('comparison:field.all'), query.pytanie),
      ...named(options.questions, query.pytanie),
    ]),
    ...(measures.length < 2 ? [] : [select('miara', measures)]),
    ...(options.weights.length === 0
      ? []
      : [
          select('waga', [
            option('', t('comparison:field.unweighted'), query.waga),
            ...named(options.weights, query.waga),
          ]),
        ]),
  ];
};

const measuresIn = ({ depth }: ReadComparison, { t }: Translator): readonly Option[] =>
  depth === null
    ? []
    : depth.measures.map(({ code, answer }) =>
        option(
          measureName(code),
          answer === null ? t(`comparison:measure.short.${code}`) : t('comparison:measure.share', { answer }),
          measureName(depth.shown.item.about.code),
        ),
      );

const marginsOf = (query: ComparisonQuery, { t, format }: Translator): FormView['margins'] => {
  const text = (value: number): string => format.decimal(value, String(value).split('.')[1]?.length ?? 0);
  return [
    ['prog_srednia', text(query.prog_srednia ?? MARGINS.mean)],
    ['prog_odsetek', text(query.prog_odsetek ?? MARGINS.share * 100)],
    ['prog_nps', text(query.prog_nps ?? MARGINS.recommendation)],
  ].map(([name = '', value = '']) => ({ name, label: t(`comparison:field.${name}`), value }));
};
