import { presentGiven, type GivenTable } from '../../../analysis';
import type { FigureBlock, ReportKind, TableBlock } from '../../domain';
import type { Composing } from '../composing';
import { drawn, missing, together, type Drawn } from '../drawn';
import { clip, LONGEST } from './clip';
import { shorten } from './shorten';
import { sliceGiven } from './slice-given';
import { methodLine, sourceLine } from './source-line';
import { remarksOn, tablesOfUnit, type Detail } from './tables-of-unit';
import { unitsOf, type Unit } from './units';

export interface Presenting {
  readonly display: 'table' | 'figure' | 'both';
  /** In place of the question's; empty: the question's. */
  readonly title?: string;
  readonly detail?: Detail;
  /** Of a question with several pictures: its answers, its means by group, or both. */
  readonly pictures?: 'first' | 'last' | 'all';
}

/** A given table as figures and tables, question by question, each with where it comes from. */
export const presentGivenTable = (given: GivenTable, composing: Composing, presenting: Presenting): Drawn => {
  const units = unitsOf(given);
  if (units.length === 0) return missing(composing.translator.t('compose:missing.table'));
  return together(
    ...units.map((unit, at) =>
      presentUnit(unit, given, composing, at === 0 ? presenting : { ...presenting, title: '' }),
    ),
  );
};

const presentUnit = (unit: Unit, given: GivenTable, composing: Composing, presenting: Presenting): Drawn => {
  const { display, title = '', detail = 'short' } = presenting;
  const { translator, wanted } = composing;
  const why = whyNothing(unit, composing);
  if (why !== null) return missing(why);
  const cut = sliceGiven(
    given,
    unit.blocks.map(({ variable }) => variable),
  );
  const isOnSlide = wanted.report.kind === 'slides';
  const figures = display === 'table' ? [] : figuresOf(cut, composing, presenting);
  const isPicture = figures.length > 0 && (display === 'figure' || isOnSlide);
  const tables = isPicture ? [] : tablesOfUnit(unit, cut, { detail, translator });
  const proof = proofOf(cut, composing);
  const note = [
    ...remarksOn(unit.blocks, given.table.smallestGroup, translator),
    BRIEF.has(wanted.report.kind) ? methodLine(given, composing) : sourceLine(unit, given, composing, title !== ''),
  ].join(' ');
  return drawn(
    ...figures.map((figure) => ({ ...figure, ...proof })),
    ...tables.map((table): TableBlock => ({
      ...table,
      ...(title === '' || tables.length > 1 ? {} : { caption: clip(title, LONGEST.caption) }),
      note: table.note === undefined ? note : `${table.note} ${note}`,
      ...proof,
    })),
  );
};

/** Where there is room for one line below a figure. */
const BRIEF: ReadonlySet<ReportKind> = new Set(['slides', 'summary']);

const figuresOf = (
  cut: GivenTable,
  composing: Composing,
  { title = '', pictures = 'all' }: Presenting,
): readonly FigureBlock[] => {
  const { translator, wanted } = composing;
  const { kind } = wanted.report;
  const { given, shown, of } = kind === 'slides' ? shorten(cut) : { given: cut, shown: 0, of: 0 };
  const drawable = presentGiven(given, translator).filter(({ chart }) => chart !== null);
  const chosen = pictures === 'all' ? drawable : pictures === 'first' ? drawable.slice(0, 1) : drawable.slice(-1);
  return chosen.map((figure, at) => ({
    kind: 'figure',
    figure: {
      ...figure,
      ...(title === '' || at > 0 ? {} : { title: clip(title, LONGEST.caption) }),
      ...(kind === 'slides' ? { sub: clip(figure.sub, LONGEST.sub) } : {}),
    },
    notes: [
      ...(figure.flags ?? []),
      ...(shown < of ? [translator.t('compose:remark.some', { shown, of })] : []),
      ...(BRIEF.has(kind) ? [] : figure.notes),
      methodLine(given, composing),
    ],
  }));
};

/** Null where there is something to be shown. */
const whyNothing = ({ item, blocks }: Unit, { translator, evaluation }: Composing): string | null => {
  const { t } = translator;
  const isHidden = blocks.every(({ bases }) => bases.every((base) => base === null));
  if (isHidden) return t('compose:missing.hidden', { item, smallest: evaluation.smallestGroup });
  const isEmpty = blocks.every(({ bases }) => bases.every((base) => base === null || base.n === 0));
  return isEmpty ? t('compose:missing.nobody', { item }) : null;
};

/** The page of the tables desk on which the same table stands; what is filtered or merged has none. */
const proofOf = ({ dataset, request }: GivenTable, { evaluation }: Composing): { readonly proof?: string } => {
  if (request.filter.length > 0 || (request.merges ?? []).length > 0) return {};
  const query = new URLSearchParams({
    zbior: dataset.code,
    wiersze: request.rows.join(','),
    ...(request.columns.length === 0 ? {} : { kolumny: request.columns.join(',') }),
    ...(request.weight === null ? {} : { waga: request.weight }),
  });
  return { proof: `/badania/${evaluation.id}/tabele?${query.toString().replaceAll('%2C', ',')}` };
};
