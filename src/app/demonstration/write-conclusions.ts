import type { Actor } from '../../features/accounts';
import type { Evaluation } from '../../features/evaluations';
import type { Criterion, EvaluationMatrix } from '../../features/evaluations/domain';
import {
  quarterOf,
  quartersAfter,
  type Conclusion,
  type Finding,
  type FindingId,
} from '../../features/findings/domain';
import type { AccountId } from '../../platform/ids';
import type { Chapters } from '../compose';
import { CONCLUSIONS, RECOMMENDATIONS, type PlannedConclusion, type PlannedRecommendation } from './conclusions-plan';

const WRITER = 'Anna Wrona';
const MOST_FINDINGS = 3;

/** Part of the demonstration; says so in its own words. Works with the findings that there are, also with none. */
export const writeConclusions = async (chapters: Chapters, evaluation: Evaluation): Promise<void> => {
  const { conclusions, recommendations } = chapters.findings;
  if ((await conclusions.listConclusions(evaluation.id)).length > 0) return;
  const findings = await chapters.findings.listFindings(evaluation.id);
  const matrix = await chapters.evaluations.matrix.readMatrix(evaluation.id);
  const written: Conclusion[] = [];
  for (const planned of CONCLUSIONS)
    written.push(await conclusions.addConclusion(evaluation.id, wordsOf(planned, findings, matrix), WRITER));
  if ((await recommendations.listRecommendations(evaluation.id)).length > 0) return;
  for (const planned of RECOMMENDATIONS) await recommend(chapters, evaluation, planned, written);
};

const wordsOf = (
  { title, text, criterion: code, dimensions, tone, state, findings: fits }: PlannedConclusion,
  findings: readonly Finding[],
  { rows }: EvaluationMatrix,
) => {
  const criterion: Criterion = code === 'jakość' ? { kind: 'own', name: code } : { kind: 'listed', code };
  return {
    title,
    text,
    criterion,
    dimensions,
    tone,
    state,
    matrixRow: rows.find((row) => isSame(row.criterion, criterion))?.id ?? null,
    findings: fitting(findings, fits, criterion),
  };
};

const isSame = (one: Criterion | null, other: Criterion): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Those whose words fit, judged by the same criterion first. */
const fitting = (findings: readonly Finding[], fits: RegExp, criterion: Criterion): readonly FindingId[] => {
  const sameFirst = [...findings].sort(
    (one, other) => Number(isSame(other.criterion, criterion)) - Number(isSame(one.criterion, criterion)),
  );
  return sameFirst
    .filter(({ title, text }) => fits.test(`${title} ${text}`))
    .slice(0, MOST_FINDINGS)
    .map(({ id }) => id);
};

const recommend = async (
  { findings: { recommendations } }: Chapters,
  { id, closesOn, institutions }: Evaluation,
  planned: PlannedRecommendation,
  written: readonly Conclusion[],
): Promise<void> => {
  const { conclusions, addressees, inQuarters, isAsked, accepted, ...words } = planned;
  const { number } = await recommendations.addRecommendation(
    id,
    {
      ...words,
      conclusions: conclusions.flatMap((place) => written[place]?.id ?? []),
      addressees: institutions
        .filter(({ code }) => addressees.includes(code))
        .map(({ code }) => ({ kind: 'institution', code })),
      due: quartersAfter(quarterOf(closesOn), inQuarters),
    },
    WRITER,
  );
  if (!isAsked) return;
  const seen = { evaluationId: id, number };
  await recommendations.decide({ ...seen, revision: 1 }, { status: 'to-decide', reason: '' }, EVALUATOR);
  if (accepted === null) return;
  const { institution, reason } = accepted;
  const addressee: Actor = { id: NOBODY, role: 'coordinator', name: 'Jan Północny', institution };
  await recommendations.decide({ ...seen, revision: 2 }, { status: 'accepted', reason }, addressee);
};

const NOBODY = 'demonstracja' as AccountId;
const EVALUATOR: Actor = { id: NOBODY, role: 'evaluator', name: WRITER };
