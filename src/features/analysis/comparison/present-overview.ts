import { capitalised } from '../../../platform/i18n';
import type { ComparedGroup, ComparedItem } from '../domain/comparison';
import { MOST_IN_ROW, type MarkView } from './present-marks';
import { axisOf, estimateText, presentAxis, presentLanes, type AxisView, type LanesView } from './present-plot';
import { presentVerdict, type VerdictView } from './present-sentence';
import { measureText, numberText, questionText, rowText, valueText, type Words } from './words';

/** Rows of one question, drawn on one axis. */
export interface SectionView {
  readonly id: string;
  /** The finding as a sentence. */
  readonly title: string;
  /** Question, measure and scale. */
  readonly sub: string;
  /** Groups that were asked. */
  readonly legend: readonly { readonly text: string; readonly mark: MarkView }[];
  readonly axis: AxisView;
  readonly rows: readonly RowView[];
  readonly note: string;
  /** To the one item that the section is about; null where each row has its own. */
  readonly address: string | null;
  readonly table: TableView;
  readonly variables: readonly string[];
}

export interface RowView {
  readonly label: string;
  readonly small: string | null;
  readonly address: string | null;
  readonly lanes: LanesView | null;
  /** Groups that may not be seen, and why. */
  readonly unseen: readonly string[];
  readonly verdicts: readonly VerdictView[];
  /** Whether the intervals overlap: what keeps an order from being a ranking. */
  readonly overlap: string | null;
}

export interface TableView {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export interface OverviewContext {
  readonly words: Words;
  readonly markOf: (code: string) => MarkView;
  readonly addressOf: (variable: string) => string;
  /** Rows with the highest value first; otherwise as they were asked. */
  readonly isByValue: boolean;
}

/** One section for each question; with many groups, for each item. */
export const presentOverview = (items: readonly ComparedItem[], context: OverviewContext): readonly SectionView[] =>
  questionsOf(items).map((rows, at) => presentSection(rows, `p-${at + 1}`, context));

const isOfMany = ({ groups }: ComparedItem): boolean => groups.length > MOST_IN_ROW;

/** Consecutive rows of one battery on one scale. */
const questionsOf = (items: readonly ComparedItem[]): readonly (readonly ComparedItem[])[] => {
  const questions: ComparedItem[][] = [];
  for (const item of items) {
    const last = questions.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first !== undefined && !isOfMany(item) && areTogether(first, item)) last.push(item);
    else questions.push([item]);
  }
  return questions;
};

const areTogether = ({ about: one }: ComparedItem, { about: other }: ComparedItem): boolean =>
  one.origin?.kind === 'item' &&
  other.origin?.kind === 'item' &&
  one.origin.item === other.origin.item &&
  one.kind === other.kind &&
  one.range?.most === other.range?.most;

const presentSection = (asked: readonly ComparedItem[], id: string, context: OverviewContext): SectionView => {
  const { words, isByValue } = context;
  const [first] = asked;
  if (first === undefined) throw new RangeError('A section has a row');
  const items = isByValue
    ? asked.toSorted((a, b) => (b.region?.value ?? -Infinity) - (a.region?.value ?? -Infinity))
    : asked;
  const axis = axisOf(items);
  const title = titleOf(items, words);
  const number = numberText(first.about);
  const question = asked.length > 1 ? questionText(first.about) : first.about.label;
  return {
    id,
    title,
    sub: [number === null || asked.length > 1 ? question : `${number}. ${question}`, measureText(first.about, words)]
      .map(withStop)
      .join(' '),
    legend: isOfMany(first) ? [] : legendOf(items, context),
    axis: presentAxis(axis, first, words),
    rows: isOfMany(first)
      ? rowsOfGroups(first, axis, context)
      : items.map((item) => rowOfItem(item, axis, context, items.length > 1)),
    note: noteOf(first, words, isByValue && asked.length > 1),
    address: isOfMany(first) ? context.addressOf(first.about.variable) : null,
    table: tableOf(items, title, words),
    variables: items.map(({ about }) => about.variable),
  };
};

const legendOf = (items: readonly ComparedItem[], { markOf }: OverviewContext): SectionView['legend'] =>
  (items[0]?.groups ?? []).flatMap(({ code, label }) => {
    const isAsked = items.some(({ groups }) =>
      groups.some((group) => group.code === code && (group.seen || group.reason !== 'none')),
    );
    return isAsked ? [{ text: label, mark: markOf(code) }] : [];
  });

const withStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The finding: how many rows have a difference that is certain. */
export const titleOf = (items: readonly ComparedItem[], { t }: Words): string => {
  const verdicts = items.map(({ contrasts }) => contrasts.map(({ verdict }) => verdict));
  const different = verdicts.filter((all) => all.includes('different')).length;
  if (different > 0)
    return items.length === 1
      ? t('comparison:title.differentOne')
      : t('comparison:title.different', { count: different, all: items.length });
  const known = verdicts.flat().filter((verdict) => verdict !== 'hidden');
  if (known.length === 0) return t('comparison:title.hidden');
  if (known.every((verdict) => verdict === 'same')) return t('comparison:title.same');
  return t(`comparison:title.${known.includes('same') ? 'mixed' : 'unknown'}`);
};

const noteOf = ({ tests }: ComparedItem, { t }: Words, isByValue: boolean): string =>
  [
    t('comparison:note.interval'),
    t('comparison:note.correction', { count: tests }),
    ...(isByValue ? [t('comparison:note.byValue')] : []),
  ].join(' ');

const rowOfItem = (item: ComparedItem, axis: AxisOf, context: OverviewContext, isOneOfMany: boolean): RowView => {
  const { words, markOf } = context;
  const label = capitalised(isOneOfMany ? rowText(item.about) : (item.about.answer ?? words.t('comparison:row.value')));
  const hasValues = item.groups.some(({ seen }) => seen);
  return {
    label,
    small: sizesOf(item.groups, words),
    address: context.addressOf(item.about.variable),
    lanes: hasValues ? presentLanes(item.groups, item, { axis, markOf, words, label }) : null,
    unseen: unseenOf(item.groups, words),
    verdicts: item.contrasts.map((contrast) => presentVerdict(item, contrast, words)),
    overlap: overlapOf(item, words),
  };
};

type AxisOf = ReturnType<typeof axisOf>;

const sizesOf = (groups: readonly ComparedGroup[], { t, format }: Words): string | null => {
  const sizes = groups.flatMap((group) => (group.seen ? [format.integer(group.estimate.n)] : []));
  return sizes.length === 0 ? null : t('comparison:row.n', { n: sizes.join(' / ') });
};

/** Groups that were not asked are no secret and no news. */
const unseenOf = (groups: readonly ComparedGroup[], { t }: Words): readonly string[] =>
  groups.flatMap((group) =>
    group.seen || group.reason === 'none'
      ? []
      : [t('comparison:unseen', { name: group.label, reason: t(`comparison:reason.${group.reason}`) })],
  );

/** One row for each group, the verdict against the others in it. */
const rowsOfGroups = (item: ComparedItem, axis: AxisOf, context: OverviewContext): readonly RowView[] => {
  const { words, markOf, isByValue } = context;
  const valueOf = (group: ComparedGroup): number => (group.seen ? group.estimate.value : -Infinity);
  const asked = item.groups.filter((group) => group.seen || group.reason !== 'none');
  const groups = isByValue ? asked.toSorted((a, b) => valueOf(b) - valueOf(a)) : asked;
  return groups.map((group, at): RowView => {
    const contrasts = item.contrasts.filter(({ first }) => first === group.code);
    return {
      label: capitalised(group.label),
      small: sizesOf([group], words),
      address: null,
      lanes: group.seen ? presentLanes([group], item, { axis, markOf, words, label: group.label }) : null,
      unseen: unseenOf([group], words),
      verdicts: item.contrasts.length > groups.length ? [] : contrasts.map((one) => presentVerdict(item, one, words)),
      overlap: isByValue ? withNext(group, groups[at + 1], words) : null,
    };
  });
};

const withNext = (group: ComparedGroup, next: ComparedGroup | undefined, { t }: Words): string | null => {
  if (!group.seen || next?.seen !== true || group.estimate.interval === null || next.estimate.interval === null)
    return null;
  const isApart = next.estimate.interval.high < group.estimate.interval.low;
  return t(`comparison:overlap.${isApart ? 'apartFromNext' : 'withNext'}`, { next: next.label });
};

export const overlapOf = ({ groups, apart }: ComparedItem, { t, nameOf }: Words): string | null => {
  if (groups.filter(({ seen }) => seen).length < 2) return null;
  if (apart.length === 0) return t('comparison:overlap.all');
  const pairs = apart.map(([a, b]) => t('comparison:overlap.pair', { first: nameOf(a), second: nameOf(b) }));
  return t('comparison:overlap.apart', { pairs: pairs.join('; ') });
};

/** The same numbers as a table: value, interval and n of each group. */
const tableOf = (items: readonly ComparedItem[], title: string, words: Words): TableView => {
  const [first] = items;
  const { t, format } = words;
  const textOf = (group: ComparedGroup, kind: ComparedItem['about']['kind']): string =>
    group.seen ? estimateText(group.estimate, kind, words) : t(`comparison:reason.${group.reason}`);
  if (first !== undefined && isOfMany(first))
    return {
      label: title,
      head: [t('comparison:table.group'), t('comparison:table.value')],
      rows: first.groups.map((group) => ({ label: group.label, cells: [textOf(group, first.about.kind)] })),
    };
  return {
    label: title,
    head: [
      t('comparison:table.item'),
      ...(first?.groups ?? []).map(({ label }) => label),
      t('comparison:table.region'),
    ],
    rows: items.map((item) => ({
      label: capitalised(rowText(item.about)),
      cells: [
        ...item.groups.map((group) => textOf(group, item.about.kind)),
        item.region === null
          ? t('comparison:reason.protects-another')
          : t('comparison:estimate.plain', {
              value: valueText(item.about.kind, item.region.value, format),
              n: format.integer(item.region.n),
            }),
      ],
    })),
  };
};
