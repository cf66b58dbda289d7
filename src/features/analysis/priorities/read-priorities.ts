import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import {
  chooseDrivers,
  chooseOutcome,
  countComplete,
  countedBy,
  countPairs,
  discloseDrivers,
  disclosePairs,
  driveOutcome,
  findPairs,
  isMeasured,
  measurePairs,
  pointsOf,
  protectGroups,
  type Counted,
  type DisclosedDrivers,
  type DisclosedPairs,
  type HiddenBecause,
  type ImportancePairs,
} from '../domain/priorities';
import type { FilterCondition } from '../domain/tables';
import { membersOf } from '../domain/tables/banners';
import { separatesFew } from '../domain/tables/separates-few';
import type { CategoryVariable, Variable, VariableSet } from '../domain/variables/variable';
import type { DatasetName, OpenDataset } from '../datasets';
import type { DeskNeeds } from '../desk-needs';
import { chooseDataset } from './choose-dataset';
import { tellTaleFilter, unknownInstitution, unknownVariable, unusableVariable } from './problems';

export interface PrioritiesWanted {
  /** Code of the data set; empty: the first that asks for importance. */
  readonly dataset: string;
  /** Code of an institution; null: all of them. */
  readonly institution: string | null;
  readonly weight: string | null;
  readonly filter: readonly FilterCondition[];
  /** Null: chosen by rule. */
  readonly outcome: string | null;
  readonly drivers: readonly string[];
  /** Key drivers take a thousand regressions: beside stated importance they are worked out only when they are shown. */
  readonly view: 'map' | 'everything';
}

export interface InstitutionChoice {
  readonly code: string;
  readonly name: string;
  /** Too few people to stand alone, or another would be known from it. */
  readonly isHidden: boolean;
}

export type VariableChoice = Pick<Variable, 'name' | 'label'>;

export interface Priorities {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly dataset: Omit<OpenDataset, 'set'>;
  readonly institutions: readonly InstitutionChoice[];
  readonly institution: InstitutionChoice | null;
  readonly weights: readonly VariableChoice[];
  /** What may be explained, and by what. */
  readonly measured: readonly VariableChoice[];
  /** Values that filters offer: subregion, client type. */
  readonly filters: readonly { readonly variable: string; readonly values: readonly VariableChoice[] }[];
  /** Null where importance was not asked. */
  readonly pairs: DisclosedPairs | null;
  /** Null where no overall rating or recommendation was asked and none is wanted, or where the map does not need them. */
  readonly drivers: DisclosedDrivers | null;
}

/**
 * What matters to people and how well it is done: as they say it themselves, and as it goes together with the overall
 * rating.
 *
 * @throws Problem `tables.unknown-dataset` · `priorities.*`
 */
export const readPriorities =
  ({ openDesk, readEvaluation, datasets: all }: Pick<DeskNeeds, 'openDesk' | 'readEvaluation' | 'datasets'>) =>
  async (evaluationId: EvaluationId, wanted: PrioritiesWanted): Promise<Priorities> => {
    const code = wanted.dataset === '' ? await chooseDataset(all, await readEvaluation(evaluationId)) : wanted.dataset;
    const { evaluation, datasets, dataset } = await openDesk(evaluationId, code);
    const { set, ...about } = dataset;
    refuseUnusable(set, wanted, evaluation.smallestGroup);
    const groups = institutionsOf(set);
    const everyone = countedBy(set, membersOf(set, wanted.filter), wanted.weight);
    const place = groups?.categories.findIndex(({ code }) => code === wanted.institution) ?? -1;
    if (wanted.institution !== null && place < 0) throw unknownInstitution({ name: wanted.institution });
    const context = { set, groups, all: everyone, place, smallestGroup: evaluation.smallestGroup };
    const pairs = findPairs(set);
    const institutions = offered(context);
    return {
      evaluation,
      datasets,
      dataset: about,
      institutions,
      institution: institutions.find(({ code }) => code === wanted.institution) ?? null,
      weights: choicesOf(
        set,
        ({ kind, origin, level }) => kind === 'number' && (origin?.kind === 'weight' || level === 'weight'),
      ),
      measured: choicesOf(set, isMeasured),
      filters: filtersOf(set),
      pairs: pairs && readPairs(context, pairs),
      drivers: pairs !== null && wanted.view === 'map' ? null : readDrivers(context, pairs, wanted),
    };
  };

interface Context {
  readonly set: VariableSet;
  readonly groups: CategoryVariable | null;
  /** Everyone the filter lets through, of all institutions. */
  readonly all: Counted;
  /** Of the institution asked for; −1 for all. */
  readonly place: number;
  readonly smallestGroup: number;
}

const refuseUnusable = (set: VariableSet, wanted: PrioritiesWanted, smallestGroup: number): void => {
  const check = (name: string, isUsable: (variable: Variable) => boolean): void => {
    const variable = set.variables.get(name);
    if (variable === undefined) throw unknownVariable({ name });
    if (!isUsable(variable)) throw unusableVariable({ name });
  };
  const { weight, filter, outcome, drivers } = wanted;
  if (weight !== null) check(weight, ({ kind }) => kind === 'number');
  for (const { variable } of filter)
    check(variable, ({ kind, sensitive }) => (kind === 'category' || kind === 'set') && sensitive !== true);
  if (outcome !== null) check(outcome, isMeasured);
  for (const name of drivers) check(name, isMeasured);
  if (separatesFew(set, filter, smallestGroup)) throw tellTaleFilter({ smallestGroup });
};

const INSTITUTION = 'instytucja';
const FILTERS = ['podregion', 'typ'];

const institutionsOf = ({ variables }: VariableSet): CategoryVariable | null => {
  const variable = variables.get(INSTITUTION);
  return variable?.kind === 'category' && variable.origin?.kind === 'dimension' ? variable : null;
};

const sizesOf = (groups: CategoryVariable, isCounted: (at: number) => boolean): readonly number[] => {
  const sizes = new Array<number>(groups.categories.length).fill(0);
  groups.places.forEach((place, at) => {
    if (place >= 0 && isCounted(at)) sizes[place] = (sizes[place] ?? 0) + 1;
  });
  return sizes;
};

/** Institutions that have anybody in this data set. */
const offered = ({ groups, all, smallestGroup }: Context): readonly InstitutionChoice[] => {
  if (groups === null) return [];
  const sizes = sizesOf(groups, (at) => all.members[at] === 1);
  const hidden = protectGroups(sizes, total(all.members), smallestGroup);
  return groups.categories.flatMap(({ code, label }, at) =>
    sizes[at] === 0 ? [] : [{ code, name: label, isHidden: hidden[at] !== null }],
  );
};

const total = (members: Uint8Array): number => members.reduce((sum, one) => sum + one, 0);

/** Those of the institution asked for. */
const ofInstitution = ({ groups, all, place }: Context): Counted =>
  place < 0 || groups === null
    ? all
    : { ...all, members: all.members.map((member, at) => (member === 1 && groups.places[at] === place ? 1 : 0)) };

const readPairs = (context: Context, pairs: ImportancePairs): DisclosedPairs => {
  const { set, groups, all, place, smallestGroup } = context;
  const counted = ofInstitution(context);
  const hidden = pairs.aspects.map((aspect): HiddenBecause => {
    if (place < 0 || groups === null) return null;
    const of = { places: groups.places, count: groups.categories.length };
    const counts = countPairs(set, aspect, all, of);
    return protectGroups(counts.sizes, counts.total, smallestGroup)[place] ?? null;
  });
  const measured = measurePairs(set, pairs.aspects, counted);
  return disclosePairs({ pairs, measured, hidden, isWeighted: all.weights !== null }, smallestGroup);
};

const readDrivers = (
  context: Context,
  pairs: ImportancePairs | null,
  wanted: PrioritiesWanted,
): DisclosedDrivers | null => {
  const { set, groups, all, place, smallestGroup } = context;
  const outcome = wanted.outcome === null ? chooseOutcome(set) : set.variables.get(wanted.outcome);
  if (!outcome) return null;
  const drivers =
    wanted.drivers.length === 0
      ? chooseDrivers(set, outcome, all.members, pairs?.performance.code ?? null)
      : [...new Set(wanted.drivers)].flatMap((name) => (name === outcome.name ? [] : (set.variables.get(name) ?? [])));
  const analysis = driveOutcome(outcome, drivers, ofInstitution(context).members);
  if (place < 0 || groups === null) return discloseDrivers(analysis, null, smallestGroup);
  const columns = [outcome, ...drivers].flatMap((variable) => pointsOf(variable) ?? []);
  const isComplete = (at: number): boolean =>
    all.members[at] === 1 && columns.every((column) => !Number.isNaN(column[at] ?? NaN));
  const hidden = protectGroups(sizesOf(groups, isComplete), countComplete(columns, all.members), smallestGroup);
  return discloseDrivers(analysis, hidden[place] ?? null, smallestGroup);
};

const choicesOf = ({ variables }: VariableSet, isOffered: (variable: Variable) => boolean): readonly VariableChoice[] =>
  [...variables.values()].filter(isOffered).map(({ name, label }) => ({ name, label }));

const filtersOf = ({ variables }: VariableSet): Priorities['filters'] =>
  FILTERS.flatMap((name) => {
    const variable = variables.get(name);
    if (variable?.kind !== 'category') return [];
    return [{ variable: name, values: variable.categories.map(({ code, label }) => ({ name: code, label })) }];
  });
