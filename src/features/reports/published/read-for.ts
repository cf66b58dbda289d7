import type { EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import type { Reports } from '..';
import type { ReportId } from '../domain';
import { versionNumber } from './inputs';
import { mayRead } from './policy';
import { scorecardOfOthers } from './problems';
import type { VersionInLine } from './read-version';

export type VersionParams = Record<'id' | 'raport' | 'nr', string>;

/**
 * The version of an address, for somebody who may read it.
 *
 * @throws Problem `evaluations.not-found` · `published.version-not-found` · `published.scorecard-of-others`
 */
export const readVersionFor = async (
  reports: Pick<Reports, 'readEvaluation' | 'published'>,
  actor: Actor,
  { id, raport, nr }: VersionParams,
): Promise<VersionInLine & { readonly evaluation: Evaluation }> => {
  const evaluation = await reports.readEvaluation(id as EvaluationId);
  const line = await reports.published.readVersion(evaluation.id, raport as ReportId, versionNumber(nr));
  if (!mayRead(actor, line.version)) throw scorecardOfOthers();
  return { ...line, evaluation };
};
