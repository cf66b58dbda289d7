import { demonstrationEvaluation, DAYS_SO_FAR, SEED } from '../../../src/app/demonstration/plan';
import { simulateRespondents } from '../../../src/app/demonstration/respondents';
import { simulateSheet } from '../../../src/app/demonstration/simulate-response';
import {
  analyseAll,
  createDataset,
  NO_FILTER,
  type Results,
  type Viewpoint,
} from '../../../src/features/analysis/domain';
import type { Actor } from '../../../src/features/accounts';
import type { Evaluation } from '../../../src/features/evaluations';
import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import { compileVersion } from '../../../src/features/questionnaires/domain';
import type { Response } from '../../../src/features/responses';
import { fixedClock } from '../../../src/platform/clock';
import type { AccountId, EvaluationId, SubmissionId, VersionId } from '../../../src/platform/ids';
import { loadTranslators, type Locale } from '../../../src/platform/i18n';
import { seededRandom } from '../../../src/platform/random';
import type { SummaryMaterial } from '../../../src/features/reports';
import { readSummaryMaterial } from '../../../src/features/reports/read-summary-material';

const TODAY = '2026-11-18';

export const translators = loadTranslators('locales');
export const evaluation: Evaluation = demonstrationEvaluation('demonstracja' as EvaluationId, TODAY);

const owes = evaluation.institutions.filter(({ kind }) => kind === 'owes');
const versions = new Map(
  [OWES_CLIENTS, ROPS_PARTNERS].map((template) => [
    template.code as unknown as VersionId,
    compileVersion(materialise(template, { owes })),
  ]),
);

/** The people of the demonstration, answering through the real form engine, without a store. */
const simulateResponses = (clients: number, partners: number): readonly Response[] => {
  const random = seededRandom(SEED);
  const respondents = simulateRespondents(random, {
    clients,
    partners,
    opensOn: evaluation.opensOn,
    days: DAYS_SO_FAR,
  });
  return respondents.map((respondent, index) => ({
    id: `${index}` as SubmissionId,
    evaluationId: evaluation.id,
    versionId: respondent.questionnaire as unknown as VersionId,
    questionnaireCode: respondent.questionnaire,
    mode: 'cawi',
    ...simulateSheet(random, versions.get(respondent.questionnaire as unknown as VersionId)!, respondent),
    receivedOn: respondent.receivedOn,
    receiptNumber: 'AAAA-0000',
  }));
};

export interface Crowd {
  readonly clients: number;
  readonly partners: number;
}

export const ORDINARY: Crowd = { clients: 140, partners: 70 };

/** The real analysis of simulated answers. */
export const analyseDemonstration = (
  viewpoint: Viewpoint = { kind: 'all' },
  { clients, partners } = ORDINARY,
): Results => {
  const dataset = createDataset({ evaluation, versions, responses: simulateResponses(clients, partners), viewpoint });
  return analyseAll(dataset, [...versions.values()], NO_FILTER);
};

export const director: Actor = { id: 'dyrektor' as AccountId, role: 'director', name: 'Ewa Nowicka' };

export const coordinator: Actor = {
  id: 'koordynator' as AccountId,
  role: 'coordinator',
  name: 'Jan Północny',
  institution: 'owes-polnoc',
};

export const demonstrationMaterial = (
  crowd: Crowd = ORDINARY,
  locale: Locale = 'pl',
  actor: Actor = director,
): Promise<SummaryMaterial> => {
  const viewpoint: Viewpoint =
    actor.role === 'coordinator' ? { kind: 'own', institution: actor.institution } : { kind: 'all' };
  const analysis = {
    readResults: () => Promise.resolve({ evaluation, results: analyseDemonstration(viewpoint, crowd), changes: null }),
  };
  const clock = fixedClock(new Date(`${TODAY}T10:00:00Z`));
  return readSummaryMaterial({ analysis, clock })(actor, evaluation.id, translators[locale]);
};
