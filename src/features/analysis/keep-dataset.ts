import type { Evaluation } from '../evaluations';
import type { CompiledVersion } from '../questionnaires/domain';
import { analyseAll, type Dataset, type Results, type ResultsFilter, type Viewpoint } from './domain';
import { datasetOf, lastDayOf } from './domain/dataset';
import { variablesOfQuestionnaire } from './domain/variables/of-questionnaire';
import type { VariableSet } from './domain/variables/variable';
import type { CurrentColumns, ReadColumns } from './segments';

export interface KeepDatasetNeeds {
  readonly readColumns: ReadColumns;
}

/** Answers to one questionnaire up to a number. */
export interface AnswersSoFar {
  readonly set: VariableSet;
  /** Number of the last answer inside; 0 while there is none. */
  readonly cut: number;
  /** Calendar day of the last answer; null while there is none. */
  readonly dataCut: string | null;
  readonly numbers: ArrayLike<number>;
}

export interface KeptDataset {
  readonly dataset: Dataset;
  /** Results under a filter of known codes; the same filter gives the same object. */
  readonly results: (filter: ResultsFilter) => Results;
  /** Every published version. */
  readonly versions: readonly CompiledVersion[];
  /** Questionnaires that have been published, by code, in the words of their newest version. */
  readonly questionnaires: readonly CompiledVersion[];
  /**
   * Answers to one questionnaire, ready for tables.
   *
   * @param cut up to this number, absent: all. A break-off whose respondent came back after the cut is missing: its answers
   *   are no longer kept.
   */
  readonly answersTo: (questionnaire: CompiledVersion, cut?: number) => AnswersSoFar;
}

export type KeepDataset = (evaluation: Evaluation, viewpoint: Viewpoint) => Promise<KeptDataset>;

/** Evaluations and viewpoints whose counts are held at once; the one not asked for longest goes first. */
const MOST_KEPT = 8;

interface Kept {
  readonly edition: object;
  /** The evaluation in words: its institutions and limits are part of every result. */
  readonly evaluation: string;
  readonly made: KeptDataset;
}

/** Answers of this moment with all that was counted of them, until another answer or another version comes. */
export const keepDataset = ({ readColumns }: KeepDatasetNeeds): KeepDataset => {
  const kept = new Map<string, Kept>();
  return async (evaluation, viewpoint) => {
    const key = `${evaluation.id} ${viewpoint.kind === 'own' ? viewpoint.institution : ''}`;
    const columns = await readColumns(evaluation.id);
    const text = JSON.stringify(evaluation);
    const known = kept.get(key);
    const isFresh = known?.edition === columns.edition && known.evaluation === text;
    const current = isFresh
      ? known
      : { edition: columns.edition, evaluation: text, made: makeDataset(columns, evaluation, viewpoint) };
    kept.delete(key);
    kept.set(key, current);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    return current.made;
  };
};

const makeDataset = (
  { published, versions, publishedOn, rows }: CurrentColumns,
  evaluation: Evaluation,
  viewpoint: Viewpoint,
): KeptDataset => {
  const dataset = datasetOf({ evaluation, versions, publishedOn, viewpoint }, rows);
  const newest = new Map<string, CompiledVersion>();
  for (const { code, id } of published) {
    const version = versions.get(id);
    if (version !== undefined && !newest.has(code)) newest.set(code, version);
  }
  const answersTo = (questionnaire: CompiledVersion, cut?: number): AnswersSoFar => {
    const all = dataset.rowsOf(questionnaire.definition.code);
    if (all === undefined) throw new Error(`No questionnaire ${questionnaire.definition.code}`);
    const some = cut === undefined ? all : all.upTo(cut);
    return {
      set: variablesOfQuestionnaire(dataset, questionnaire, some),
      cut: some.numbers.at(-1) ?? 0,
      dataCut: lastDayOf([some]),
      numbers: some.numbers,
    };
  };
  const whole = new Map<string, AnswersSoFar>();
  return {
    dataset,
    results: remembered((filter) => analyseAll(dataset, [...versions.values()], filter)),
    versions: [...versions.values()],
    questionnaires: [...newest.values()],
    answersTo: (questionnaire, cut) => {
      if (cut !== undefined) return answersTo(questionnaire, cut);
      const { code } = questionnaire.definition;
      const known = whole.get(code) ?? answersTo(questionnaire);
      whole.set(code, known);
      return known;
    },
  };
};

/** Filters whose results are held for one dataset. */
const MOST_RESULTS = 50;

const remembered = (analyse: (filter: ResultsFilter) => Results) => {
  const known = new Map<string, Results>();
  return (filter: ResultsFilter): Results => {
    const key = JSON.stringify(filter);
    const results = known.get(key) ?? analyse(filter);
    if (known.size >= MOST_RESULTS) known.clear();
    known.set(key, results);
    return results;
  };
};
