import type { EvaluationId } from '../../platform/ids';
import type { Evaluation } from '../evaluations';
import type { KeepDataset } from './keep-dataset';
import type { VariableSet } from './domain/variables/variable';
import type { Waves } from './waves';

/** What tables and comparisons are made of: the answers to one questionnaire, or an imported wave. */
export interface DatasetName {
  readonly code: string;
  readonly title: string;
  readonly kind: 'questionnaire' | 'wave';
}

export interface OpenDataset extends DatasetName {
  readonly set: VariableSet;
  /** Calendar day of the last answer, or of the import; null while nobody has answered. */
  readonly dataCut: string | null;
  /**
   * Number of the last answer inside: the same cut opens the same answers again, but for break-offs whose respondents came
   * back after it, which are then missing.
   */
  readonly cut: number;
  /** Numbers of the responses, place by place; absent for an imported wave, whose rows have none. */
  readonly numbers?: ArrayLike<number>;
}

/** The data sets of an evaluation, its own questionnaires first. */
export interface Datasets {
  list(evaluation: Evaluation): Promise<readonly DatasetName[]>;
  /**
   * With derived variables and weights.
   *
   * @param cut answers up to this sequence number; absent: all there are
   */
  open(evaluation: Evaluation, code: string, cut?: number): Promise<OpenDataset | undefined>;
  /** Only what was asked: for the desks that derive and weigh. */
  openAsked(evaluation: Evaluation, code: string, cut?: number): Promise<OpenDataset | undefined>;
}

/** Adds variables to those that a data set has. */
export type ExtendSet = (evaluationId: EvaluationId, code: string, set: VariableSet) => Promise<VariableSet>;

export interface DatasetsNeeds {
  readonly dataset: KeepDataset;
  readonly waves: Pick<Waves, 'listWaves' | 'readWave'>;
  /** In order: derived variables first, weights may use them. */
  readonly extensions: readonly ExtendSet[];
}

export const createDatasets = ({ dataset, waves, extensions }: DatasetsNeeds): Datasets => {
  const answersOf = (evaluation: Evaluation) => dataset(evaluation, { kind: 'all' });

  const openAsked: Datasets['openAsked'] = async (evaluation, code, cut) => {
    const { questionnaires, answersTo } = await answersOf(evaluation);
    const own = questionnaires.find(({ definition }) => definition.code === code);
    if (own !== undefined) return { code, title: own.definition.title, kind: 'questionnaire', ...answersTo(own, cut) };
    const [wave, set] = await Promise.all([
      waves.listWaves(evaluation.id).then((all) => all.find((one) => one.code === code)),
      waves.readWave(evaluation.id, code),
    ]);
    if (wave === undefined || set === undefined) return undefined;
    return { code, title: wave.title, kind: 'wave', set, dataCut: wave.importedAt.toISOString().slice(0, 10), cut: 0 };
  };

  return {
    list: async (evaluation) => {
      const [{ questionnaires }, taken] = await Promise.all([answersOf(evaluation), waves.listWaves(evaluation.id)]);
      return [
        ...questionnaires.map(({ definition }) => ({
          code: definition.code,
          title: definition.title,
          kind: 'questionnaire' as const,
        })),
        ...taken.map(({ code, title }) => ({ code, title, kind: 'wave' as const })),
      ];
    },
    openAsked,
    open: async (evaluation, code, cut) => {
      const asked = await openAsked(evaluation, code, cut);
      if (asked === undefined) return undefined;
      let { set } = asked;
      for (const extend of extensions) set = await extend(evaluation.id, code, set);
      return { ...asked, set };
    },
  };
};
