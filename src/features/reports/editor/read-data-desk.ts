import type { AccountId } from '../../../platform/ids';
import type { DatasetName, OpenDataset } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { Finding } from '../../findings';
import type { ReportsNeeds } from '../needs';

/** What a block of data or a finding can be chosen from. */
export interface DataDesk {
  readonly datasets: readonly DatasetName[];
  /** The one asked for, or the first. */
  readonly dataset: OpenDataset | undefined;
  /** Tables that the person keeps on the tables page, or that colleagues share; those that can still be counted. */
  readonly views: readonly { readonly name: string; readonly state: string }[];
  readonly findings: readonly Finding[];
}

export const readDataDesk =
  ({ analysis, findings }: Pick<ReportsNeeds, 'analysis' | 'findings'>) =>
  async (evaluation: Evaluation, accountId: AccountId, code: string): Promise<DataDesk> => {
    const datasets = await analysis.datasets.list(evaluation);
    const known = datasets.find((one) => one.code === code) ?? datasets[0];
    const [dataset, saved, all] = await Promise.all([
      known === undefined ? undefined : analysis.datasets.open(evaluation, known.code),
      analysis.tables.readViews({ evaluationId: evaluation.id, accountId }),
      findings.listFindings(evaluation.id),
    ]);
    return {
      datasets,
      dataset,
      views: saved.views.filter(({ lost }) => lost.kind === 'nothing').map(({ name, state }) => ({ name, state })),
      findings: all,
    };
  };
