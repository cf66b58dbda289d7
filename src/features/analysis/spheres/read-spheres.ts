import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { DeskNeeds } from '../desk-needs';
import {
  discloseSpheres,
  findSphereQuestions,
  groupRankers,
  measureGroup,
  measureOrders,
  rankingOf,
  type DisclosedSpheres,
  type MeasuredGroup,
  type Order,
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
 * @param questionnaire code of the only one to look at; null: all, and the sheets of experts at their meeting
 * @param sheets        orders on the sheets of one meeting; absent: of the last one
 * @throws Problem `evaluations.not-found` · `spheres.no-ranking`
 */
export const readSpheres =
  ({
    readEvaluation,
    dataset: keepDataset,
    readExpertRankings,
  }: Pick<DeskNeeds, 'readEvaluation' | 'dataset' | 'readExpertRankings'>) =>
  async (evaluationId: EvaluationId, questionnaire: string | null, sheets?: readonly Order[]): Promise<Spheres> => {
    const evaluation = await readEvaluation(evaluationId);
    const { dataset, questionnaires } = await keepDataset(evaluation, { kind: 'all' });
    const questions = findSphereQuestions(questionnaires);
    const asked = questions.filter((one) => questionnaire === null || one.questionnaire === questionnaire);
    if (questionnaire !== null && asked.length === 0) throw noRanking({ name: questionnaire });
    const about = { evaluation, questions, questionnaire, dataCut: dataset.dataCut };
    const column = rankingOf(dataset, asked);
    if (column === null) return { ...about, spheres: null };
    const { smallestGroup } = evaluation;
    const asking = groupRankers(dataset, asked, smallestGroup).map((group) => measureGroup(column, group));
    if (questionnaire !== null) return { ...about, spheres: discloseSpheres(asking, column.most, smallestGroup) };
    const experts = measureOrders(column, sheets ?? (await readExpertRankings(evaluationId)));
    const met = withExperts(asking, experts, smallestGroup);
    const missing = missingAmong(met).map((group) => measureGroup(column, group));
    return { ...about, spheres: discloseSpheres([...met, ...missing], column.most, smallestGroup) };
  };

/**
 * Experts are counted once: from their sheets when these may be seen, or when nobody answered as an expert. The same person may have
 * answered a questionnaire for experts before the meeting.
 */
const withExperts = (
  asking: readonly MeasuredGroup[],
  experts: MeasuredGroup,
  smallestGroup: number,
): readonly MeasuredGroup[] => {
  const answered = asking.find(({ group }) => group === 'experts')?.n ?? 0;
  if (experts.n === 0 || (answered > 0 && experts.n < smallestGroup)) return asking;
  return [...asking.filter(({ group }) => group !== 'experts'), experts];
};

const missingAmong = (groups: readonly Pick<Rankers, 'group'>[]): readonly Rankers[] =>
  EXPECTED.filter(
    (group) =>
      !groups.some((one) => one.group === group || (group === 'local-governments' && one.group === 'partners')),
  ).map((group) => ({ group, origin: 'survey' as const, questions: [], members: new Uint32Array(), silent: 0 }));
