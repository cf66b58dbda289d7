import type { Translator } from '../../../platform/i18n';
import { doorOfTable } from '../finding-door';
import { isDescribed, type ChangeVerdict, type MeasuredChange, type SideMeasure } from '../domain/changes';
import { presentComparisonTabs, type ComparisonTabView } from '../present-comparison-tabs';
import { presentFieldwork, type FieldworkView } from '../waves/present-approval';
import type { OptionView } from '../waves/present-matching';
import { changeSentence, presentValue, testLine, type ValueView } from './present-values';
import type { ChangedItem, ComparedSet, ReadChanges } from './read-changes';

interface RowView {
  readonly label: string;
  readonly earlier: ValueView;
  readonly later: ValueView;
  readonly others: readonly (ValueView | null)[];
  readonly sentence: string;
  readonly test: string;
  readonly badge: { readonly tone: string; readonly icon: string; readonly text: string };
}

interface ItemView {
  readonly doors: readonly { readonly title: string; readonly href: string }[];
  readonly id: string;
  readonly title: string;
  readonly notice: string;
  readonly rows: readonly RowView[];
}

interface BesideView {
  readonly title: string;
  readonly reasons: string;
  readonly earlierLabel: string;
  readonly earlier: readonly { readonly label: string; readonly value: ValueView }[];
  readonly later: readonly { readonly label: string; readonly value: ValueView }[];
}

export interface ChangesView {
  readonly tabs: readonly ComparisonTabView[];
  readonly action: string;
  readonly json: string;
  readonly takeIn: string;
  readonly laterOptions: readonly OptionView[];
  readonly earlierOptions: readonly OptionView[];
  readonly weights: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly OptionView[];
  }[];
  readonly heads: readonly string[];
  readonly tiles: readonly { readonly label: string; readonly figure: number; readonly context: string }[];
  readonly items: readonly ItemView[];
  readonly beside: readonly BesideView[];
  readonly warning: string | null;
  readonly notes: readonly string[];
  readonly described: readonly {
    readonly code: string;
    readonly title: string;
    readonly summary: string;
    readonly fieldwork: FieldworkView;
  }[];
  readonly chosen: { readonly later: string; readonly earlier: string };
}

export const presentChanges = (translator: Translator, read: ReadChanges): ChangesView => {
  const { t } = translator;
  const { evaluation, datasets, later, earlier, others, items } = read;
  const action = `/badania/${evaluation.id}/fale`;
  const optionsOf = (chosen: string | undefined, of: typeof datasets): readonly OptionView[] =>
    of.map(({ code, title }) => ({ value: code, text: title, isChosen: code === chosen }));
  const compared = items.filter(({ change }) => change.kind === 'compared');
  const query = new URLSearchParams({ zbior: later?.code ?? '', wczesniej: earlier?.code ?? '', format: 'json' });
  return {
    tabs: presentComparisonTabs(translator, evaluation.id, 'waves'),
    action,
    json: `${action}?${query.toString()}`,
    takeIn: `${action}/wczytaj`,
    laterOptions: optionsOf(later?.code, datasets),
    earlierOptions: optionsOf(
      earlier?.code,
      datasets.filter(({ kind }) => kind === 'wave'),
    ),
    weights: [weightField(translator, 'wagaw', earlier), weightField(translator, 'waga', later)].flatMap(
      (field) => field ?? [],
    ),
    heads: [earlier?.title ?? '', later?.title ?? '', ...others.map(({ title }) => title)],
    tiles: tilesOf(translator, items),
    items: compared.map((item) => presentItem(translator, item, read)),
    beside: items.flatMap((item) => presentBeside(translator, item)),
    warning: [earlier, later].some((side) => side !== null && !isDescribed(side.fieldwork))
      ? t('changes:warning.not-described')
      : null,
    notes: notesOf(translator, read),
    described: [earlier, later].flatMap((side) => (side === null ? [] : [presentSide(translator, side)])),
    chosen: { later: later?.code ?? '', earlier: earlier?.code ?? '' },
  };
};

const weightField = ({ t }: Translator, name: string, side: ComparedSet | null) =>
  side === null || side.weights.length === 0
    ? null
    : {
        name,
        label: t('changes:choose.weight', { title: side.title }),
        options: [
          { value: '', text: t('changes:choose.no-weight'), isChosen: side.weight === null },
          ...side.weights.map((weight) => ({
            value: weight.name,
            text: weight.label === weight.name ? weight.name : `${weight.name} ${weight.label}`,
            isChosen: weight.name === side.weight,
          })),
        ],
      };

const TILES = ['rise', 'fall', 'not-significant', 'same'] as const;

/** How many questions went which way; a question of several answers by its clearest. */
const tilesOf = ({ t }: Translator, items: readonly ChangedItem[]): ChangesView['tiles'] => {
  const verdicts = items.flatMap(({ change }) =>
    change.kind === 'compared' ? change.measures.flatMap(({ tested }) => tested?.verdict ?? []) : [],
  );
  return [
    ...TILES.map((verdict) => ({
      label: t(`changes:tile.${verdict}`),
      figure: verdicts.filter((one) => one === verdict).length,
      context: t(`changes:tile.${verdict}-note`),
    })),
    {
      label: t('changes:tile.beside'),
      figure: items.filter(({ change }) => change.kind === 'beside').length,
      context: t('changes:tile.beside-note'),
    },
  ];
};

/** Two waves are two pieces of evidence of one finding. */
const doorsOf = (item: ChangedItem, { evaluation, earlier, later }: ReadChanges): ItemView['doors'] =>
  [
    { side: later, name: item.name },
    { side: earlier, name: item.earlierName },
  ].flatMap(({ side, name }) =>
    side === null
      ? []
      : [
          {
            title: side.title,
            href: doorOfTable(evaluation.id, { dataset: side.code, rows: [name], weight: side.weight }),
          },
        ],
  );

const presentItem = (translator: Translator, item: ChangedItem, read: ReadChanges): ItemView => {
  const { t } = translator;
  const { others } = read;
  const measures = item.change.kind === 'compared' ? item.change.measures : [];
  return {
    id: item.name.replace(/[^\p{L}\p{N}]+/gu, '-'),
    title: item.label === item.name ? item.name : `${item.name}. ${item.label}`,
    notice: [
      item.notice === null ? '' : t(`changes:notice.${item.notice}`, { words: item.earlierLabel }),
      item.decided === null ? '' : t('changes:notice.decided', { reason: item.decided }),
    ]
      .filter((part) => part !== '')
      .join(' '),
    doors: doorsOf(item, read),
    rows: measures.map((measure) =>
      presentRow(
        translator,
        measure,
        item,
        others.map(({ code }) => code),
      ),
    ),
  };
};

const presentRow = (
  translator: Translator,
  measure: MeasuredChange,
  item: ChangedItem,
  others: readonly string[],
): RowView => ({
  label: measure.category?.label ?? translator.t(`changes:measure.${measure.measure}`),
  earlier: presentValue(translator, measure.measure, measure.earlier),
  later: presentValue(translator, measure.measure, measure.later),
  others: others.map((code) => {
    const found = item.others.find((other) => other.code === code)?.measures.find((one) => isSameMeasure(one, measure));
    return found === undefined ? null : presentValue(translator, found.measure, found.estimate);
  }),
  sentence: changeSentence(translator, measure),
  test: measure.tested === null ? '' : testLine(translator, measure.tested),
  badge: badgeOf(translator, measure.tested?.verdict ?? null),
});

const isSameMeasure = (one: SideMeasure, other: MeasuredChange): boolean =>
  one.measure === other.measure && one.category?.code === other.category?.code;

const BADGES: Readonly<Record<ChangeVerdict, { readonly tone: string; readonly icon: string }>> = {
  rise: { tone: 'badge-info', icon: 'arrow-up' },
  fall: { tone: 'badge-info', icon: 'arrow-down' },
  same: { tone: '', icon: 'equal' },
  'not-significant': { tone: '', icon: 'minus' },
  untestable: { tone: '', icon: 'minus' },
};

const badgeOf = ({ t }: Translator, verdict: ChangeVerdict | null) =>
  verdict === null
    ? { tone: '', icon: 'eye-off', text: t('changes:badge.untested') }
    : { ...BADGES[verdict], text: t(`changes:badge.${verdict}`) };

const presentBeside = (translator: Translator, item: ChangedItem): readonly BesideView[] => {
  const { t } = translator;
  const { change } = item;
  if (change.kind !== 'beside') return [];
  const values = (measures: readonly SideMeasure[]) =>
    measures.map(({ measure, category, estimate }) => ({
      label: category?.label ?? t(`changes:measure.${measure}`),
      value: presentValue(translator, measure, estimate),
    }));
  return [
    {
      title: item.label === item.name ? item.name : `${item.name}. ${item.label}`,
      reasons: [
        ...change.reasons.map((reason) => t(`changes:beside.${reason}`)),
        ...(item.decided === null ? [] : [t('changes:notice.decided', { reason: item.decided })]),
      ].join(', '),
      earlierLabel: item.earlierLabel === item.label ? '' : item.earlierLabel,
      earlier: values(change.earlier),
      later: values(change.later),
    },
  ];
};

const notesOf = ({ t, format }: Translator, { items, evaluation, earlier, later }: ReadChanges): readonly string[] => {
  const tests = items.flatMap(({ change }) =>
    change.kind === 'compared' ? change.measures.filter(({ tested }) => tested?.test != null) : [],
  );
  const isWeighted = earlier?.weight != null || later?.weight != null;
  return [
    t('changes:note.samples'),
    t('changes:note.tests', { count: tests.length }),
    t('changes:note.zone'),
    t('changes:note.bases'),
    ...(isWeighted ? [t('changes:note.weighted')] : []),
    t('changes:note.hidden', { n: format.integer(evaluation.smallestGroup) }),
  ];
};

const presentSide = (translator: Translator, { code, title, n, fieldwork }: ComparedSet) => {
  const { t, format } = translator;
  const unknown = t('waves:fieldwork.unknown');
  return {
    code,
    title,
    summary: t('changes:side.summary', {
      n: format.integer(n),
      mode: fieldwork.mode === null ? unknown : t(`waves:mode.${fieldwork.mode}`),
      recruitment: fieldwork.recruitment === null ? unknown : t(`waves:recruitment.${fieldwork.recruitment}`),
      period:
        [fieldwork.from, fieldwork.to].flatMap((day) => (day === null ? [] : [format.shortDay(day)])).join('–') ||
        unknown,
    }),
    fieldwork: presentFieldwork(translator, fieldwork),
  };
};
