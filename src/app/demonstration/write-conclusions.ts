import type { Actor } from '../../features/accounts';
import type { Evaluation } from '../../features/evaluations';
import type { Criterion, EvaluationMatrix } from '../../features/evaluations/domain';
import { quarterOf, quartersAfter, type Conclusion, type Finding } from '../../features/findings/domain';
import type { AccountId } from '../../platform/ids';
import type { Chapters } from '../compose';
import { tied } from './tied';
import { CONCLUSIONS, RECOMMENDATIONS, type PlannedConclusion, type PlannedRecommendation } from './conclusions-plan';

const WRITER = 'Anna Wrona';

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
  { title, text, criterion: code, dimensions, tone, state, lead }: PlannedConclusion,
  findings: readonly Finding[],
  { rows }: EvaluationMatrix,
) => {
  const criterion: Criterion = code === 'jakość' ? { kind: 'own', name: code } : { kind: 'listed', code };
  const fitting = findings.filter((finding) => finding.tone === tone && isSame(finding.criterion, criterion));
  return {
    title: tied(title),
    text: tied([...toldBy(fitting[0], lead), text].join(' ')),
    criterion,
    dimensions,
    tone,
    state,
    matrixRow: rows.find((row) => isSame(row.criterion, criterion))?.id ?? null,
    findings: fitting.map(({ id }) => id),
  };
};

const isSame = (one: Criterion | null, other: Criterion): boolean => JSON.stringify(one) === JSON.stringify(other);

const SENTENCE_END = /(?<=\.) +(?=[„\p{Lu}\d])/u;
const MOST_SENTENCES = 2;

/** The numbers of a finding as the rules said them, with n and interval. */
const toldBy = (finding: Finding | undefined, lead: string): readonly string[] => {
  if (finding === undefined) return [];
  const sentences = finding.text.split('\n')[0]?.split(SENTENCE_END) ?? [];
  return [lead, ...sentences.slice(0, MOST_SENTENCES)].filter((sentence) => sentence !== '');
};

const recommend = async (
  { findings: { recommendations } }: Chapters,
  { id, closesOn, institutions }: Evaluation,
  planned: PlannedRecommendation,
  written: readonly Conclusion[],
): Promise<void> => {
  const { conclusions, addressees, inQuarters, isAsked, accepted, title, text, implementation, ...words } = planned;
  const { number } = await recommendations.addRecommendation(
    id,
    {
      ...words,
      title: tied(title),
      text: tied(text),
      implementation: tied(implementation),
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
