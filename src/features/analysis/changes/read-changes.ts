import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { DatasetName, OpenDataset } from '../datasets';
import type { DeskNeeds } from '../desk-needs';
import {
  adjustTogether,
  compareVariables,
  fieldworkReasons,
  measureSide,
  pairItems,
  type Change,
  type Fieldwork,
  type ItemPair,
  type SideMeasure,
} from '../domain/changes';
import type { Variable, VariableSet } from '../domain/variables/variable';
import type { FieldworkStore } from '../waves/fieldwork-store';
import { unknownWave, unknownWeight } from './problems';

export interface ChangesWanted {
  /** Codes of data sets; empty: chosen by what there is. */
  readonly later: string;
  readonly earlier: string;
  /** Names of weights; empty: none. */
  readonly laterWeight: string;
  readonly earlierWeight: string;
}

/** A data set as one side of the comparison. */
export interface ComparedSet {
  readonly code: string;
  readonly title: string;
  readonly n: number;
  readonly fieldwork: Fieldwork;
  readonly weights: readonly { readonly name: string; readonly label: string }[];
  readonly weight: string | null;
}

export interface ChangedItem extends Omit<ItemPair, 'later' | 'earlier'> {
  readonly name: string;
  readonly label: string;
  readonly earlierName: string;
  readonly earlierLabel: string;
  readonly change: Change;
  /** The same question in waves that are not compared here. */
  readonly others: readonly { readonly code: string; readonly measures: readonly SideMeasure[] }[];
}

export interface ReadChanges {
  readonly evaluation: Evaluation;
  readonly datasets: readonly DatasetName[];
  readonly later: ComparedSet | null;
  /** Null while there is no wave to compare with. */
  readonly earlier: ComparedSet | null;
  readonly others: readonly DatasetName[];
  readonly items: readonly ChangedItem[];
}

export interface ReadChangesNeeds extends Pick<DeskNeeds, 'readEvaluation' | 'datasets'> {
  readonly fieldwork: FieldworkStore;
}

/** Waves beside these two whose values are shown, too. */
const MOST_OTHERS = 3;

/**
 * Every question that two waves share, compared as of independent samples.
 *
 * @throws Problem `evaluations.not-found` · `changes.unknown-wave` · `changes.unknown-weight`
 */
export const readChanges =
  ({ readEvaluation, datasets, fieldwork }: ReadChangesNeeds) =>
  async (evaluationId: EvaluationId, wanted: ChangesWanted): Promise<ReadChanges> => {
    const evaluation = await readEvaluation(evaluationId);
    const names = await datasets.list(evaluation);
    for (const code of [wanted.later, wanted.earlier])
      if (code !== '' && !names.some((one) => one.code === code)) throw unknownWave({ code });
    const open = (code: string) => datasets.open(evaluation, code);
    const waves = names.filter(({ kind }) => kind === 'wave');
    const earlier = await openOne(open, wanted.earlier === '' ? (waves[0]?.code ?? '') : wanted.earlier);
    const later = await laterOf(open, names, wanted.later, earlier);
    if (later === undefined || earlier === undefined || later.code === earlier.code)
      return { evaluation, datasets: names, later: null, earlier: null, others: [], items: [] };
    const sides = {
      later: await sideOf(fieldwork, evaluationId, later, wanted.laterWeight),
      earlier: await sideOf(fieldwork, evaluationId, earlier, wanted.earlierWeight),
    };
    const rest = waves.filter(({ code }) => code !== later.code && code !== earlier.code).slice(0, MOST_OTHERS);
    const others = (await Promise.all(rest.map(({ code }) => open(code)))).flatMap((set) => set ?? []);
    const { smallestGroup } = evaluation;
    const items = compareAll({ earlier, later }, sides, { smallestGroup, others });
    return { evaluation, datasets: names, ...sides, others: rest, items };
  };

type Open = (code: string) => Promise<OpenDataset | undefined>;

const openOne = (open: Open, code: string): Promise<OpenDataset | undefined> =>
  code === '' ? Promise.resolve(undefined) : open(code);

/** Without a wish: the questionnaire with which the wave has most questions in common. */
const laterOf = async (
  open: Open,
  names: readonly DatasetName[],
  wanted: string,
  earlier: OpenDataset | undefined,
): Promise<OpenDataset | undefined> => {
  if (wanted !== '' || earlier === undefined) return openOne(open, wanted);
  let best: OpenDataset | undefined;
  let most = -1;
  for (const { code } of names.filter((one) => one.kind === 'questionnaire')) {
    const dataset = await open(code);
    const shared = dataset === undefined ? -1 : pairItems(earlier, dataset).length;
    if (shared > most) [best, most] = [dataset, shared];
  }
  return best;
};

const sideOf = async (
  fieldwork: FieldworkStore,
  evaluationId: EvaluationId,
  { code, title, set }: OpenDataset,
  weight: string,
): Promise<ComparedSet> => {
  const weights = [...set.variables.values()]
    .filter((variable) => variable.kind === 'number' && variable.level === 'weight')
    .map(({ name, label }) => ({ name, label }));
  if (weight !== '' && !weights.some(({ name }) => name === weight)) throw unknownWeight({ name: weight });
  const described = await fieldwork.read(evaluationId, code);
  return { code, title, n: set.n, fieldwork: described, weights, weight: weight === '' ? null : weight };
};

const compareAll = (
  { earlier, later }: { readonly earlier: OpenDataset; readonly later: OpenDataset },
  sides: { readonly earlier: ComparedSet; readonly later: ComparedSet },
  { smallestGroup, others }: { readonly smallestGroup: number; readonly others: readonly OpenDataset[] },
): readonly ChangedItem[] => {
  const pairs = pairItems(earlier, later);
  const general = fieldworkReasons(sides.earlier.fieldwork, sides.later.fieldwork);
  const othersPaired = others.map((other) => ({
    other,
    pairs: new Map(pairItems(other, later).map((pair) => [pair.later.name, pair])),
  }));
  const changes = adjustTogether(
    pairs.map((pair) =>
      compareVariables(
        { set: withVariable(earlier.set, pair.earlier), variable: pair.earlier.name, weight: sides.earlier.weight },
        { set: later.set, variable: pair.later.name, weight: sides.later.weight },
        { smallestGroup, beside: [...pair.beside, ...general] },
      ),
    ),
  );
  return pairs.flatMap(({ later: own, earlier: old, ...pair }, at) => {
    const change = changes[at];
    if (change === undefined) return [];
    const measured = othersPaired.flatMap(({ other, pairs: found }) => {
      const counterpart = found.get(own.name)?.earlier;
      if (counterpart === undefined) return [];
      const side = { set: withVariable(other.set, counterpart), variable: counterpart.name, weight: null };
      return [{ code: other.code, measures: measureSide(side, { smallestGroup }) }];
    });
    return [
      {
        ...pair,
        name: own.name,
        label: own.label,
        earlierName: old.name,
        earlierLabel: old.label,
        change,
        others: measured,
      },
    ];
  });
};

/** The set with one variable as it was turned into ours. */
const withVariable = ({ n, variables }: VariableSet, variable: Variable): VariableSet => ({
  n,
  variables: new Map(variables).set(variable.name, variable),
});
