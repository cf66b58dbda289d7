import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Translator } from '../../../platform/i18n';
import { readableCode } from '../../../platform/random';
import type { FrozenTables } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { ComposedReport, ComposeWanted } from '../compose';
import type { PublishedReport, PublishedReportId, ReportId, ReportTree, StoredReport } from '../domain';
import { hashTree } from '../hash-tree';
import { freezingGiver } from '../table-givers';
import { checkState } from './check-state';
import { nothingToPublish, publicationInProgress, reportChanged, reportNotFound } from './problems';
import type { Attempt, PublishedStore } from './store';

export interface PublishNeeds {
  readonly store: PublishedStore;
  readonly clock: Clock;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly listReports: (id: EvaluationId) => Promise<readonly StoredReport[]>;
  readonly compose: (wanted: ComposeWanted) => Promise<ComposedReport>;
  readonly frozen: Pick<FrozenTables, 'freezeTable' | 'previewTable' | 'readFrozen'>;
  readonly drawReport: (tree: ReportTree) => Promise<{ readonly pages: number; readonly bytes: Uint8Array }>;
}

export interface ToPublish {
  readonly report: ReportId;
  /** Of the form: the same form publishes once, however often it is sent. */
  readonly key: string;
  /** Of the report, as the person saw it. */
  readonly revision: number;
  readonly state: 'preliminary' | 'final';
  readonly erratum: string | null;
  readonly by: string;
  /** Speaks the language of the report. */
  readonly translatorOf: (language: StoredReport['language']) => Translator;
}

/**
 * Gives out a version of a report, for good. All its numbers are frozen tables. The tree is kept first and the version
 * last: an attempt that was cut short leaves nothing that anybody sees, and can be repeated.
 *
 * @throws Problem `published.report-not-found` · `published.report-changed` · `published.in-progress` ·
 *   `published.results-not-final` · `published.already-final` · `published.erratum-missing` · `published.nothing` ·
 *   `publications.busy`
 */
export const publishReport = (needs: PublishNeeds) => {
  const publish = publishOnce(needs);
  const running = new Map<string, Promise<PublishedReport>>();
  return (evaluationId: EvaluationId, wanted: ToPublish): Promise<PublishedReport> => {
    const known = running.get(wanted.key);
    if (known !== undefined) return known;
    const publishing = publish(evaluationId, wanted).finally(() => running.delete(wanted.key));
    running.set(wanted.key, publishing);
    return publishing;
  };
};

const publishOnce =
  (needs: PublishNeeds) =>
  async (evaluationId: EvaluationId, wanted: ToPublish): Promise<PublishedReport> => {
    const { store } = needs;
    const done = await store.findByKey(wanted.key);
    if (done !== undefined) return done;
    const [evaluation, reports] = [await needs.readEvaluation(evaluationId), await needs.listReports(evaluationId)];
    const report = reports.find(({ id }) => id === wanted.report);
    if (report === undefined) throw reportNotFound();
    if (report.revision !== wanted.revision) throw reportChanged({ home: publicationAddress(report) });
    const [last] = await store.versionsOf(report.id);
    checkState(evaluation, last, wanted);
    const attempt = await claim(needs, report, (last?.version ?? 0) + 1, wanted);
    const made = await make(needs, { evaluation, report, attempt, wanted });
    await store.putTree(attempt.id, made.tree);
    const isMine = await store.addOnce(made.version, wanted.key);
    await store.end(attempt);
    const found = isMine ? made.version : await store.findByKey(wanted.key);
    if (found === undefined) throw publicationInProgress({ by: attempt.by });
    return found;
  };

export const publicationAddress = ({ evaluationId, id }: StoredReport): string =>
  `/badania/${evaluationId}/raporty/${id}/publikacja`;

export const versionAddress = ({
  evaluationId,
  report,
  version,
}: Pick<PublishedReport, 'evaluationId' | 'report' | 'version'>): string =>
  `/badania/${evaluationId}/raporty/${report}/wersje/${version}`;

/** After so long an attempt counts as cut short. */
const ABANDONED_MS = 5 * 60 * 1000;

/** Only one attempt at a time stands for a version; the same form goes on where it was cut short, and so may its author. */
const claim = async (
  { store, clock }: PublishNeeds,
  { id: report }: StoredReport,
  version: number,
  { key, by }: ToPublish,
): Promise<Attempt> => {
  const startedAt = clock.now();
  const id = readableCode() as PublishedReportId;
  const attempt: Attempt = { report, version, key, id, by, startedAt, told: [] };
  const standing = await store.begin(attempt);
  if (standing.key === key) return standing;
  const isAbandoned = standing.by === by || startedAt.getTime() - standing.startedAt.getTime() > ABANDONED_MS;
  if (!isAbandoned || !(await store.takeOver(standing, attempt))) throw publicationInProgress({ by: standing.by });
  return attempt;
};

interface Making {
  readonly evaluation: Evaluation;
  readonly report: StoredReport;
  readonly attempt: Attempt;
  readonly wanted: ToPublish;
}

const make = async (
  { store, frozen, compose, drawReport, clock }: PublishNeeds,
  { evaluation, report, attempt, wanted }: Making,
): Promise<{ readonly tree: ReportTree; readonly version: PublishedReport }> => {
  const { evaluationId, kind, institution, language, title } = report;
  const { state, erratum, by } = wanted;
  const { version } = attempt;
  const giver = freezingGiver(frozen, evaluationId, {
    title: `${title} (${version})`,
    address: versionAddress({ evaluationId, report: report.id, version }),
    by,
    toldBefore: (asked) => attempt.told.find((one) => one.asked === asked)?.publication,
    onTold: (asked, publication) => store.noteTold(attempt, { asked, publication }),
  });
  const translator = wanted.translatorOf(language);
  const { tree } = await compose({ ...giver, report, evaluation, translator, state, version, erratum });
  const failure = giver.failure();
  if (failure !== null) throw failure;
  if (tree.blocks.length === 0) throw nothingToPublish();
  const drawn = await drawReport(tree);
  const tables = [...giver.counted(), ...giver.readBefore()];
  return {
    tree,
    version: {
      id: attempt.id,
      report: report.id,
      evaluationId,
      kind,
      institution,
      language,
      title,
      version,
      state,
      erratum,
      publications: [...new Set(tables.flatMap(({ publication }) => publication ?? []))],
      hash: hashTree(tree),
      dataCut: tree.about.dataCut === '' ? null : tree.about.dataCut,
      n: tree.about.n,
      pages: drawn.pages,
      bytes: drawn.bytes.length,
      publishedBy: by,
      publishedAt: clock.now(),
    },
  };
};
