import { capitalised } from '../../../../platform/i18n';
import type { GivenTable } from '../../../analysis';
import type { DisclosedBlock, SummaryCell } from '../../../analysis/domain';
import type { Block, KeyFigure, TableRow } from '../../domain';
import type { Composing } from '../composing';
import { HIDDEN, intervalText, valueText } from '../words/cell-text';
import { clip, LONGEST } from '../words/clip';
import { presentGivenTable } from '../words/present-given';
import { sliceGiven } from '../words/slice-given';
import { sourceLine } from '../words/source-line';
import { remarksOn } from '../words/tables-of-unit';
import { unitsOf, wordingOf, type Unit } from '../words/units';
import {
  closedQuestions,
  comparisonCodeOf,
  criterionOf,
  hasVariable,
  INSTITUTION,
  type OpenDataset,
  type Variable,
} from '../datasets';
import { drawn, missing, together, under, type Drawn } from '../drawn';
import { pooled } from '../scorecard-guard';
import { askInParts } from '../wide-tables';
import { ownDatasets, summaryCell } from './questions';

/** Places of the two columns that a scorecard shows. */
interface Pair {
  readonly own: number;
  /** Negative where there are no others. */
  readonly others: number;
}

/** Own results of one institution beside all others counted together; none of them is named. */
export const scorecard = async (composing: Composing): Promise<Drawn> => {
  const { t } = composing.translator;
  const own = composing.evaluation.institutions.find(({ code }) => code === composing.wanted.report.institution);
  if (own === undefined) return missing(t('compose:missing.institution'));
  const parts: Drawn[] = [];
  for (const dataset of await ownDatasets(composing)) {
    if (!hasVariable(dataset, INSTITUTION)) continue;
    for (const given of await askInParts(questionsFor(dataset, composing), composing.tables, (rows) =>
      pooled({ dataset: dataset.code, rows, columns: [INSTITUTION], weight: null, filter: [] }, composing),
    ))
      parts.push(cardOf(given, dataset, composing));
  }
  const all = together(...parts);
  return all.blocks.length === 0
    ? missing(t('compose:missing.scorecard', { name: own.shortName, smallest: composing.evaluation.smallestGroup }))
    : all;
};

/** Of a sensitive question only the region's result is told; a question for the institution itself would name the others. */
const questionsFor = (dataset: OpenDataset, { evaluation }: Composing): readonly Variable[] => {
  const codes = new Set(evaluation.institutions.map(({ code }) => code));
  return closedQuestions(dataset).filter(
    (variable) =>
      variable.sensitive !== true &&
      criterionOf(variable) !== null &&
      criterionOf(variable) !== 'profil' &&
      !('categories' in variable && variable.categories.some(({ code }) => codes.has(code))),
  );
};

const cardOf = (given: GivenTable, dataset: OpenDataset, composing: Composing): Drawn => {
  const { columns } = given.table;
  const place = (isWanted: (code: string) => boolean): number =>
    columns.findIndex(({ variable, code }) => variable === INSTITUTION && code !== null && isWanted(code));
  const ownCode = composing.wanted.report.institution;
  const pair: Pair = { own: place((code) => code === ownCode), others: place((code) => code !== ownCode) };
  if (pair.own < 0 || given.table.blocks.every(({ bases }) => (bases[pair.own] ?? null) === null)) return drawn();
  const named = nameless(given);
  const units = unitsOf(named);
  const rated = units.filter(({ blocks }) => blocks.some((block) => summaryCell(block, 'mean') !== null));
  const alone = rated.filter(({ isBattery, blocks: [block] }) => !isBattery && block?.kind === 'category');
  const figures = keyFiguresOf(named, dataset, pair, composing);
  const { t } = composing.translator;
  return together(
    drawn({ kind: 'heading', level: 2, text: dataset.title }),
    figures.length === 0 ? drawn() : drawn({ kind: 'key-figures', items: figures }),
    drawn(
      ...rated.filter(({ isBattery }) => isBattery).map((unit) => ratingTable(unit, named, pair, composing)),
      ...(alone.length === 0
        ? []
        : [ratingTable(gathered(alone, t('compose:scorecard.alone')), named, pair, composing)]),
    ),
    under(
      { kind: 'heading', level: 3, text: t('compose:scorecard.answers') },
      together(
        ...units
          .filter((unit) => !rated.includes(unit))
          .map((unit) =>
            presentGivenTable(
              sliceGiven(
                named,
                unit.blocks.map(({ variable }) => variable),
              ),
              composing,
              { display: 'table' },
            ),
          ),
      ),
    ),
  );
};

/** Lone ratings in one table. */
const gathered = (units: readonly Unit[], question: string): Unit => ({
  item: units.map(({ item }) => item).join(', '),
  question,
  blocks: units.flatMap(({ blocks }) => blocks),
  statements: units.map((unit) => wordingOf(unit)),
  isBattery: true,
});

/** Nothing in it could print the name of another institution. */
const nameless = (given: GivenTable): GivenTable => ({
  ...given,
  names: given.names.map((one) => (one.name === INSTITUTION ? { ...one, categories: [] } : one)),
});

const MEANINGS = [
  ['overall-rating', 'top-two'],
  ['recommendation', 'recommendation'],
  ['coordination-division-of-tasks', 'top-two'],
] as const;

const keyFiguresOf = (
  { table }: GivenTable,
  dataset: OpenDataset,
  { own, others }: Pair,
  { translator }: Composing,
): readonly KeyFigure[] =>
  MEANINGS.flatMap(([meaning, summary]): readonly KeyFigure[] => {
    const name = closedQuestions(dataset).find((one) => comparisonCodeOf(one) === meaning)?.name;
    const block = table.blocks.find(({ variable }) => variable === name);
    const [cell, other] =
      block === undefined ? [] : [summaryCell(block, summary, own), summaryCell(block, summary, others)];
    if (block === undefined || cell === undefined || cell === null || cell.value === null) return [];
    const { t, format } = translator;
    const context = [
      ...(cell.interval === null ? [] : [intervalText(summary, cell.interval, translator)]),
      t('compose:keyFigures.n', { n: format.integer(block.bases[own]?.n ?? cell.n) }),
      other?.value == null
        ? t('compose:scorecard.othersHidden')
        : t('compose:scorecard.othersAre', { value: valueText(summary, other.value, translator) }),
    ].join('; ');
    return [{ label: t(`compose:keyFigures.${meaning}`), value: valueText(summary, cell.value, translator), context }];
  });

/** Statement by statement: own mean, that of the others, and whether they differ. */
const ratingTable = (unit: Unit, given: GivenTable, pair: Pair, composing: Composing): Block => {
  const { translator } = composing;
  const { t } = translator;
  const cut = sliceGiven(
    given,
    unit.blocks.map(({ variable }) => variable),
  );
  const columns = [pair.own, ...(pair.others < 0 ? [] : [pair.others])];
  const label = (at: number): string => clip(given.table.columns[at]?.label ?? '', LONGEST.head);
  return {
    kind: 'table',
    caption: clip(
      unit.blocks.length > 1 && unit.item.includes(', ') ? unit.question : `${unit.item}. ${unit.question}`,
      LONGEST.caption,
    ),
    columns: [
      { label: t('compose:table.statement'), align: 'left', weight: 1 },
      ...columns.map((at) => ({ label: label(at), align: 'right' as const })),
      ...(pair.others < 0 ? [] : [{ label: t('compose:scorecard.difference'), align: 'left' as const }]),
    ],
    rows: unit.blocks.map((block, place): TableRow => ({
      cells: [
        clip(capitalised(unit.statements[place] === '' ? block.label : (unit.statements[place] ?? '')), LONGEST.label),
        ...columns.map((at) => meanText(block, at, composing)),
        ...(pair.others < 0 ? [] : [t(`compose:scorecard.verdict.${verdictOf(block, given, pair)}`)]),
      ],
    })),
    note: [
      t('compose:scorecard.test'),
      ...remarksOn(unit.blocks, given.table.smallestGroup, translator).slice(-2),
      sourceLine(unit, cut, composing),
    ].join(' '),
  };
};

const meanText = (block: DisclosedBlock, at: number, { translator }: Composing): string => {
  const cell = summaryCell(block, 'mean', at);
  const base = block.bases[at];
  if (cell === null || base === null || base === undefined) return HIDDEN;
  const text = cell.value === null ? '–' : valueText('mean', cell.value, translator);
  return translator.t('compose:table.withN', { text, n: translator.format.integer(base.n) });
};

/** What the table's own test says of the two means. */
const verdictOf = (block: DisclosedBlock, { table }: GivenTable, { own, others }: Pair) => {
  const [mine, theirs] = [summaryCell(block, 'mean', own), summaryCell(block, 'mean', others)];
  if (mine?.value == null || theirs?.value == null) return 'untested';
  const isHigher = (cell: SummaryCell, than: number): boolean =>
    cell.higherThan.includes(table.columns[than]?.letter ?? '?');
  if (isHigher(mine, others)) return 'higher';
  return isHigher(theirs, own) ? 'lower' : 'no-difference';
};
