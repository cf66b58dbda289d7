import type { EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import type { FrozenTable, FrozenTables } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { PublishedReport, ReportId } from '../domain';
import { mayRead, versionNotFound, type Published } from '../published';

export interface AnnexNeeds {
  readonly published: Pick<Published, 'readVersion'>;
  readonly frozen: Pick<FrozenTables, 'readFrozen'>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
}

export interface Annex {
  readonly evaluation: Evaluation;
  readonly version: PublishedReport;
  readonly tables: readonly FrozenTable[];
}

/**
 * The tables of a published report as they were told. A scorecard of others is not there.
 *
 * @throws Problem `published.version-not-found`
 */
export const readAnnex =
  ({ published, frozen, readEvaluation }: AnnexNeeds) =>
  async (
    actor: Actor,
    wanted: { readonly evaluation: EvaluationId; readonly report: ReportId; readonly version: number },
  ): Promise<Annex> => {
    const { version } = await published.readVersion(wanted.evaluation, wanted.report, wanted.version);
    if (!mayRead(actor, version)) throw versionNotFound();
    return {
      version,
      evaluation: await readEvaluation(wanted.evaluation),
      tables: await frozen.readFrozen(wanted.evaluation, version.publications),
    };
  };
