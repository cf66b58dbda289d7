import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { DeskNeeds } from '../desk-needs';
import {
  discloseSpheres,
  findSphereQuestions,
  groupRankers,
  measureGroup,
  rankingOf,
  type DisclosedSpheres,
  type Rankers,
  type SphereGroup,
  type SphereQuestion,
} from '../domain/spheres';
import { noRanking } from './problems';

export interface Spheres {
  readonly evaluation: Evaluation;
  /** All questions of the evaluation that rank spheres. */
  readonly questions: readonly SphereQuestion[];
  /** Questionnaire looked at; null: all. */
  readonly questionnaire: string | null;
  readonly dataCut: string | null;
  /** Null where no questionnaire ranks spheres. */
  readonly spheres: DisclosedSpheres | null;
}

/** Groups that a finding about spheres rests on: one without answers is said to be missing. */
const EXPECTED: readonly SphereGroup[] = ['clients', 'local-governments', 'experts'];

/**
 * In which spheres jobs should come first: as clients, local governments, other partners and experts rank them.
 *
 * @param questionnaire code of the only one to look at; null: all
 * @throws Problem `evaluations.not-found` · `spheres.no-ranking`
 */
export const readSpheres =
  ({ readEvaluation, dataset: keepDataset }: Pick<DeskNeeds, 'readEvaluation' | 'dataset'>) =>
  async (evaluationId: EvaluationId, questionnaire: string | null): Promise<Spheres> => {
    const evaluation = await readEvaluation(evaluationId);
    const { dataset, questionnaires } = await keepDataset(evaluation, { kind: 'all' });
    const questions = findSphereQuestions(questionnaires);
    const asked = questions.filter((one) => questionnaire === null || one.questionnaire === questionnaire);
    if (questionnaire !== null && asked.length === 0) throw noRanking({ name: questionnaire });
    const about = { evaluation, questions, questionnaire, dataCut: dataset.dataCut };
    const column = rankingOf(dataset, asked);
    if (column === null) return { ...about, spheres: null };
    const rankers = groupRankers(dataset, asked, evaluation.smallestGroup);
    const groups = [...rankers, ...(questionnaire === null ? missingAmong(rankers) : [])];
    const measured = groups.map((group) => measureGroup(column, group));
    return { ...about, spheres: discloseSpheres(measured, column.most, evaluation.smallestGroup) };
  };

const missingAmong = (rankers: readonly Rankers[]): readonly Rankers[] =>
  EXPECTED.filter(
    (group) =>
      !rankers.some((one) => one.group === group || (group === 'local-governments' && one.group === 'partners')),
  ).map((group) => ({ group, questions: [], members: new Uint32Array(), silent: 0 }));
