import { createAccounts, type Accounts } from '../features/accounts';
import { createAnalysis, type Analysis, type AnalysisNeeds } from '../features/analysis';
import { createCooperation, type Cooperation } from '../features/cooperation';
import { createEvaluations, type Evaluations } from '../features/evaluations';
import { createFieldwork, type Fieldwork } from '../features/fieldwork';
import { createFindings, type Findings } from '../features/findings';
import { createQuestionnaires, type Questionnaires } from '../features/questionnaires';
import { createReports, type Reports } from '../features/reports';
import { createResponses, type Responses } from '../features/responses';
import { createWorkshop, type Workshop } from '../features/workshop';
import { migrate } from '../migrations';
import type { Clock } from '../platform/clock';
import { createMail, type Mail, type Outbox } from '../platform/mail';
import type { Connection } from '../platform/storage';
import { sphereOptionsOf } from './sphere-options';

/** The story, chapter by chapter. */
export interface Chapters {
  readonly accounts: Accounts;
  readonly evaluations: Evaluations;
  readonly questionnaires: Questionnaires;
  readonly fieldwork: Fieldwork;
  readonly responses: Responses;
  readonly analysis: Analysis;
  readonly findings: Findings;
  readonly reports: Reports;
  readonly workshop: Workshop;
  readonly cooperation: Cooperation;
  readonly mail: Outbox;
  /** Ends what runs beside requests. */
  close(): Promise<void>;
}

export interface Foundations {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly secret: string;
  /** Absent: letters are kept and wait. */
  readonly mail?: Outbox;
  /** See `AnalysisNeeds`. */
  readonly fromRawAnswers?: boolean;
}

/** Builds the chapters in order; a chapter gets only earlier ones. */
export const composeChapters = (foundations: Foundations): Chapters => {
  const { mail = createMail(foundations) } = foundations;
  const asked = composeAsking({
    ...foundations,
    readExpertRankings: (id) => told.workshop.sheets.readExpertRankings(id),
  });
  const told: ReturnType<typeof composeTelling> = composeTelling({ ...foundations, mail }, asked);
  return {
    ...asked,
    ...told,
    mail,
    close: async () => {
      told.workshop.stop();
      await told.reports.stop();
    },
  };
};

/** From who asks to what they said and what it means. */
const composeAsking = ({
  connection,
  clock,
  secret,
  fromRawAnswers = false,
  readExpertRankings,
}: Foundations & Pick<AnalysisNeeds, 'readExpertRankings'>) => {
  const accounts = createAccounts({ connection, clock, secret });
  const evaluations = createEvaluations({ connection, clock });
  const fieldwork = createFieldwork({ connection, clock });
  const questionnaires = createQuestionnaires({
    connection,
    clock,
    links: { onPublished: fieldwork.moveOpenInvitations, onClosed: fieldwork.closeInvitations },
  });
  const responses = createResponses({
    connection,
    clock,
    fieldwork,
    readVersion: questionnaires.readVersion,
    listVersions: questionnaires.listVersions,
    readEvaluation: evaluations.readEvaluation,
  });
  const analysis = createAnalysis({
    connection,
    clock,
    fromRawAnswers,
    readExpertRankings,
    changeSmallestGroup: evaluations.changeSmallestGroup,
    readProtectionLog: evaluations.readProtectionLog,
    readEvaluation: evaluations.readEvaluation,
    listVersions: questionnaires.listVersions,
    countVersions: questionnaires.countVersions,
    readResponses: responses.readResponses,
    readTexts: responses.readTexts,
    numbered: responses.numbered,
  });
  return { accounts, evaluations, questionnaires, fieldwork, responses, analysis };
};

/** From what we conclude to what came of it. */
const composeTelling = (
  { connection, clock, mail }: Foundations & { readonly mail: Mail },
  { accounts, evaluations, questionnaires, analysis }: ReturnType<typeof composeAsking>,
) => {
  const findings = createFindings({
    connection,
    clock,
    analysis,
    matrix: evaluations.matrix,
    readEvaluation: evaluations.readEvaluation,
    listVersions: questionnaires.listVersions,
  });
  const reports = createReports({
    connection,
    clock,
    analysis,
    findings,
    questionnaires,
    matrix: evaluations.matrix,
    readEvaluation: evaluations.readEvaluation,
    listEvaluations: evaluations.listEvaluations,
    readOverdue: (actor, id, others) => cooperation.listOverdue(actor, id, others),
  });
  const workshop = createWorkshop({
    connection,
    clock,
    mail,
    analysis,
    findings,
    reports,
    readEvaluation: evaluations.readEvaluation,
    readSpheres: sphereOptionsOf(analysis),
    readCarried: (group, before) => cooperation.readCarried(group, before),
    isReportedOn: (agreement) => cooperation.isReportedOn(agreement),
  });
  const cooperation: Cooperation = createCooperation({
    connection,
    clock,
    mail,
    accounts,
    analysis,
    findings,
    workshop,
    readEvaluation: evaluations.readEvaluation,
    listEvaluations: evaluations.listEvaluations,
    readCurrentEvaluation: reports.readCurrentEvaluation,
  });
  return { findings, reports, workshop, cooperation };
};

/** Brings stored documents up to date and makes the indexes that the chapters rely on. Repeatable. */
export const prepareChapters = async (
  {
    accounts,
    evaluations,
    questionnaires,
    fieldwork,
    responses,
    analysis,
    findings,
    reports,
    workshop,
    cooperation,
    mail,
  }: Chapters,
  connection: Connection,
): Promise<void> => {
  await migrate(connection);
  await accounts.ensureIndexes();
  await questionnaires.ensureIndexes();
  await fieldwork.ensureIndexes();
  await responses.ensureIndexes();
  await analysis.ensureIndexes();
  await evaluations.matrix.ensureIndexes();
  await findings.ensureIndexes();
  await reports.ensureIndexes();
  await workshop.ensureIndexes();
  await cooperation.ensureIndexes();
  await mail.ensureIndexes();
};
