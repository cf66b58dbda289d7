import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import {
  comparableVariables,
  compareUnits,
  depthOf,
  joinSameMeaning,
  MARGINS,
  mayCompareBy,
  measuresOf,
  mixVariables,
  overviewMeasures,
  unitsOf,
  type Against,
  type ComparisonRequest,
  type DisclosedComparison,
  type DisclosedDepth,
  type Measure,
} from '../domain/comparison';
import { itemsAboutInstitution } from '../domain/questions/about-institution';
import { separatesFew } from '../domain/tables/separates-few';
import type { Variable, VariableSet } from '../domain/variables/variable';
import type { DatasetName, OpenDataset } from '../datasets';
import type { DeskNeeds } from '../desk-needs';
import type { Desk } from '../open-desk';
import { tellTaleFilter, unknownVariable, unusableVariable } from '../tables/problems';
import { measureCode, type ComparisonQuery } from './inputs';
import { chooseUnit, mixCandidates } from './choose';
import { notComparable, sensitiveQuestion, unknownMeasure } from './problems';

type Named = Pick<Variable, 'name' | 'label' | 'origin'>;

export interface ReadComparison {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: Omit<OpenDataset, 'set'>;
  /** Null where the data set has no groups to compare. */
  readonly comparison: DisclosedComparison | null;
  /** The same question in depth, pair by pair and each against the rest; null in the overview. */
  readonly depth: ReadDepth | null;
  readonly options: {
    readonly units: readonly Named[];
    readonly questions: readonly Named[];
    readonly weights: readonly Named[];
    readonly mix: readonly Named[];
    readonly chosenMix: readonly string[];
  };
}

export interface ReadDepth {
  readonly measures: readonly Pick<Measure, 'code' | 'answer'>[];
  /** As the page was asked for. */
  readonly shown: DisclosedDepth;
  /** The other way round; null where there are two groups, or too many for pairs. */
  readonly other: DisclosedDepth | null;
}

/** Every pair of so many groups is shown; of more, each against the rest. */
const MOST_FOR_PAIRS = 5;
const MOST_FOR_BOTH = 8;

/**
 * Groups of one data set compared, disclosed and ready to be shown.
 *
 * @throws Problem `evaluations.not-found` · `tables.unknown-dataset` · `tables.unknown-variable` · `tables.unusable-variable` ·
 *         `tables.tell-tale-filter` · `comparison.not-groups` · `comparison.not-comparable` · `comparison.sensitive` ·
 *         `comparison.unknown-measure`
 */
export const readComparison =
  ({ openDesk, ...opening }: Pick<DeskNeeds, 'openDesk' | 'datasets' | 'dataset'>) =>
  async (evaluationId: EvaluationId, query: ComparisonQuery): Promise<ReadComparison> => {
    const desk = await openDesk(evaluationId, query.zbior);
    const { evaluation, datasets } = desk;
    const { set: _, ...name } = desk.dataset;
    const [set, about] = await Promise.all([joined(opening, desk), aboutInstitution(opening, desk)]);
    refuseUnusable(set, query);
    const { smallestGroup } = evaluation;
    if ([set, desk.dataset.set].some((one) => separatesFew(one, query.filtr, smallestGroup)))
      throw tellTaleFilter({ smallestGroup });

    const candidates = mayCompareBy(set);
    const unit = chooseUnit(set, candidates, query.wedlug);
    const read = unit === null ? null : compareAll(set, unit.name, about, { query, evaluation });
    return {
      evaluation,
      datasets,
      dataset: name,
      comparison: read?.comparison ?? null,
      depth: read?.depth ?? null,
      options: {
        units: candidates,
        questions: unit === null ? [] : comparableVariables(set, unit.name, about),
        weights: [...set.variables.values()].filter(isWeight),
        mix: unit === null ? [] : mixCandidates(set, unit.name),
        chosenMix: unit === null ? [] : mixVariables(set, unit.name, query.sklad).map((one) => one.name),
      },
    };
  };

type Opening = Pick<DeskNeeds, 'datasets' | 'dataset'>;

/** With the other questionnaires: partners of ROPS answer some of the questions that clients of OWES answer. */
const joined = async ({ datasets }: Opening, { evaluation, datasets: names, dataset }: Desk): Promise<VariableSet> => {
  if (dataset.kind === 'wave') return dataset.set;
  const others = names.filter(({ kind, code }) => kind === 'questionnaire' && code !== dataset.code);
  const opened = await Promise.all(others.map(({ code }) => datasets.open(evaluation, code)));
  return joinSameMeaning(
    dataset.set,
    opened.flatMap((one) => (one === undefined ? [] : [one.set])),
  );
};

/** Codes of the items asked about the institution; none for waves. */
const aboutInstitution = async (
  { dataset: keep }: Opening,
  { evaluation, dataset }: Desk,
): Promise<ReadonlySet<string>> => {
  if (dataset.kind === 'wave') return new Set();
  const { questionnaires } = await keep(evaluation, { kind: 'all' });
  const version = questionnaires.find(({ definition }) => definition.code === dataset.code);
  return version === undefined ? new Set() : itemsAboutInstitution(version);
};

const isWeight = ({ kind, level, origin }: Variable): boolean =>
  kind === 'number' && (level === 'weight' || origin?.kind === 'weight');

const refuseUnusable = (set: VariableSet, { filtr, waga }: ComparisonQuery): void => {
  for (const { variable: name } of filtr) {
    const variable = set.variables.get(name);
    if (variable === undefined) throw unknownVariable({ name });
    if ((variable.kind !== 'category' && variable.kind !== 'set') || variable.sensitive === true)
      throw unusableVariable({ name });
  }
  if (waga !== '') {
    const weight = set.variables.get(waga);
    if (weight === undefined) throw unknownVariable({ name: waga });
    if (weight.kind !== 'number' || weight.sensitive === true) throw unusableVariable({ name: waga });
  }
};

interface Wanted {
  readonly query: ComparisonQuery;
  readonly evaluation: Evaluation;
}

const compareAll = (
  set: VariableSet,
  unit: string,
  about: ReadonlySet<string>,
  { query, evaluation: { smallestGroup } }: Wanted,
): { readonly comparison: DisclosedComparison; readonly depth: ReadDepth | null } => {
  const variable = set.variables.get(unit);
  const groups = variable?.kind === 'category' ? unitsOf(variable).units.length : 0;
  const request = requestOf(unit, query, groups);
  const overview = overviewMeasures(set, unit, about);
  if (query.pytanie === '') return { comparison: compareUnits(set, overview, request, smallestGroup), depth: null };

  const chosen = chooseMeasure(set, query, unit);
  const own = measuresOf(chosen.variable);
  const isInOverview = overview.some((one) => one.variable === chosen.variable);
  const measures = isInOverview ? overview.map((one) => (one.variable === chosen.variable ? chosen : one)) : own;
  const depthWith = (
    against: Against,
  ): { readonly comparison: DisclosedComparison; readonly depth: DisclosedDepth } | null => {
    const asked: ComparisonRequest = { ...request, against, family: isInOverview ? request.family : 'question' };
    const comparison = compareUnits(set, measures, asked, smallestGroup);
    const item = comparison.items.find((one) => one.about.variable === query.pytanie && one.about.code === chosen.code);
    const mix = mixVariables(set, unit, query.sklad).filter(({ name }) => name !== query.pytanie);
    return item === undefined
      ? null
      : { comparison, depth: depthOf(set, chosen, item, { request: asked, smallestGroup, mix }) };
  };
  const shown = depthWith(request.against);
  if (shown === null) throw notComparable({ name: query.pytanie });
  const asked = shown.depth.item.groups.filter((group) => group.seen || group.reason !== 'none').length;
  const isBoth = asked > 2 && groups <= MOST_FOR_BOTH;
  const other = isBoth ? depthWith(request.against === 'pairs' ? 'rest' : 'pairs') : null;
  return {
    comparison: shown.comparison,
    depth: {
      measures: own.map(({ code, answer }) => ({ code, answer })),
      shown: shown.depth,
      other: other?.depth ?? null,
    },
  };
};

const requestOf = (unit: string, query: ComparisonQuery, groups: number): ComparisonRequest => {
  const usual: Against = groups <= MOST_FOR_PAIRS ? 'pairs' : 'rest';
  const asked = { '': usual, pary: 'pairs', reszta: 'rest' } as const;
  return {
    unit,
    filter: query.filtr,
    weight: query.waga === '' ? null : query.waga,
    against: groups <= 2 ? 'pairs' : asked[query.wobec],
    family: query.rodzina === 'strona' ? 'page' : 'question',
    margins: {
      mean: query.prog_srednia ?? MARGINS.mean,
      share: query.prog_odsetek === null ? MARGINS.share : query.prog_odsetek / 100,
      recommendation: query.prog_nps ?? MARGINS.recommendation,
    },
  };
};

const chooseMeasure = ({ variables }: VariableSet, { pytanie, miara }: ComparisonQuery, unit: string): Measure => {
  const variable = variables.get(pytanie);
  if (variable === undefined) throw unknownVariable({ name: pytanie });
  if (variable.sensitive === true) throw sensitiveQuestion({ name: pytanie });
  const all = pytanie === unit ? [] : measuresOf(variable);
  const [first] = all;
  if (first === undefined) throw notComparable({ name: pytanie });
  if (miara === '') return first;
  const chosen = all.find(({ code }) => code === measureCode(miara));
  if (chosen === undefined) throw unknownMeasure({ name: miara });
  return chosen;
};
