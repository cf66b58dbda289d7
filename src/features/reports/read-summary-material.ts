import { dayOf } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import { NO_FILTER, presentFigures, presentKpis } from '../analysis';
import type { SummaryMaterial } from './compose-summary';
import type { SummaryNeeds } from './needs';

/** Everything the summary tells, taken from the analysis as it stands. The data cut is the day of the last answer. */
export const readSummaryMaterial =
  ({ analysis, clock }: SummaryNeeds) =>
  async (actor: Actor, evaluationId: EvaluationId, translator: Translator): Promise<SummaryMaterial> => {
    const { evaluation, results } = await analysis.readResults(actor, evaluationId, NO_FILTER);
    return {
      evaluation,
      results,
      figures: presentFigures(results, evaluation, translator).flatMap(({ figures }) => figures),
      keyFigures: presentKpis(results, evaluation, translator).map(({ label, figure, context }) => ({
        label,
        value: figure,
        context: context.join(', '),
      })),
      dataCut: results.dataCut ?? dayOf(clock.now()),
      n: results.size.level === 'hidden' ? 0 : results.size.n,
    };
  };
