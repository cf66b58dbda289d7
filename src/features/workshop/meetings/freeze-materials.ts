import type { Conclusion, Finding, FindingId } from '../../findings/domain';
import type { Material, MaterialFinding, Meeting, ResultsThen } from '../domain';
import type { WorkshopNeeds } from '../needs';

export interface FreezeNeeds {
  readonly findings: Pick<WorkshopNeeds['findings'], 'conclusions' | 'listFindings'>;
  readonly readEvaluation: WorkshopNeeds['readEvaluation'];
  readonly analysis: Pick<WorkshopNeeds['analysis'], 'datasets'>;
}

/** Conclusions chosen for a meeting as they are now, with their ready findings; those that were removed are left out. */
export const readMaterials =
  ({ findings }: Pick<FreezeNeeds, 'findings'>) =>
  async ({ evaluationId, materials }: Pick<Meeting, 'evaluationId' | 'materials'>): Promise<readonly Material[]> => {
    if (materials.length === 0) return [];
    const [conclusions, all] = await Promise.all([
      findings.conclusions.listConclusions(evaluationId),
      findings.listFindings(evaluationId),
    ]);
    const ready = new Map(all.filter(({ state }) => state === 'ready').map((finding) => [finding.id, finding]));
    const known = new Map(conclusions.map((conclusion) => [conclusion.id, conclusion]));
    return materials.flatMap((id) => {
      const conclusion = known.get(id);
      return conclusion === undefined ? [] : [materialOf(conclusion, ready)];
    });
  };

const materialOf = (
  { id, number, title, text, dimensions, findings }: Conclusion,
  ready: ReadonlyMap<FindingId, Finding>,
): Material => ({
  conclusion: id,
  number,
  title,
  text,
  dimensions,
  findings: findings.flatMap((finding) => {
    const found = ready.get(finding);
    return found === undefined ? [] : [findingOf(found)];
  }),
});

const findingOf = ({ id, number, title, evidence }: Finding): MaterialFinding => ({
  id,
  number,
  title,
  tables: evidence.flatMap((one) => (one.kind === 'table' ? [one.publication] : [])),
  quotes: evidence.flatMap((one) => (one.kind === 'quote' ? [{ text: one.text, source: one.source }] : [])),
  said: evidence.flatMap((one) =>
    one.kind === 'table' && one.claim !== null
      ? [{ table: one.publication, measure: one.focus?.measure ?? null, claim: one.claim }]
      : [],
  ),
});

/** How far the survey is: the answers of its own questionnaires, not of imported waves. */
export const readResultsThen =
  ({ readEvaluation, analysis }: Pick<FreezeNeeds, 'readEvaluation' | 'analysis'>) =>
  async ({ evaluationId }: Pick<Meeting, 'evaluationId'>): Promise<ResultsThen> => {
    const evaluation = await readEvaluation(evaluationId);
    const names = (await analysis.datasets.list(evaluation)).filter(({ kind }) => kind === 'questionnaire');
    const opened = await Promise.all(names.map(({ code }) => analysis.datasets.openAsked(evaluation, code)));
    const days = opened.flatMap((dataset) => dataset?.dataCut ?? []).toSorted();
    const n = opened.reduce((sum, dataset) => sum + (dataset?.set.n ?? 0), 0);
    return {
      state: evaluation.resultState,
      dataCut: days.at(-1) ?? null,
      n: n < evaluation.smallestGroup ? 0 : n,
    };
  };
