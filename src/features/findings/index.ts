import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import { addFinding } from './add-finding';
import { addEvidence, changeFinding, removeEvidence } from './change-finding';
import { createConclusions } from './conclusions';
import type { Finding } from './domain';
import { createMatrixDesk } from './matrix';
import type { FindingsNeeds } from './needs';
import { findingNotFound } from './problems';
import { readProven } from './read-proven';
import { readFindingStandings, readStandings } from './read-standing';
import { readWork, type WorkRead } from './read-work';
import { createRecommendations } from './recommendations';
import { forEyes } from './recommendations/for-eyes';
import { mayWrite } from './recommendations/policy';
import { removeFinding } from './remove-finding';
import { createFindingStore } from './store';

export type * from './domain';
export { wordRow, type JudgedMatrix, type JudgedRow, type WordedRow } from './matrix';
export type { FindingsNeeds } from './needs';
export { indicatorIn, indicatorsOf, type Indicator } from './indicators';
export { bulletsOf } from './word-bullets';
export { draftFinding, type DraftFinding } from './word-claim';
export type { FindingWords, NewFinding } from './add-finding';
export type { FindingSeen } from './change-finding';
export type { ProvenFinding } from './read-proven';
export type { Standings, TableStanding } from './read-standing';
export type { NewEvidence } from './take-evidence';
export type { WorkRead } from './read-work';
export { toneBadge, type Badge } from './present-labels';
export { namesAnother } from './recommendations/for-eyes';
export { commissionerOf, decisionsFor, needsReason, reportsFor, voiceOf } from './recommendations/policy';
export { addresseeNames, presentRow, statusBadge } from './recommendations/present-row';
export { differencesBetween, optionsOf, type Difference, type Field, type FormPage } from './form-fields';

/** What we conclude: findings from data, conclusions from findings, recommendations from conclusions. */
export const createFindings = (needs: FindingsNeeds) => {
  const store = createFindingStore(needs.connection);
  const own = { ...needs, store };
  const recommendations = createRecommendations(needs);
  const conclusions = createConclusions({ ...needs, listRecommendations: recommendations.listRecommendations });
  const read = readWork({
    ...needs,
    listFindings: store.allOf,
    listConclusions: conclusions.listConclusions,
    listRecommendations: recommendations.listRecommendations,
    readStandings: readFindingStandings(own),
  });
  return {
    /** Call once before the first request. */
    ensureIndexes: async (): Promise<void> => {
      await store.ensureIndexes();
      await conclusions.ensureIndexes();
      await recommendations.ensureIndexes();
    },
    /** By number. */
    listFindings: store.allOf,
    readEvaluation: needs.readEvaluation,
    analysis: needs.analysis,
    /** @throws Problem `findings.not-found` */
    readFinding: async (evaluationId: EvaluationId, number: number): Promise<Finding> => {
      const found = await store.find(evaluationId, number);
      if (found === undefined) throw findingNotFound();
      return found;
    },
    /** With frozen tables and the strength of proof. */
    readProven: readProven(own),
    /** What became of frozen tables with today's answers. */
    readStandings: readStandings(own),
    readFindingStandings: readFindingStandings(own),
    addFinding: addFinding(own),
    changeFinding: changeFinding(own),
    addEvidence: addEvidence(own),
    removeEvidence: removeEvidence(own),
    removeFinding: removeFinding({ store, listConclusions: conclusions.listConclusions }),
    /** Everything that is concluded, with what is missing in it. @throws Problem `evaluations.not-found` */
    readWork: read,
    /** The same as one person may see it; `others` names further addressees to a coordinator. */
    readWorkFor: async (actor: Actor, id: EvaluationId, others: string): Promise<WorkRead> =>
      forEyes(await read(id, mayWrite(actor)), actor, others),
    matrix: createMatrixDesk(needs),
    conclusions,
    recommendations,
  };
};

export type Findings = ReturnType<typeof createFindings>;
